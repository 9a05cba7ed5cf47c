package org.pixelanon.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.UIManager;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

class ChartDrawingTest {

    private static BarFigure figure(List<String> series, BarFigure.Row... rows) {
        return new BarFigure("title", "note", "kind", "files", true, series, List.of(rows));
    }

    @Test
    void two_bars_of_the_same_label_stay_two() {
        BarFigure figure =
                figure(
                        List.of(""),
                        new BarFigure.Row("same", List.of(1.0)),
                        new BarFigure.Row("same", List.of(2.0)));
        assertThat(ChartDrawing.dataset(figure).getColumnCount()).isEqualTo(2);
        assertThat(ChartDrawing.dataset(figure).getValue(0, 1)).isEqualTo(2.0);
    }

    @Test
    void parts_are_told_apart_by_a_legend_and_single_bars_need_none() {
        BarFigure parts = figure(List.of("one", "two"), new BarFigure.Row("a", List.of(1.0, 2.0)));
        assertThat(ChartDrawing.draw(parts).getLegend()).isNotNull();
        BarFigure single = figure(List.of(""), new BarFigure.Row("a", List.of(1.0)));
        assertThat(ChartDrawing.draw(single).getLegend()).isNull();
    }

    @Test
    void a_chart_is_drawn_in_the_colours_of_the_look() {
        Color before = UIManager.getColor("Table.background");
        try {
            UIManager.put("Table.background", new Color(1, 2, 3));
            JFreeChart chart =
                    ChartDrawing.draw(figure(List.of(""), new BarFigure.Row("a", List.of(1.0))));
            BufferedImage image = chart.createBufferedImage(400, 200);
            assertThat(new Color(image.getRGB(1, 1))).isEqualTo(new Color(1, 2, 3));
            assertThat(chart.getCategoryPlot().getBackgroundPaint()).isEqualTo(new Color(1, 2, 3));
        } finally {
            UIManager.put("Table.background", before);
        }
    }

    @Test
    void numbers_are_written_on_bars_and_zeros_are_not() {
        BarFigure parts =
                figure(List.of("one", "two"), new BarFigure.Row("a", List.of(0.0, 1234.5)));
        BarLabels labels = new BarLabels();
        assertThat(labels.generateLabel(ChartDrawing.dataset(parts), 0, 0)).isNull();
        assertThat(labels.generateLabel(ChartDrawing.dataset(parts), 1, 0)).isEqualTo("1,234.5");
    }

    @Test
    void a_bar_needs_a_value_for_each_series() {
        assertThatThrownBy(
                        () -> figure(List.of("one", "two"), new BarFigure.Row("a", List.of(1.0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
