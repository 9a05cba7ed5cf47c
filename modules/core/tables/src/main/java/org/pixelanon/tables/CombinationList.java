package org.pixelanon.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.pixelanon.model.Progress;

/**
 * Lists that the Python tool's random_combinations writes beside a CSV file: {@code
 * FILE_filepos.csv} with, for each combination of values, the number of its rows and the positions
 * in FILE, in bytes, at which some of them begin, often with repetitions.
 */
public final class CombinationList {

    private static final String SUFFIX = "_filepos.csv";

    private CombinationList() {}

    /**
     * Returns whether a file is such a list, by its name.
     *
     * @param file a file
     * @return true if its name has the ending of such lists
     */
    public static boolean isList(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /**
     * The table that a list is about.
     *
     * @param list a list
     * @return the path of the table
     */
    public static Path table(Path list) {
        String name = list.toString();
        return Path.of(name.substring(0, name.length() - SUFFIX.length()));
    }

    /**
     * Reads the rows of a list, each once.
     *
     * @param list the list
     * @param table the table that it is about, in the encoding of both
     * @param number the most rows of a combination; the first of the table are taken
     * @param wanted which combinations are wanted; the values in the list, joined by commas
     * @param progress receives progress
     * @return a group for each combination, in the order of the list, and what was read of the list
     * @throws IOException if one of them cannot be read, or a position is invalid
     */
    public static RowGroups.Result read(
            Path list, CsvTable table, int number, Predicate<String> wanted, Progress progress)
            throws IOException {
        CsvTable positions = CsvTable.open(list, table.charset());
        int combination = positions.column("combination");
        int total = positions.column("total");
        List<RowGroups.Group> groups = new ArrayList<>();
        CsvTable.Reading reading =
                positions.read(
                        row -> {
                            String key = row.get(combination);
                            if (!wanted.test(key)) {
                                return;
                            }
                            List<RowGroups.Kept> kept = new ArrayList<>();
                            for (long at : places(list, row, Math.max(combination, total) + 1)) {
                                if (kept.size() < number) {
                                    kept.add(new RowGroups.Kept(0, rowAt(table, at)));
                                }
                            }
                            long rows = number(list, row, total);
                            groups.add(new RowGroups.Group(List.of(key), rows, kept));
                        },
                        progress);
        return new RowGroups.Result(groups, reading);
    }

    private static TreeSet<Long> places(Path list, Row row, int from) throws TableException {
        TreeSet<Long> places = new TreeSet<>();
        for (int i = from; i < row.size(); i++) {
            places.add(number(list, row, i));
        }
        return places;
    }

    private static long number(Path list, Row row, int column) throws TableException {
        try {
            return Long.parseLong(row.get(column).strip());
        } catch (NumberFormatException e) {
            throw new TableException(
                    list
                            + ": line "
                            + row.line()
                            + ": field "
                            + (column + 1)
                            + " is not a "
                            + "number",
                    e);
        }
    }

    /** Checks that a row begins at a position, in case the table was rewritten after the list. */
    private static List<String> rowAt(CsvTable table, long at) throws TableException {
        Path file = table.file();
        try {
            if (at < 1 || at >= Files.size(file)) {
                throw new TableException(file + ": has no row at byte " + at);
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                ByteBuffer before = ByteBuffer.allocate(1);
                if (channel.position(at - 1).read(before) != 1 || before.get(0) != '\n') {
                    throw new TableException(file + ": no row begins at byte " + at);
                }
            }
            try (RowReader rows = RowReader.of(file, table.charset(), at, table.columns(), null)) {
                Row row = rows.next();
                if (row != null && row.size() == table.columns().size()) {
                    return row.fields();
                }
            }
        } catch (TableException e) {
            throw e;
        } catch (IOException e) {
            throw new TableException(file + ": cannot be read at byte " + at, e);
        }
        throw new TableException(file + ": no row begins at byte " + at);
    }
}
