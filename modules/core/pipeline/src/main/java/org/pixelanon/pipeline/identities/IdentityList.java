package org.pixelanon.pipeline.identities;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.model.Identity;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.decide.IdentitySource;
import org.pixelanon.pipeline.format.ListText;

/**
 * A CSV of identities: each row names a file, a series or a study, and says of its patient what the
 * files themselves may no longer say. The file is read once as a whole and then, row by row, where
 * a file asks: kept is where the rows of each key are, never a value. Thread-safe.
 */
public final class IdentityList implements IdentitySource, Closeable {

    /** Rows that are read together. */
    private static final int PAGE = 32;

    private static final String CHANGED = ": was changed while it was in use";

    private final Path csv;
    private final IdentityColumns columns;
    private final KeyIndex index;
    private final IndexedCsvReader<CsvRecord> rows;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    private IdentityList(
            Path csv, IdentityColumns columns, KeyIndex index, IndexedCsvReader<CsvRecord> rows) {
        this.csv = csv;
        this.columns = columns;
        this.index = index;
        this.rows = rows;
    }

    /**
     * Reads a list.
     *
     * @param csv UTF-8 with a header line; relative paths in it are relative to its folder
     * @return the list, to be closed
     * @throws PipelineException if it is broken, with file and line and without any value of it
     */
    public static IdentityList open(Path csv) throws PipelineException {
        if (!Files.isRegularFile(csv)) {
            throw new PipelineException(csv + ": no such file");
        }
        try {
            Reading reading = new Reading(csv);
            IdentityColumns columns = reading.all();
            IndexedCsvReader<CsvRecord> rows =
                    IndexedCsvReader.builder().pageSize(PAGE).ofCsvRecord(csv);
            if (rows.getIndex().recordCount() != reading.records) {
                rows.close();
                throw new PipelineException(csv + ": was changed while it was read");
            }
            return new IdentityList(csv, columns, reading.index, rows);
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + ListText.problem(e), e);
        } catch (PipelineException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw new PipelineException(csv + ": cannot be read", e);
        }
    }

    /** One skip all rows. */
    private static final class Reading {
        private final Path csv;
        private final KeyIndex index = new KeyIndex();
        private long records;
        private boolean blank;

        Reading(Path csv) {
            this.csv = csv;
        }

        IdentityColumns all() throws IOException {
            IdentityColumns columns = null;
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder()
                            .maxBufferSize(ListText.LONGEST_FIELD)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .skipEmptyLines(false)
                            .ofCsvRecord(ListText.open(csv))) {
                for (CsvRecord row : reader) {
                    List<String> fields = row.getFields();
                    if (fields.size() == 1 && fields.get(0).equals(ListText.END)) {
                        // what ends the last line makes no row of its own
                        records -= blank ? 1 : 0;
                        break;
                    }
                    blank = fields.size() == 1 && fields.get(0).isEmpty();
                    try {
                        require(fields);
                        if (columns == null && !isEmpty(fields)) {
                            Path folder = csv.toAbsolutePath().getParent();
                            columns = IdentityColumns.of(fields, folder == null ? csv : folder);
                        } else if (columns != null && !isEmpty(fields)) {
                            take(columns, fields);
                        }
                    } catch (IllegalArgumentException e) {
                        throw new PipelineException(
                                csv
                                        + ": line "
                                        + row.getStartingLineNumber()
                                        + ": "
                                        + e.getMessage(),
                                e);
                    }
                    records++;
                }
            }
            if (columns == null) {
                throw new PipelineException(csv + ": has no header line");
            }
            return columns;
        }

        private static void require(List<String> fields) {
            for (String field : fields) {
                if (field.endsWith(ListText.END)) {
                    throw new IllegalArgumentException("a quote is not closed in this row");
                }
                if (ListText.isDamaged(field)) {
                    throw new IllegalArgumentException("not UTF-8");
                }
            }
        }

        private void take(IdentityColumns columns, List<String> fields) {
            int wanted = columns.columns().size();
            if (fields.size() != wanted) {
                throw new IllegalArgumentException(
                        fields.size() + " fields, the header line has " + wanted);
            }
            columns.values(fields);
            for (String key : columns.keys(fields)) {
                index.put(key, (int) (records / PAGE));
            }
        }
    }

    private static boolean isEmpty(List<String> fields) {
        return fields.size() == 1 && fields.get(0).isBlank();
    }

    @Override
    public Identity of(DicomFile file) throws IOException {
        List<Identity.Value> values = new ArrayList<>();
        boolean known = false;
        for (String key : keys(file)) {
            known |= add(key, values);
        }
        asked.incrementAndGet();
        if (!known) {
            unknown.incrementAndGet();
        }
        return file.identity().and(values);
    }

    private static Set<String> keys(DicomFile file) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(IdentityColumns.ofPath(file.path()));
        keys.add(IdentityColumns.ofPath(file.path().toRealPath()));
        for (String uid : IdentityColumns.uids()) {
            Dictionary.tag(uid)
                    .ifPresent(
                            tag ->
                                    file.attributes()
                                            .getString(tag)
                                            .filter(v -> !v.isBlank())
                                            .ifPresent(
                                                    v -> keys.add(IdentityColumns.ofUid(uid, v))));
        }
        return keys;
    }

    private boolean add(String key, List<Identity.Value> values) throws IOException {
        int[] pages = index.places(key);
        boolean found = false;
        for (int page : pages) {
            for (CsvRecord row : page(page)) {
                List<String> fields = row.getFields();
                boolean header = page == 0 && row.getStartingLineNumber() == 1;
                if (header || isEmpty(fields)) {
                    continue;
                }
                if (fields.size() != columns.columns().size()) {
                    throw changed();
                }
                if (columns.keys(fields).contains(key)) {
                    values.addAll(columns.values(fields));
                    found = true;
                }
            }
        }
        if (pages.length > 0 && !found) {
            throw changed(); // else a hash of 64 bits would stand for two keys
        }
        return found;
    }

    private List<CsvRecord> page(int page) throws IOException {
        synchronized (rows) {
            try {
                return rows.readPage(page);
            } catch (CsvParseException e) {
                throw new PipelineException(csv + CHANGED, e);
            }
        }
    }

    private PipelineException changed() {
        return new PipelineException(csv + CHANGED);
    }

    /**
     * How many files were asked about.
     *
     * @return 0 or more
     */
    public long asked() {
        return asked.get();
    }

    /**
     * How many of them no row names.
     *
     * @return at most {@link #asked}
     */
    public long unknown() {
        return unknown.get();
    }

    @Override
    public void close() throws IOException {
        synchronized (rows) {
            rows.close();
        }
    }
}
