package org.pixelanon.summary;

import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.CategoryToolTipGenerator;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Writes numbers on bars and shows them in the tooltip. */
final class BarLabels implements CategoryItemLabelGenerator, CategoryToolTipGenerator {

    @Override
    public @Nullable String generateLabel(CategoryDataset data, int series, int bar) {
        double value = data.getValue(series, bar).doubleValue();
        return value == 0 ? null : number(value);
    }

    @Override
    public String generateToolTip(CategoryDataset data, int series, int bar) {
        String part = data.getRowCount() > 1 ? ", " + data.getRowKey(series) : "";
        return data.getColumnKey(bar)
                + part
                + ": "
                + number(data.getValue(series, bar).doubleValue());
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int series) {
        return String.valueOf(data.getRowKey(series));
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int bar) {
        return String.valueOf(data.getColumnKey(bar));
    }

    static String number(double value) {
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
