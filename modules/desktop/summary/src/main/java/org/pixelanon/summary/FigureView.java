package org.pixelanon.summary;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import org.jfree.chart.ChartPanel;
import org.jspecify.annotations.Nullable;

/** One chart, high enough for its bars, or a text instead. */
final class FigureView extends JPanel implements Scrollable {

    private static final int BAR = 24;
    private static final int AROUND_BARS = 110;
    private static final int UPRIGHT = 220;

    private transient @Nullable BarFigure figure;
    private String words = "";

    FigureView() {
        super(new BorderLayout());
        setName("summary.chart");
    }

    /**
     * Shows a chart.
     *
     * @param other the chart
     * @param ifEmpty the text if it has no bars
     */
    void show(BarFigure other, String ifEmpty) {
        figure = other.isEmpty() ? null : other;
        words = ifEmpty;
        rebuild();
    }

    /** Shows a text. */
    void say(String text) {
        figure = null;
        words = text;
        rebuild();
    }

    private void rebuild() {
        removeAll();
        BarFigure now = figure;
        if (now == null) {
            JLabel label = new JLabel(words, SwingConstants.CENTER);
            label.setName("summary.message");
            label.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
            add(label);
            getAccessibleContext().setAccessibleName(words);
        } else {
            ChartPanel panel = new ChartPanel(ChartDrawing.draw(now));
            // drawn at its size, never scaled, since scaled text is blurred
            panel.setMinimumDrawWidth(0);
            panel.setMinimumDrawHeight(0);
            panel.setMaximumDrawWidth(Integer.MAX_VALUE);
            panel.setMaximumDrawHeight(Integer.MAX_VALUE);
            panel.setPopupMenu(null);
            panel.setMouseZoomable(false);
            panel.getAccessibleContext().setAccessibleName(now.title());
            panel.getAccessibleContext().setAccessibleDescription(spoken(now));
            add(panel);
        }
        revalidate();
        repaint();
    }

    /** The accessible description of the chart. */
    private static String spoken(BarFigure figure) {
        return figure.note()
                + "; "
                + figure.rows().stream()
                        .map(
                                row ->
                                        row.label()
                                                + ": "
                                                + row.values().stream()
                                                        .map(BarLabels::number)
                                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
    }

    /** A chart keeps its colours, so a change of look and feel needs a new chart. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (words != null) {
            rebuild();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        BarFigure now = figure;
        int height =
                now == null
                        ? 0
                        : now.horizontal() ? AROUND_BARS + BAR * now.rows().size() : UPRIGHT;
        return new Dimension(300, height);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return BAR;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height - BAR;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
