package blackbox.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.pixelanon.tables.NumberSummary;
import org.pixelanon.tables.SummaryWriter;
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
        assertThat(rows.numbers()).hasValue(new NumberSummary(4, 1, -1.5, 512, 1022.5 / 4, 1022.5));
        assertThat(rows.empty()).isEqualTo(1);
        assertThat(summary("A\nx\ny\n3\n").columns().get(0).numbers()).as("mostly words").isEmpty();
        for (String none :
                List.of("1d", "0x10", "NaN", "Infinity", "[]", "1 2", "-0x1p3", "1e400", "1_000")) {
            NumberSummary numbers =
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
        assertThat(ImageTypes.shortened("ORIGINAL/PRIMARY"))
                .as("as ImageType2 has it")
                .isEqualTo("ORIGINAL\\PRIMARY");
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
                .hasMessage(file + ": line 30002: bytes that are not UTF-8 text");
    }

    @Test
    void rows_of_another_length_are_left_out_and_told_with_their_lines() throws IOException {
        TableSummary summary = summary("A,B\n1,2\n3\n4,5,6\n\"7\n8\",9\n10,11\n");
        assertThat(summary.reading()).isEqualTo(new CsvTable.Reading(3, 2, List.of(3L, 4L), 0));
        assertThat(summary.reading().complaint(Path.of("t.csv")))
                .isEqualTo(
                        "t.csv: 2 rows have a different number of fields than the header and are"
                                + " skipped: line 3, 4");
        assertThat(summary.columns().get(0).distinct()).isEqualTo(3);
    }

    @Test
    void a_quote_that_does_not_end_is_told_with_the_line_of_its_row() {
        for (String end : List.of("", "\n", "\r\n", "\"\"", "\"\"\n", "\n\n")) {
            assertThatThrownBy(() -> summary("A,B\n1,2\n3,\"x\n4,5" + end))
                    .as(end)
                    .isInstanceOf(TableException.class)
                    .hasMessageEndingWith(".csv: line 3: a quote is not closed in this row");
        }
        assertThatThrownBy(() -> summary("A,\"B\n1,2\n"))
                .hasMessageEndingWith(".csv: line 1: a quote is not closed in this row");
    }

    @Test
    void quotes_that_end_are_no_failure_however_the_file_ends() throws IOException {
        for (String end :
                List.of("\"x\"", "\"x\"\n", "\"x\n\"", "\"x\"\"\"\r\n", "x\"", "\"\"\n\n")) {
            TableSummary summary = summary("A,B\n1," + end);
            assertThat(summary.reading().rows()).as(end).isEqualTo(1);
            assertThat(summary.reading().broken()).as(end).isZero();
        }
    }

    @Test
    void a_compressed_file_that_is_cut_is_told_with_the_line_behind_which_it_ends()
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 50_000; i++) {
                out.write((i == 0 ? "A,B\n" : i + "," + i * i + "\n").getBytes(UTF_8));
            }
        }
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> summary(cut, UTF_8, 5))
                .isInstanceOf(TableException.class)
                .hasMessageMatching(
                        ".*cut.csv.gz: cannot be read after line \\d{4,5}: the compressed data "
                                + "is truncated");
    }

    @Test
    void bad_bytes_are_told_with_their_line_in_encodings_of_two_bytes_too() throws IOException {
        Path file = folder.resolve("u.csv");
        byte[] good = "A,B\n\u0A0A,\u0A0D\nx,y\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] all = Arrays.copyOf(good, good.length + 2);
        all[good.length] = 0; // the second half of a pair that has no first
        all[good.length + 1] = (byte) 0xDC;
        Files.write(file, all);
        assertThatThrownBy(() -> summary(file, StandardCharsets.UTF_16LE, 5))
                .hasMessage(file + ": line 4: bytes that are not UTF-16LE text");
    }

    @Test
    void headers_between_the_rows_of_lists_that_were_joined_are_passed_over_and_counted()
            throws IOException {
        TableSummary summary = summary("A,B\n1,2\nA,B\n3,4\nA,C\nA,B\n");
        assertThat(summary.reading()).isEqualTo(new CsvTable.Reading(3, 0, List.of(), 2));
        assertThat(summary.columns().get(0).distinct()).isEqualTo(3);
        assertThat(summary("A\n1\nA\n").reading())
                .as("in one column it may be a value")
                .isEqualTo(new CsvTable.Reading(2, 0, List.of(), 0));
    }

    @Test
    void what_the_visitor_throws_is_not_blamed_on_the_file() throws IOException {
        CsvTable table = CsvTable.open(csv("A\n1\n"), UTF_8);
        IOException full = new IOException("disk full");
        assertThatThrownBy(
                        () ->
                                table.read(
                                        row -> {
                                            throw full;
                                        },
                                        Silent.PROGRESS))
                .isSameAs(full);
        assertThatThrownBy(
                        () ->
                                table.read(
                                        row -> {
                                            throw new UncheckedIOException(full);
                                        },
                                        Silent.PROGRESS))
                .isSameAs(full);
    }

    @Test
    void a_file_that_was_written_anew_is_not_counted_by_the_old_header() throws IOException {
        CsvTable table = CsvTable.open(csv("A,B\n1,2\n"), UTF_8);
        csv("B,A\n1,2\n");
        assertThatThrownBy(() -> TableSummary.of(table, List.of("A"), 1, Silent.PROGRESS))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith(": line 1: the header changed");
    }

    @Test
    void values_are_shown_to_people_in_one_line_without_control_characters() throws IOException {
        TableSummary summary = summary("A\n\"two\nlines\"\n\u001B[31mred\n\u009B1m\n");
        StringWriter text = new StringWriter();
        SummaryWriter.write(List.of(summary), SummaryWriter.Form.TEXT, false, text);
        assertThat(text.toString())
                .contains("1  two\u240Alines\n", "1  \u241B[31mred\n", "1  \uFFFD1m\n");
        StringWriter csv = new StringWriter();
        SummaryWriter.write(List.of(summary), SummaryWriter.Form.CSV, false, csv);
        assertThat(csv.toString()).contains("value,\"two\nlines\",1\n");
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
