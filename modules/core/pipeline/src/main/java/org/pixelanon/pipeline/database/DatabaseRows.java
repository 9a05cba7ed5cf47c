package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.store.EngineNames;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.ImportCounts;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoredRegion;

/**
 * Rows and marks to be written to a database: from a redaction list, an OCR CSV, a dump, or another
 * database. All are read before the first is written. Not thread-safe.
 */
public final class DatabaseRows {

    private final Map<String, List<StoredRegion>> rows = new LinkedHashMap<>();
    private final Map<String, FileMark> marks = new LinkedHashMap<>();

    /**
     * Reads a file: a dump if its name ends with {@code .json}, else a redaction list or an OCR
     * CSV.
     *
     * @param file the file
     * @param user who is written down for rows that do not say who changed them
     * @return its rows; summary rows of a CSV are left out
     * @throws IOException if it cannot be read, or naming the first broken line
     */
    public static DatabaseRows read(Path file, String user) throws IOException {
        DatabaseRows read = new DatabaseRows();
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            DumpReader.read(file, read.new Taking());
        } else {
            read.addCsv(file, user);
        }
        return read;
    }

    /**
     * Reads a whole database.
     *
     * @param store the database
     * @return its rows and marks
     * @throws IOException if it cannot be read
     */
    public static DatabaseRows of(RegionStore store) throws IOException {
        DatabaseRows read = new DatabaseRows();
        store.rows().forEach(row -> read.add(row.filename(), row.region()));
        List<String> columns = Listing.TAGS.columns();
        store.list(Listing.TAGS, values -> read.addMark(columns, values));
        for (Map.Entry<String, FileMark> mark : read.marks.entrySet()) {
            // a file that is held back there is held back here
            mark.setValue(
                    mark.getValue()
                            .noting(
                                    store.mark(mark.getKey())
                                            .flatMap(FileMark::note)
                                            .orElse(null)));
        }
        return read;
    }

    /**
     * Writes everything into a database, or nothing.
     *
     * @param store the database
     * @return what became of it
     * @throws IOException if it cannot be written
     */
    public ImportCounts into(RegionStore store) throws IOException {
        return store.add(rows, marks);
    }

    private void addCsv(Path file, String user) throws PipelineException {
        RectangleCsv csv = RectangleCsv.read(file);
        if (!csv.broken().isEmpty()) {
            throw new PipelineException(csv.broken().values().iterator().next());
        }
        String now = RowTime.now();
        for (ListedRectangle row : csv.rows()) {
            add(
                    row.filename(),
                    new StoredRegion(
                            row.box(),
                            EngineNames.recogniser(row.recogniser()),
                            row.text(),
                            EngineNames.judge(row.judge()),
                            row.sensitive(),
                            now,
                            user));
        }
    }

    private void add(String filename, StoredRegion region) {
        rows.computeIfAbsent(filename, f -> new ArrayList<>()).add(region);
    }

    /** A row of {@code DicomRects}; false if it names no file. */
    private boolean addRect(List<String> columns, List<? extends @Nullable Object> values) {
        Cells cells = new Cells(columns, values);
        if (cells.text("filename").isEmpty()) {
            return false;
        }
        InclusiveBox box =
                new InclusiveBox(
                        cells.number("left"),
                        cells.number("top"),
                        cells.number("right"),
                        cells.number("bottom"),
                        cells.number("frame"),
                        cells.number("overlay"));
        add(
                cells.text("filename"),
                new StoredRegion(
                        box,
                        cells.number("ocrengine"),
                        cells.text("ocrtext"),
                        cells.number("nerengine"),
                        cells.number("nerpii"),
                        cells.text("last_modified"),
                        cells.text("last_modified_by")));
        return true;
    }

    /** A row of {@code DicomTags}; false if it names no file. */
    private boolean addMark(List<String> columns, List<? extends @Nullable Object> values) {
        Cells cells = new Cells(columns, values);
        if (cells.text("filename").isEmpty()) {
            return false;
        }
        marks.put(
                cells.text("filename"),
                new FileMark(
                        cells.text("mark").equals("T") || cells.text("mark").equals("true"),
                        cells.text("comment"),
                        cells.text("Modality"),
                        cells.text("ImageType"),
                        cells.text("ManufacturerModelName"),
                        cells.text("BurnedInAnnotation"),
                        cells.number("Rows"),
                        cells.number("Columns"),
                        cells.text("last_modified"),
                        cells.text("last_modified_by")));
        return true;
    }

    private final class Taking implements DumpReader.Tables {

        @Override
        public boolean rect(List<String> columns, List<? extends @Nullable Object> values) {
            return addRect(columns, values);
        }

        @Override
        public boolean mark(List<String> columns, List<? extends @Nullable Object> values) {
            return addMark(columns, values);
        }
    }

    /** One row by the names of its columns. */
    private record Cells(List<String> columns, List<? extends @Nullable Object> values) {

        String text(String column) {
            int place = columns.indexOf(column);
            Object value = place < 0 ? null : values.get(place);
            if (value instanceof List<?> list) {
                return DeviceTags.jsonList(list.stream().map(String::valueOf).toList());
            }
            return value == null ? "" : value.toString();
        }

        int number(String column) {
            String text = text(column);
            try {
                return text.isEmpty() ? InclusiveBox.NONE : Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + column + "' is not a number", e);
            }
        }
    }
}
