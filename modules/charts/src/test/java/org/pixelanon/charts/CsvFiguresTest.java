package org.pixelanon.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.ColumnCounts;

class CsvFiguresTest {

    @TempDir Path folder;

    private BarFigure figure(String column, String text) throws Exception {
        Path csv = Files.writeString(folder.resolve("tags.csv"), text);
        return CsvFigures.of(csv, ColumnCounts.of(csv, column));
    }

    @Test
    void a_column_of_words_shows_the_most_frequent_first() throws Exception {
        BarFigure figure = figure("Modality", "Modality,Rows\nCT,1\nUS,1\nCT,1\n,1\n");
        assertThat(figure.rows())
                .containsExactly(
                        new BarFigure.Row("CT", List.of(2.0)),
                        new BarFigure.Row("US", List.of(1.0)));
        assertThat(figure.note()).isEqualTo("4 rows, 1 without a value, 2 different values");
        assertThat(figure.horizontal()).isTrue();
    }

    @Test
    void a_column_of_many_numbers_shows_a_histogram_with_its_median() throws Exception {
        StringBuilder text = new StringBuilder("Rows\n");
        for (int i = 0; i <= 100; i++) {
            text.append(i).append('\n');
        }
        BarFigure figure = figure("Rows", text.toString());
        assertThat(figure.rows()).hasSize(11);
        assertThat(figure.note()).endsWith("median 50");
        assertThat(figure.horizontal()).isFalse();
    }

    @Test
    void a_column_of_few_numbers_shows_each() throws Exception {
        BarFigure figure = figure("BitsStored", "BitsStored\n8\n12\n8\n");
        assertThat(figure.rows().get(0)).isEqualTo(new BarFigure.Row("8", List.of(2.0)));
    }

    @Test
    void a_column_without_values_has_no_bars() throws Exception {
        assertThat(figure("B", "A,B\n1,\n2,\n").isEmpty()).isTrue();
    }
}
