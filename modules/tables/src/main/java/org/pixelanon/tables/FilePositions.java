package org.pixelanon.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
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
 * in FILE, in bytes, at which some of them begin, often one of them several times.
 */
public final class FilePositions {

    private static final String SUFFIX = "_filepos.csv";

    private FilePositions() {}

    /**
     * Tells whether a file is such a list, by its name.
     *
     * @param file a file
     * @return true if its name ends as such lists' do
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
     * Reads the rows that a list names, each once.
     *
     * @param list the list
     * @param table the table that it is about
     * @param charset of both
     * @param number the most rows of a combination; the first of the table are taken
     * @param wanted which combinations are wanted; the values as the list has them, joined by
     *     commas
     * @param progress told how far the list is read
     * @return a group for each combination, in the order of the list
     * @throws IOException if one of them cannot be read, or a position is none
     */
    public static List<RowGroups.Group> read(
            Path list,
            CsvTable table,
            Charset charset,
            int number,
            Predicate<String> wanted,
            Progress progress)
            throws IOException {
        CsvTable positions = CsvTable.open(list, charset);
        int combination = positions.column("combination");
        int total = positions.column("total");
        List<RowGroups.Group> groups = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(table.file())) {
            positions.read(
                    row -> {
                        String key = row.get(combination);
                        if (!wanted.test(key)) {
                            return;
                        }
                        List<RowGroups.Kept> kept = new ArrayList<>();
                        for (long at : places(list, row, Math.max(combination, total) + 1)) {
                            if (kept.size() < number) {
                                kept.add(new RowGroups.Kept(0, rowAt(table, channel, charset, at)));
                            }
                        }
                        long rows = number(list, row, total);
                        groups.add(new RowGroups.Group(List.of(key), rows, kept));
                    },
                    progress);
        }
        return groups;
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
                    list + ": line " + row.line() + ": field " + (column + 1) + " is no number", e);
        }
    }

    private static List<String> rowAt(CsvTable table, FileChannel channel, Charset charset, long at)
            throws IOException {
        if (at < 0 || at >= Files.size(table.file())) {
            throw new TableException(table.file() + ": has no row at byte " + at);
        }
        channel.position(at);
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), charset));
        StringBuilder text = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            text.append(line).append('\n');
            if (text.chars().filter(c -> c == '"').count() % 2 == 0) {
                List<String> fields = CsvTable.fields(text.toString());
                if (fields.size() == table.columns().size()) {
                    return fields;
                }
                break;
            }
        }
        throw new TableException(table.file() + ": no row begins at byte " + at);
    }
}
