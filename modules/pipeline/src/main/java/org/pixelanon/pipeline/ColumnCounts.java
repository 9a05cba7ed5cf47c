package org.pixelanon.pipeline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How often each value stands in one column of a CSV file. The file is read as a stream; values are
 * told apart up to {@link #MOST_VALUES} of them, and what comes later is counted together.
 */
public final class ColumnCounts {

    /** Distinct values that are kept, so that a column of unique names does not fill the memory. */
    public static final int MOST_VALUES = 100_000;

    private final String column;
    private final Map<String, Long> counts = new HashMap<>();
    private long rows;
    private long empty;
    private long others;
    private boolean numeric = true;
    private double[] numbers = new double[64];
    private int size;

    private ColumnCounts(String column) {
        this.column = column;
    }

    /**
     * The columns of a file.
     *
     * @param csv the file, UTF-8, with a header line
     * @return their names, in the order of the file
     * @throws PipelineException if the file cannot be read or has no header
     */
    public static List<String> columns(Path csv) throws PipelineException {
        // read without names, because a file of a header alone has no record that could tell them
        try (CsvReader<CsvRecord> reader = builder(csv).ofCsvRecord(csv)) {
            return reader.stream()
                    .findFirst()
                    .map(header -> List.copyOf(header.getFields()))
                    .orElseThrow(() -> new PipelineException(csv + ": is empty"));
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw failure(csv, e);
        }
    }

    /**
     * Counts the values of a column.
     *
     * @param csv the file, UTF-8, with a header line
     * @param column the name of the column
     * @return the counts
     * @throws PipelineException if the file cannot be read, has no such column, or a row does not
     *     have as many fields as the header
     */
    public static ColumnCounts of(Path csv, String column) throws PipelineException {
        ColumnCounts counts = new ColumnCounts(column);
        if (!columns(csv).contains(column)) {
            throw new PipelineException(csv + ": line 1: no column '" + column + "'");
        }
        try (CsvReader<NamedCsvRecord> reader = builder(csv).ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                counts.add(row.getField(column).strip());
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw failure(csv, e);
        }
        return counts;
    }

    private static CsvReader.CsvReaderBuilder builder(Path csv) throws PipelineException {
        if (!Files.isRegularFile(csv)) {
            throw new PipelineException(csv + ": no such file");
        }
        return CsvReader.builder()
                .allowExtraFields(false)
                .allowMissingFields(false)
                .detectBomHeader(true)
                .skipEmptyLines(true);
    }

    /** Messages of FastCSV name lines, never values. */
    private static PipelineException failure(Path csv, Exception e) {
        if (e instanceof PipelineException ours) {
            return ours;
        }
        return new PipelineException(
                e instanceof CsvParseException parse
                        ? csv + ": " + RectangleCsv.parseProblem(parse)
                        : csv + ": cannot be read",
                e);
    }

    private void add(String value) {
        rows++;
        if (value.isEmpty()) {
            empty++;
            return;
        }
        addNumber(value);
        if (counts.size() < MOST_VALUES || counts.containsKey(value)) {
            counts.merge(value, 1L, Long::sum);
        } else {
            others++;
        }
    }

    private void addNumber(String value) {
        if (!numeric) {
            return;
        }
        double number = number(value);
        numeric = Double.isFinite(number);
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
        if (!numeric) {
            numbers = new double[0];
            size = 0;
        }
    }

    private static double number(String value) {
        char last = value.charAt(value.length() - 1);
        if (!Character.isDigit(last) && last != '.') {
            return Double.NaN; // Java alone takes "1d" and "0x1p3" for numbers
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * The column.
     *
     * @return its name
     */
    public String column() {
        return column;
    }

    /**
     * Number of rows.
     *
     * @return 0 or more, without the header
     */
    public long rows() {
        return rows;
    }

    /**
     * Number of rows without a value.
     *
     * @return 0 or more
     */
    public long empty() {
        return empty;
    }

    /**
     * Number of rows whose value came after {@link #MOST_VALUES} other values.
     *
     * @return 0 or more
     */
    public long others() {
        return others;
    }

    /**
     * Number of distinct values that were told apart.
     *
     * @return 0 to {@link #MOST_VALUES}
     */
    public int distinct() {
        return counts.size();
    }

    /**
     * The values that stand most often.
     *
     * @param most how many at most
     * @return value to number of rows, the most frequent first; those of the same number by name
     */
    public Map<String, Long> top(int most) {
        Map<String, Long> top = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(e -> top.put(e.getKey(), e.getValue()));
        return top;
    }

    /**
     * Whether the column holds numbers only.
     *
     * @return false if a value is none, or there is no value
     */
    public boolean isNumeric() {
        return numeric && size > 0;
    }

    /**
     * The numbers, in the order of the rows.
     *
     * @return a copy; empty if the column is not numeric
     */
    public double[] numbers() {
        return Arrays.copyOf(numbers, size);
    }

    /**
     * The middle number.
     *
     * @return of an even number of numbers the mean of the two in the middle; empty if there are
     *     none
     */
    public OptionalDouble median() {
        return median(DoubleStream.of(numbers()));
    }

    /**
     * The middle of some numbers.
     *
     * @param of the numbers, in any order
     * @return of an even number of numbers the mean of the two in the middle; empty if there are
     *     none
     */
    public static OptionalDouble median(DoubleStream of) {
        double[] sorted = of.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sorted.length % 2 == 1
                                ? sorted[middle]
                                : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
