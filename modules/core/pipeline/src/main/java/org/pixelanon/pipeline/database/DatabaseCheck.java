package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.EngineNames;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;

/**
 * Checks a database: damage, rows without file, impossible rectangles, unknown numbers and marks,
 * duplicate rows. Rows are reported by number, without text or file names.
 */
public final class DatabaseCheck {

    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final boolean files;

    private DatabaseCheck(boolean files) {
        this.files = files;
    }

    /**
     * Checks a database.
     *
     * @param store the database
     * @param files whether files must be there too
     * @return what is wrong, one line each; empty for a sound one
     * @throws IOException if it cannot be read
     */
    public static List<String> check(RegionStore store, boolean files) throws IOException {
        DatabaseCheck check = new DatabaseCheck(files);
        store.integrity().forEach(line -> check.problems.add("SQLite: " + line));
        store.list(Listing.RECTS, check::rect);
        check.seen.clear();
        store.list(Listing.TAGS, check::mark);
        return List.copyOf(check.problems);
    }

    private void rect(List<@Nullable Object> values) {
        Row row = new Row("DicomRects", Listing.RECTS.columns(), values);
        file(row);
        try {
            InclusiveBox box =
                    new InclusiveBox(
                            row.number("left"),
                            row.number("top"),
                            row.number("right"),
                            row.number("bottom"),
                            row.number("frame"),
                            row.number("overlay"));
            if (box.isSummary()) {
                box.scope();
            } else {
                box.toRegion();
            }
            engines(row);
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(row.name() + ": " + e.getMessage());
        }
        if (!seen.add(values.subList(1, 12).toString())) {
            problems.add(row.name() + ": occurs twice");
        }
    }

    private void engines(Row row) {
        int recogniser = row.number("ocrengine");
        if (EngineNames.recogniser(recogniser).equals(Integer.toString(recogniser))) {
            problems.add(row.name() + ": unknown recogniser " + recogniser);
        }
        int judge = row.number("nerengine");
        if (EngineNames.judge(judge).equals(Integer.toString(judge))) {
            problems.add(row.name() + ": unknown judge " + judge);
        }
        int sensitive = row.number("nerpii");
        if (sensitive < -1 || sensitive > 1) {
            problems.add(row.name() + ": nerpii " + sensitive + " is not one of -1, 0, 1");
        }
    }

    private void mark(List<@Nullable Object> values) {
        Row row = new Row("DicomTags", Listing.TAGS.columns(), values);
        file(row);
        String mark = row.text("mark");
        if (!mark.equals("T") && !mark.equals("F")) {
            problems.add(row.name() + ": mark is neither T nor F");
        }
        if (!seen.add(row.text("filename"))) {
            problems.add(row.name() + ": the file has another mark");
        }
    }

    private void file(Row row) {
        String name = row.text("filename");
        if (name.isEmpty()) {
            problems.add(row.name() + ": names no file");
        } else if (files && !Files.isRegularFile(Path.of(name))) {
            problems.add(row.name() + ": its file is missing");
        }
    }

    /** One row as it is. */
    private record Row(String table, List<String> columns, List<@Nullable Object> values) {

        String name() {
            return String.format(Locale.ROOT, "%s %s", table, values.get(0));
        }

        String text(String column) {
            Object value = values.get(columns.indexOf(column));
            return value == null ? "" : value.toString();
        }

        int number(String column) {
            Object value = values.get(columns.indexOf(column));
            if (value == null) {
                return InclusiveBox.NONE;
            }
            if (value instanceof Number number) {
                return Math.toIntExact(number.longValue());
            }
            throw new IllegalArgumentException("'" + column + "' is not a number");
        }
    }
}
