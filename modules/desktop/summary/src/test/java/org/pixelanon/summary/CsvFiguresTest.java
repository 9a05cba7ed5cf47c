package org.pixelanon.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.tables.ColumnFigures;
import org.pixelanon.tables.CsvTable;

class CsvFiguresTest {

    @TempDir private Path folder;

    private BarFigure figure(String column, String text) throws Exception {
        Path csv = Files.writeString(folder.resolve("tags.csv"), text);
        CsvTable table = CsvTable.open(csv, StandardCharsets.UTF_8);
        CountProgress counting = new CountProgress(() -> false, percent -> {});
        return CsvFigures.of(
                csv, ColumnFigures.of(table, column, CsvFigures.MOST_VALUES, counting));
    }

    @Test
    void a_column_of_words_shows_the_most_frequent_first() throws Exception {
        BarFigure figure = figure("Modality", "Modality,Rows\nCT,1\nUS,1\nCT,1\n,1\n");
        assertThat(figure.rows())
                .containsExactly(
                        new BarFigure.Row("CT", List.of(2.0)),
                        new BarFigure.Row("US", List.of(1.0)));
        assertThat(figure.note()).isEqualTo("4 rows, 1 without a value, 2 distinct values");
        assertThat(figure.horizontal()).isTrue();
    }

    @Test
    void a_column_of_many_numbers_shows_a_histogram_with_its_median() throws Exception {
        StringBuilder text = new StringBuilder("Rows,Path\n");
        for (int i = 0; i <= 100; i++) {
            text.append(i % 2 == 0 ? i + "" : "[" + i + "]").append(",p\n");
        }
        BarFigure figure = figure("Rows", text + "100,p\nnone,p\n,p\n");
        assertThat(figure.rows()).hasSize(11);
        assertThat(figure.rows().get(10)).isEqualTo(new BarFigure.Row("100–110", List.of(2.0)));
        assertThat(figure.note())
                .contains(
                        "; min 0, median 50.5, mean 50.4901961, max 100; rows without a"
                                + " numeric value, not shown: 1");
        assertThat(figure.horizontal()).isFalse();
    }

    @Test
    void a_column_of_few_numbers_shows_each() throws Exception {
        BarFigure figure = figure("BitsStored", "BitsStored\n8\n12\n8\n");
        assertThat(figure.rows().get(0)).isEqualTo(new BarFigure.Row("8", List.of(2.0)));
        assertThat(figure.note()).endsWith("min 8, median 8, mean 9.33333333, max 12");
    }

    @Test
    void numbers_beyond_all_bounds_are_shown_as_values() throws Exception {
        StringBuilder text = new StringBuilder("A\n-1e308\n1e308\n");
        for (int i = 0; i < 20; i++) {
            text.append(i).append('\n');
        }
        assertThat(figure("A", text.toString()).horizontal()).isTrue();
    }

    @Test
    void a_column_without_values_has_no_bars() throws Exception {
        assertThat(figure("B", "A,B\n1,\n2,\n").isEmpty()).isTrue();
    }

    @Test
    void broken_rows_and_repeated_headers_are_told_beside_the_chart() throws Exception {
        assertThat(figure("B", "A,B\n1,x\nA,B\n1\n2,y\n").note())
                .isEqualTo(
                        "2 rows, 0 without a value, 2 distinct values; malformed rows skipped: 1, the"
                                + " first on line 4; repeated header lines skipped: 1");
    }

    @Test
    void image_types_are_offered_by_their_first_two_values_too() throws Exception {
        String text = "ImageType,Rows\nORIGINAL\\PRIMARY\\A,1\nORIGINAL\\PRIMARY,1\nX,1\n";
        assertThat(figure("ImageType (short)", text).rows())
                .containsExactly(
                        new BarFigure.Row("ORIGINAL\\PRIMARY", List.of(2.0)),
                        new BarFigure.Row("BAD", List.of(1.0)));
        CsvTable table = CsvTable.open(folder.resolve("tags.csv"), StandardCharsets.UTF_8);
        assertThat(ColumnFigures.names(table))
                .containsExactly("ImageType", "ImageType (short)", "Rows");
    }

    @Test
    void counting_stops_when_nobody_waits_any_more() throws Exception {
        StringBuilder text = new StringBuilder("A\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("value ").append(i).append('\n');
        }
        Path csv = Files.writeString(folder.resolve("long.csv"), text);
        CsvTable table = CsvTable.open(csv, StandardCharsets.UTF_8);
        AtomicBoolean left = new AtomicBoolean(true);
        List<Integer> told = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                ColumnFigures.of(
                                        table, "A", 1, new CountProgress(left::get, told::add)))
                .hasMessage(csv + ": stopped");
    }
}
