package org.pixelanon.summary;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.tables.ColumnFigures;
import org.pixelanon.tables.ColumnSummary;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.NumberCounts;
import org.pixelanon.tables.NumberSummary;

/** The chart of one column of a CSV file: a histogram of numbers, or the most frequent values. */
@Messages({
    "# {0} - column",
    "# {1} - file name",
    "FIG_Column={0} in {1}",
    "AXIS_Rows=rows",
    "AXIS_Value=value",
    "# {0} - number of rows",
    "# {1} - rows without value",
    "# {2} - number of distinct values",
    "NOTE_Column={0} rows, {1} without a value, {2} distinct values",
    "# {0} - how many are shown",
    "NOTE_TopValues=the {0} most frequent are shown",
    "# {0} - lowest",
    "# {1} - median",
    "# {2} - mean",
    "# {3} - highest",
    "NOTE_Numbers=min {0}, median {1}, mean {2}, max {3}",
    "# {0} - number of rows",
    "NOTE_NoNumbers=rows without a numeric value, not shown: {0}",
    "# {0} - number of rows",
    "# {1} - line",
    "NOTE_Broken=malformed rows skipped: {0}, the first on line {1}",
    "# {0} - number of rows",
    "NOTE_Headers=repeated header lines skipped: {0}"
})
final class CsvFigures {

    static final int MOST_VALUES = 20;

    /** Few numbers, such as bits stored, are better shown one by one. */
    private static final int FEW = 12;

    private CsvFigures() {}

    static BarFigure of(Path csv, ColumnFigures column) {
        ColumnSummary summary = column.summary();
        StringBuilder note =
                new StringBuilder(
                        Bundle.NOTE_Column(summary.rows(), summary.empty(), summary.distinct()));
        Optional<NumberCounts> spread = column.numbers().filter(CsvFigures::isSpread);
        column.numbers().ifPresent(all -> note(note, numbers(summary, all)));
        if (spread.isEmpty() && summary.distinct() > MOST_VALUES) {
            note(note, Bundle.NOTE_TopValues(MOST_VALUES));
        }
        long others = summary.numbers().map(NumberSummary::notNumeric).orElse(0L);
        if (spread.isPresent() && others > 0) {
            note(note, Bundle.NOTE_NoNumbers(others));
        }
        CsvTable.Reading reading = column.reading();
        if (reading.broken() > 0) {
            note(note, Bundle.NOTE_Broken(reading.broken(), reading.brokenLines().get(0)));
        }
        if (reading.headers() > 0) {
            note(note, Bundle.NOTE_Headers(reading.headers()));
        }
        return new BarFigure(
                Bundle.FIG_Column(summary.name(), String.valueOf(csv.getFileName())),
                note.toString(),
                Bundle.AXIS_Value(),
                Bundle.AXIS_Rows(),
                spread.isEmpty(),
                List.of(""),
                spread.map(all -> Histogram.of(all.numbers(), all.rows()).rows())
                        .orElseGet(() -> BarFigure.rows(top(summary))));
    }

    private static void note(StringBuilder note, String more) {
        note.append("; ").append(more);
    }

    /** Many distinct numbers with a finite range. */
    private static boolean isSpread(NumberCounts all) {
        double[] numbers = all.numbers();
        return numbers.length > FEW && Double.isFinite(numbers[numbers.length - 1] - numbers[0]);
    }

    private static String numbers(ColumnSummary summary, NumberCounts all) {
        NumberSummary numbers = summary.numbers().orElseThrow();
        return Bundle.NOTE_Numbers(
                Histogram.digits(numbers.min()),
                Histogram.digits(all.median()),
                Histogram.digits(numbers.mean()),
                Histogram.digits(numbers.max()));
    }

    private static Map<String, Long> top(ColumnSummary summary) {
        Map<String, Long> top = new LinkedHashMap<>();
        summary.top().forEach(count -> top.put(count.value(), count.rows()));
        return top;
    }
}
