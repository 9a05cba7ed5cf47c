package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.ColumnCounts;
import org.pixelanon.pipeline.PipelineException;

class ColumnCountsTest {

    @TempDir Path folder;

    private Path csv(String text) throws Exception {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    @Test
    void columns_are_those_of_the_header_also_without_rows() throws Exception {
        assertThat(ColumnCounts.columns(csv("Modality,\"Image, Type\",Rows\r\n")))
                .containsExactly("Modality", "Image, Type", "Rows");
        assertThat(ColumnCounts.columns(csv("\uFEFFModality\nCT\n"))).containsExactly("Modality");
        assertThat(ColumnCounts.of(csv("A\n"), "A").rows()).isZero();
    }

    @Test
    void values_are_counted_the_most_frequent_first_and_equal_ones_by_name() throws Exception {
        ColumnCounts counts = ColumnCounts.of(csv("A,B\nx,1\nz,1\ny,1\n z ,1\n,1\n"), "A");
        assertThat(counts.rows()).isEqualTo(5);
        assertThat(counts.empty()).isEqualTo(1);
        assertThat(counts.distinct()).isEqualTo(3);
        assertThat(counts.top(2))
                .containsExactly(java.util.Map.entry("z", 2L), java.util.Map.entry("x", 1L));
        assertThat(counts.isNumeric()).isFalse();
        assertThat(counts.numbers()).isEmpty();
    }

    @Test
    void a_column_of_numbers_keeps_them_all_and_knows_their_median() throws Exception {
        ColumnCounts counts = ColumnCounts.of(csv("A\n3\n\n-1.5\n1e2\n\"\"\n3\n"), "A");
        assertThat(counts.isNumeric()).isTrue();
        assertThat(counts.numbers()).containsExactly(3, -1.5, 100, 3);
        assertThat(counts.median()).hasValue(3);
    }

    @Test
    void what_only_java_takes_for_a_number_is_none() throws Exception {
        for (String value : new String[] {"1d", "NaN", "Infinity", "1f", "1\\2"}) {
            assertThat(ColumnCounts.of(csv("A\n1\n" + value + "\n"), "A").isNumeric())
                    .as(value)
                    .isFalse();
        }
    }

    @Test
    void values_beyond_the_limit_are_counted_together() throws Exception {
        StringBuilder text = new StringBuilder("A\n");
        for (int i = 0; i < ColumnCounts.MOST_VALUES + 5; i++) {
            text.append('v').append(i).append('\n');
        }
        ColumnCounts counts = ColumnCounts.of(csv(text + "v0\n"), "A");
        assertThat(counts.distinct()).isEqualTo(ColumnCounts.MOST_VALUES);
        assertThat(counts.others()).isEqualTo(5);
        assertThat(counts.top(1)).containsEntry("v0", 2L);
    }

    @Test
    void a_broken_file_is_told_by_line_and_never_by_value() throws Exception {
        assertThatThrownBy(() -> ColumnCounts.of(csv("A,B\nx,1\nSECRET\n"), "A"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("3")
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(() -> ColumnCounts.of(csv("A\nx\n"), "B"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("no column 'B'");
        assertThatThrownBy(() -> ColumnCounts.columns(folder.resolve("absent.csv")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> ColumnCounts.columns(csv("")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assertThat(ColumnCounts.median(DoubleStream.of(4, 1, 2, 9))).hasValue(3);
        assertThat(ColumnCounts.median(DoubleStream.empty())).isEmpty();
    }
}
