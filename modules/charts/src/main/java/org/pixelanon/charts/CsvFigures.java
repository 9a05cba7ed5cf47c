package org.pixelanon.charts;

import java.nio.file.Path;
import java.util.List;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pipeline.ColumnCounts;

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
    "NOTE_Column={0} rows, {1} without a value, {2} different values",
    "# {0} - how many are shown",
    "NOTE_TopValues=the {0} most frequent are shown",
    "# {0} - median",
    "NOTE_Median=median {0}",
    "# {0} - number of rows",
    "NOTE_Others={0} rows of further values were not told apart"
})
final class CsvFigures {

    static final int MOST_VALUES = 20;

    /** Few numbers, such as bits stored, are better shown one by one. */
    private static final int FEW = 12;

    private CsvFigures() {}

    static BarFigure of(Path csv, ColumnCounts counts) {
        boolean histogram = counts.isNumeric() && counts.distinct() > FEW;
        StringBuilder note =
                new StringBuilder(
                        Bundle.NOTE_Column(counts.rows(), counts.empty(), counts.distinct()));
        if (histogram) {
            String median = Histogram.digits(counts.median().orElseThrow());
            note.append("; ").append(Bundle.NOTE_Median(median));
        } else if (counts.distinct() > MOST_VALUES) {
            note.append("; ").append(Bundle.NOTE_TopValues(MOST_VALUES));
        }
        if (counts.others() > 0 && !histogram) {
            note.append("; ").append(Bundle.NOTE_Others(counts.others()));
        }
        return new BarFigure(
                Bundle.FIG_Column(counts.column(), String.valueOf(csv.getFileName())),
                note.toString(),
                Bundle.AXIS_Value(),
                Bundle.AXIS_Rows(),
                !histogram,
                List.of(""),
                histogram
                        ? Histogram.of(counts.numbers()).rows()
                        : BarFigure.rows(counts.top(MOST_VALUES)));
    }
}
