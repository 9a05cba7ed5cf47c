package blackbox.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Progress;
import org.pixelanon.tables.ColumnSummary;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.ImageTypes;
import org.pixelanon.tables.Numbers;
import org.pixelanon.tables.TableException;
import org.pixelanon.tables.TableSummary;

class TableSummaryTest {

    @TempDir private Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private static TableSummary summary(Path file, Charset charset, int top) throws IOException {
        return TableSummary.of(CsvTable.open(file, charset), List.of(), top, Silent.PROGRESS);
    }

    private TableSummary summary(String text) throws IOException {
        return summary(csv(text), StandardCharsets.UTF_8, 10);
    }

    @Test
    void every_value_of_every_column_is_counted_whatever_its_characters() throws IOException {
        String[] pool = {
            "", "a", "ä", "名前", "x,y", "say \"so\"", "two\nlines", "\uD83D\uDE00", " a "
        };
        Random random = new Random(3);
        Map<String, Long> expected = new HashMap<>();
        StringBuilder text = new StringBuilder("First,Second\r\n");
        for (int i = 0; i < 5000; i++) {
            String value = pool[random.nextInt(pool.length)];
            value = value.isEmpty() || random.nextInt(4) > 0 ? value : value + random.nextInt(900);
            expected.merge(value, 1L, Long::sum);
            text.append("c,\"").append(value.replace("\"", "\"\"")).append("\"\r\n");
        }
        TableSummary summary = summary(csv(text.toString()), StandardCharsets.UTF_8, 100_000);
        ColumnSummary column = summary.columns().get(1);
        assertThat(column.name()).isEqualTo("Second");
        assertThat(column.rows()).isEqualTo(5000);
        assertThat(column.empty()).isEqualTo(expected.remove(""));
        assertThat(column.distinct()).isEqualTo(expected.size());
        Map<String, Long> counted = new HashMap<>();
        column.top().forEach(c -> counted.put(c.value(), c.rows()));
        assertThat(counted).isEqualTo(expected);
        assertThat(summary.columns().get(0).top())
                .containsExactly(new ColumnSummary.Count("c", 5000));
    }

    @Test
    void the_most_frequent_values_come_first_and_those_of_one_number_by_name() throws IOException {
        TableSummary summary = summary(csv("A\nb\na\nc\nc\nd\n"), StandardCharsets.UTF_8, 2);
        assertThat(summary.columns().get(0).top())
                .containsExactly(new ColumnSummary.Count("c", 2), new ColumnSummary.Count("a", 1));
        assertThat(summary.columns().get(0).distinct()).isEqualTo(4);
    }

    @Test
    void numbers_in_brackets_are_numbers_and_what_is_none_is_counted() throws IOException {
        ColumnSummary rows = summary("Rows\n256\n[256]\n 512 \nX\n\"\"\n-1.5\n").columns().get(0);
        assertThat(rows.numbers()).hasValue(new Numbers(4, 1, -1.5, 512, 1022.5 / 4, 1022.5));
        assertThat(rows.empty()).isEqualTo(1);
        assertThat(summary("A\nx\ny\n3\n").columns().get(0).numbers()).as("mostly words").isEmpty();
        for (String none : List.of("1d", "0x10", "NaN", "Infinity", "[]", "1 2")) {
            Numbers numbers =
                    summary("A\n1\n" + none + "\n").columns().get(0).numbers().orElseThrow();
            assertThat(numbers.notNumeric()).as(none).isEqualTo(1);
        }
    }

    @Test
    void image_types_are_counted_in_full_and_by_their_first_two_values() throws IOException {
        TableSummary summary =
                summary(
                        "ImageType\nORIGINAL\\PRIMARY\\AXIAL\nORIGINAL\\PRIMARY\n"
                                + "\"[\"\"DERIVED\"\", \"\"SECONDARY\"\", \"\"X\"\"]\"\nMOSAIC\nPRIMARY\\ORIGINAL\n");
        assertThat(summary.columns()).hasSize(2);
        assertThat(summary.columns().get(0).distinct()).isEqualTo(5);
        assertThat(summary.columns().get(1).name()).isEqualTo("ImageType (short)");
        assertThat(summary.columns().get(1).top())
                .containsExactly(
                        new ColumnSummary.Count("BAD", 2),
                        new ColumnSummary.Count("ORIGINAL\\PRIMARY", 2),
                        new ColumnSummary.Count("DERIVED\\SECONDARY", 1));
        assertThat(ImageTypes.shortened("DERIVED\\PRIMARY\\A\\B")).isEqualTo("DERIVED\\PRIMARY");
        assertThat(ImageTypes.shortened("")).isEqualTo("BAD");
    }

    @Test
    void gzip_byte_order_marks_and_other_encodings_are_read() throws IOException {
        Path packed = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("\uFEFFModality\nCT\nCT\n".getBytes(StandardCharsets.UTF_8));
        }
        ColumnSummary column = summary(packed, StandardCharsets.UTF_8, 5).columns().get(0);
        assertThat(column.name()).isEqualTo("Modality");
        assertThat(column.top()).containsExactly(new ColumnSummary.Count("CT", 2));
        Path latin = folder.resolve("l.csv");
        Files.write(latin, "A\nä\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(summary(latin, StandardCharsets.ISO_8859_1, 5).columns().get(0).top())
                .containsExactly(new ColumnSummary.Count("ä", 1));
    }

    @Test
    void bytes_that_are_no_text_of_the_encoding_are_told_with_their_line() throws IOException {
        StringBuilder text = new StringBuilder("A,B\n");
        text.append("x,y\n".repeat(30_000)).append("x,ä\n").append("x,y\n".repeat(9));
        Path file = folder.resolve("l.csv");
        Files.write(file, text.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> summary(file, StandardCharsets.UTF_8, 5))
                .isInstanceOf(TableException.class)
                .hasMessage(file + ": line 30002: bytes that are no UTF-8 text");
    }

    @Test
    void rows_of_another_length_are_left_out_and_told_with_their_lines() throws IOException {
        TableSummary summary = summary("A,B\n1,2\n3\n4,5,6\n\"7\n8\",9\n10,11\n");
        assertThat(summary.reading()).isEqualTo(new CsvTable.Reading(3, 2, List.of(3L, 4L)));
        assertThat(summary.reading().complaint(Path.of("t.csv")))
                .isEqualTo(
                        "t.csv: 2 rows have another number of fields than the header and are left"
                                + " out: line 3, 4");
        assertThat(summary.columns().get(0).distinct()).isEqualTo(3);
    }

    @Test
    void what_is_no_table_is_refused_with_its_name() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> CsvTable.open(missing, StandardCharsets.UTF_8))
                .hasMessage(missing + ": no such file");
        Path empty = csv("");
        assertThatThrownBy(() -> CsvTable.open(empty, StandardCharsets.UTF_8))
                .hasMessage(empty + ": is empty");
        Path twice = csv("A,B,A\n");
        assertThatThrownBy(() -> CsvTable.open(twice, StandardCharsets.UTF_8))
                .hasMessage(twice + ": line 1: two columns have the same name");
        CsvTable table = CsvTable.open(csv("A,B\n"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> table.column("C"))
                .hasMessage(table.file() + ": line 1: no column 'C'");
    }

    /** Tells nobody. */
    enum Silent implements Progress {
        PROGRESS;

        @Override
        public void begin(String task, long total) {}

        @Override
        public void step(String item) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void end() {}
    }
}
