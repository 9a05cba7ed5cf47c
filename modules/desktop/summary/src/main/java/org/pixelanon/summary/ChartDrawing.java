package org.pixelanon.summary;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import javax.swing.UIManager;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws figures in the colours and fonts of the current look and feel. */
final class ChartDrawing {

    /**
     * Orange, sky blue, bluish green, yellow, purple: distinguishable to colour-blind people too.
     */
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x56B4E9),
                    new Color(0xE69F00),
                    new Color(0x009E73),
                    new Color(0xF0E442),
                    new Color(0xCC79A7));

    private static final int LONGEST_LABEL = 40;

    /** Number of bars from which labels below a vertical chart are rotated. */
    private static final int CROWDED = 8;

    /** Position and label of a bar, so that equal labels remain distinct. */
    private record Key(int index, String label) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label.length() > LONGEST_LABEL
                    ? label.substring(0, LONGEST_LABEL - 1) + "…"
                    : label;
        }
    }

    private ChartDrawing() {}

    static DefaultCategoryDataset dataset(BarFigure figure) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int bar = 0; bar < figure.rows().size(); bar++) {
            BarFigure.Row row = figure.rows().get(bar);
            for (int part = 0; part < figure.series().size(); part++) {
                Key series = new Key(part, figure.series().get(part));
                data.addValue(row.values().get(part), series, new Key(bar, row.label()));
            }
        }
        return data;
    }

    static JFreeChart draw(BarFigure figure) {
        boolean parts = figure.series().size() > 1;
        PlotOrientation direction =
                figure.horizontal() ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL;
        JFreeChart chart =
                ChartFactory.createStackedBarChart(
                        figure.title(),
                        figure.categories(),
                        figure.values(),
                        dataset(figure),
                        direction,
                        parts,
                        true,
                        false);
        Color paper = UIManager.getColor("Table.background");
        Color ink = UIManager.getColor("Table.foreground");
        Font font = UIManager.getFont("Label.font");
        chart.setBackgroundPaint(paper);
        chart.setPadding(new RectangleInsets(4, 8, 4, 16));
        chart.getTitle().setPaint(ink);
        chart.getTitle().setFont(font.deriveFont(Font.BOLD, font.getSize2D() + 2));
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        TextTitle note = new TextTitle(figure.note(), font);
        note.setPaint(ink);
        note.setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.addSubtitle(note);
        if (chart.getLegend() != null) {
            chart.getLegend().setBackgroundPaint(paper);
            chart.getLegend().setItemPaint(ink);
            chart.getLegend().setItemFont(font);
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        plot(chart.getCategoryPlot(), figure, paper, ink, font);
        return chart;
    }

    private static void plot(
            CategoryPlot plot, BarFigure figure, Color paper, Color ink, Font font) {
        plot.setBackgroundPaint(paper);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 40));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        CategoryAxis categories = plot.getDomainAxis();
        NumberAxis values = (NumberAxis) plot.getRangeAxis();
        style(categories, ink, font);
        style(values, ink, font);
        categories.setMaximumCategoryLabelLines(2);
        if (figure.horizontal()) {
            categories.setMaximumCategoryLabelWidthRatio(0.5f);
        }
        categories.setCategoryMargin(0.25);
        categories.setLowerMargin(0.02);
        categories.setUpperMargin(0.02);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        if (!figure.horizontal() && figure.rows().size() > CROWDED) {
            categories.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        }
        values.setStandardTickUnits(new NumberTickUnitSource(true));
        values.setUpperMargin(
                figure.horizontal() ? 0.08 : 0.25); // room for the number after the longest bar
        BarRenderer bars = bars(figure, ink, font);
        plot.setRenderer(bars);
    }

    private static void style(Axis axis, Color ink, Font font) {
        axis.setLabelPaint(ink);
        axis.setLabelFont(font);
        axis.setTickLabelPaint(ink);
        axis.setTickLabelFont(font);
        axis.setAxisLinePaint(ink);
        axis.setTickMarkPaint(ink);
    }

    private static BarRenderer bars(BarFigure figure, Color ink, Font font) {
        boolean parts = figure.series().size() > 1;
        BarRenderer bars = parts ? new StackedBarRenderer() : new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(figure.horizontal() ? 0.35 : 0.12);
        bars.setDrawBarOutline(true);
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(font);
        bars.setDefaultItemLabelGenerator(new BarLabels());
        // black is readable on all five colours; beside a bar, the text colour of the look and feel
        // is
        bars.setDefaultItemLabelPaint(parts ? Color.BLACK : ink);
        ItemLabelPosition place =
                parts
                        ? new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER)
                        : figure.horizontal()
                                ? new ItemLabelPosition(
                                        ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT)
                                : new ItemLabelPosition(
                                        ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
        bars.setDefaultPositiveItemLabelPosition(place);
        bars.setPositiveItemLabelPositionFallback(place); // written even if it hardly fits
        bars.setDefaultToolTipGenerator(new BarLabels());
        for (int i = 0; i < figure.series().size(); i++) {
            bars.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
            bars.setSeriesOutlinePaint(i, ink);
            bars.setSeriesOutlineStroke(i, new BasicStroke(0.5f));
        }
        return bars;
    }
}
