package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Lists of rectangles and of files as people, spreadsheets and other systems leave them. */
class ListsIT {

    private static final String HEADER = "filename,left,top,right,bottom,frame,overlay\n";
    private static final String ROW = ",0,0,3,3,0,-1\n";
    private static final String ACCENTS = "J\u00fcrgen M\u00fcller.dcm";

    @TempDir Path folder;
    private Path scans;
    private Path out;
    private Path plain;
    private Path accents;

    @BeforeEach
    void draw() throws IOException {
        scans = Files.createDirectory(folder.resolve("scans"));
        out = folder.resolve("out");
        plain = image(scans.resolve("plain.dcm"));
        accents = image(scans.resolve(ACCENTS));
    }

    private static Path image(Path file) throws IOException {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> 9).write(file, Syntax.EXPLICIT);
    }

    private Path list(String... rows) throws IOException {
        return list((HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }

    private Path list(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("rects.csv"), bytes);
    }

    private Command redact(Path list, Object... more) {
        List<Object> words = new ArrayList<>(List.of("redact", scans, "-q", "-o", out));
        words.addAll(List.of("--csv", list));
        words.addAll(Arrays.asList(more));
        return run(words.toArray());
    }

    private void isRefused(Command command, String... reasons) throws IOException {
        assertThat(command.complaints())
                .singleElement()
                .asString()
                .startsWith("pixelanon: ")
                .contains(reasons)
                .doesNotContain("internal error")
                .doesNotContain("Exception");
        assertThat(command.code()).isEqualTo(1);
        assertThat(files(out)).isEmpty();
    }

    private static boolean isBlank(Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy)) {
            return file.frame(0).sample(2, 2, 0) == 0;
        }
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD);
    }

    @Test
    void a_row_that_names_no_input_stops_the_run_before_anything_is_written() throws IOException {
        Path typo = scans.resolve("Juergen Mueller.dcm");
        Path written = Files.writeString(folder.resolve("written.csv"), "of the run before");
        Path report = folder.resolve("report.json");
        isRefused(
                redact(list(plain + ROW, typo + ROW), "--write-csv", written, "--report", report),
                "rects.csv: line 3: ",
                typo.toString());
        assertThat(written).hasContent("of the run before");
        assertThat(report).doesNotExist();
        isRefused(redact(list(typo + ROW)), "rects.csv: line 2: ", typo.toString());
        // also one that would have kept something, or has no rectangle
        isRefused(
                redact(list(plain + ROW, typo + ",-1,-1,-1,-1,0,-1\n")),
                "rects.csv: line 3: ",
                typo.toString());
    }

    @Test
    void rows_that_name_no_input_are_left_out_and_counted_if_that_is_asked_for()
            throws IOException {
        Path other = folder.resolve("other.dcm");
        Command redact = redact(list(plain + ROW, other + ROW, other + ROW), "--ignore-unmatched");
        assertThat(redact.code()).isZero();
        assertThat(redact.err()).contains("rows of the list that name no input: 2");
        assertThat(isBlank(out.resolve("plain.dcm"))).isTrue();
        assertThat(isBlank(out.resolve(ACCENTS))).isFalse();
    }

    @Test
    void a_list_none_of_whose_names_is_an_input_is_the_wrong_list_in_any_case() throws IOException {
        isRefused(
                redact(list(folder.resolve("other.dcm") + ROW), "--ignore-unmatched"),
                "names none of the 2 inputs",
                "other.dcm");
    }

    @Test
    void bytes_that_are_no_text_stop_the_run_with_line_and_name() throws IOException {
        for (byte[] bad : List.of(new byte[] {'\0'}, new byte[] {-1}, new byte[] {-61, 'x'})) {
            byte[] row =
                    (HEADER + plain + ROW + plain + "?" + ROW).getBytes(StandardCharsets.UTF_8);
            int at = new String(row, StandardCharsets.ISO_8859_1).indexOf('?');
            byte[] bytes = new byte[row.length - 1 + bad.length];
            System.arraycopy(row, 0, bytes, 0, at);
            System.arraycopy(bad, 0, bytes, at, bad.length);
            System.arraycopy(row, at + 1, bytes, at + bad.length, row.length - at - 1);
            String shown = String.format("%s\\x%02x", plain, bad[0] & 0xFF);
            isRefused(redact(list(bytes)), "rects.csv: line 3: bytes that are not UTF-8", shown);
            isRefused(redact(list(bytes), "--ignore-unmatched"), "rects.csv: line 3: ", shown);
            Path inputs = Files.copy(folder.resolve("rects.csv"), folder.resolve("in.csv"));
            isRefused(run("anonymise", inputs, "-q", "-o", out), "in.csv: line 3: ", shown);
            Files.delete(inputs);
        }
    }

    @Test
    void a_rectangle_that_is_none_stops_the_run_with_line_and_name() throws IOException {
        for (String row :
                List.of(",9,0,3,5,0,-1", ",0,9,5,3,0,-1", ",-5,0,3,3,0,-1", ",0,-5,3,3,0,-1")) {
            String why = row.contains("-5") ? "negative rectangle" : "inverted rectangle";
            isRefused(
                    redact(list(plain + ROW, accents + row + "\n")),
                    "rects.csv: line 3: " + why,
                    accents.toString());
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        Path a = folder.resolve("a.dcm");
        Path b = folder.resolve("b.dcm");
        isRefused(redact(list(a + ROW, plain + ROW, b + ROW)), "line 2: ", "line 4: ", "b.dcm");
        isRefused(
                redact(list(plain + ",9,0,3,5,0,-1\n", accents + ",0,0,x,3,0,-1\n")),
                "line 2: inverted",
                "line 3: 'right' is not a number");
    }

    @Test
    void a_quote_that_does_not_end_takes_no_rows_with_it() throws IOException {
        String header = "filename,left,top,right,bottom,ocr_text\n";
        String rows = plain + ",0,0,3,3,\"an inch is 1\n" + accents + ",0,0,3,3,text\n";
        isRefused(
                redact(list((header + rows).getBytes(StandardCharsets.UTF_8))),
                "line 2: a quote is not closed");
        Path inputs =
                Files.writeString(
                        folder.resolve("in.csv"),
                        "filename,x\n" + plain + ",\"a\n" + accents + ",b\n");
        isRefused(run("redact", inputs, "-q", "-o", out, "--rect", "0,0,3,3"), "line 2: a quote");
    }

    @Test
    void a_list_without_columns_or_with_a_column_twice_is_refused() throws IOException {
        isRefused(redact(list(new byte[0])), "line 1: ");
        isRefused(redact(list("filename,left\n".getBytes(StandardCharsets.UTF_8))), "'top'");
        isRefused(
                redact(
                        list(
                                ("filename,left,top,right,bottom,left\n" + plain + ",0,0,3,3,9\n")
                                        .getBytes(StandardCharsets.UTF_8))),
                "duplicate fields: [left]");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        Path list = list(("\uFEFF" + HEADER + plain + ROW).getBytes(StandardCharsets.UTF_8));
        assertThat(redact(list).code()).isZero();
        assertThat(isBlank(out.resolve("plain.dcm"))).isTrue();
        assertThat(run("verify", plain, out.resolve("plain.dcm"), "--csv", list).code()).isZero();
        Path db = Files.createDirectory(folder.resolve("db"));
        assertThat(run("db", "import", db, list).code()).isZero();
        assertThat(run("redact", list, "-q", "-o", folder.resolve("2"), "--db", db).code())
                .isZero();
        InputStream in = System.in;
        System.setIn(
                new ByteArrayInputStream(("\uFEFF" + plain).getBytes(Charset.defaultCharset())));
        try {
            Path third = folder.resolve("3");
            assertThat(run("redact", "-", "-q", "-o", third, "--rect", "0,0,1,1").code()).isZero();
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_other_lists_either() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "\uFEFFsome\nsome\nwords\n");
        assertThat(run("allowlist", "check", words).out()).contains(":2: note: duplicates line 1");
        Path built = folder.resolve("built.txt");
        assertThat(run("allowlist", "build", "--glossary", words, "-o", built).code()).isZero();
        assertThat(Files.readString(built)).doesNotContain("\uFEFF");
        Path db = Files.createDirectory(folder.resolve("db"));
        assertThat(run("db", "import", db, list(plain + ROW)).code()).isZero();
        Path dump = folder.resolve("dump.json");
        assertThat(run("db", "dump", db, "-o", dump).code()).isZero();
        Files.writeString(dump, "\uFEFF" + Files.readString(dump));
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(run("db", "import", other, dump).code()).isZero();
        Path rects = folder.resolve("again.csv");
        assertThat(run("db", "rects", other, "-o", rects).code()).isZero();
        assertThat(Files.readString(rects)).contains(plain.toString());
    }

    @Test
    void text_of_16_bits_is_refused_by_name() throws IOException {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            isRefused(redact(list((HEADER + plain + ROW).getBytes(charset))), "UTF-16");
            Path inputs = Files.copy(folder.resolve("rects.csv"), folder.resolve("in.csv"));
            isRefused(run("anonymise", inputs, "-q", "-o", out), "UTF-16");
            Files.delete(inputs);
        }
    }

    @Test
    void accents_of_either_form_name_the_one_file_that_fits() throws IOException {
        Path listed = scans.resolve(decomposed(ACCENTS));
        Command redact = redact(list(listed + ROW));
        assertThat(redact.code()).isZero();
        assertThat(isBlank(out.resolve(ACCENTS))).isTrue();
        Path second = folder.resolve("second");
        Path list = folder.resolve("rects.csv");
        assertThat(run("redact", list, "-q", "-o", second, "--csv", list).code()).isZero();
        assertThat(files(second)).singleElement().satisfies(f -> assertThat(isBlank(f)).isTrue());
    }

    @Test
    void a_name_that_several_inputs_bear_stops_the_run_unless_the_list_tells_them_apart()
            throws IOException {
        Path twin = image(scans.resolve(decomposed(ACCENTS)));
        isRefused(redact(list(accents + ROW)), "line 2: is ambiguous: matches several inputs");
        isRefused(redact(list(twin + ROW)), "line 2: is ambiguous: matches several inputs");
        Command both = redact(list(accents + ROW, twin + ",-1,-1,-1,-1,0,-1\n"));
        assertThat(both.code()).isZero();
        assertThat(isBlank(out.resolve(ACCENTS))).isTrue();
        assertThat(isBlank(out.resolve(decomposed(ACCENTS)))).isFalse();
    }

    @Test
    void another_name_of_an_input_names_it_unless_there_are_several() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.dcm"), plain);
        assertThat(redact(list(link + ROW)).code()).isZero();
        assertThat(isBlank(out.resolve("plain.dcm"))).isTrue();
        Files.delete(out.resolve("plain.dcm"));
        Files.delete(out.resolve(ACCENTS));
        Files.createSymbolicLink(scans.resolve("inside.dcm"), plain);
        isRefused(redact(list(link + ROW)), "line 2: is ambiguous: matches several inputs");
        isRefused(redact(list(plain + ROW)), "line 2: is ambiguous: matches several inputs");
    }

    @Test
    void relative_names_are_looked_for_below_the_working_folder_and_then_below_pacs_root()
            throws Exception {
        Path list = list("scans/plain.dcm" + ROW);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        List<Object> words =
                List.of("redact", "scans/plain.dcm", "-q", "-o", out, "--csv", list, "--overwrite");
        Map<String, String> locale = Map.of("LC_ALL", "C.UTF-8");
        Command here = Command.start(List.of(), List.of(), locale, folder, words.toArray());
        assertThat(here.code()).as(here.err()).isZero();
        assertThat(isBlank(out.resolve("plain.dcm"))).isTrue();
        image(out.resolve("plain.dcm"));
        Map<String, String> root = Map.of("PACS_ROOT", folder.toString(), "LC_ALL", "C.UTF-8");
        Command there = Command.start(List.of(), List.of(), root, elsewhere, words.toArray());
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(isBlank(out.resolve("plain.dcm"))).isTrue();
    }

    @Test
    void a_name_that_the_locale_cannot_write_is_refused_and_no_crash() throws Exception {
        Path list = list(ACCENTS + ROW);
        Map<String, String> locale = Map.of("LC_ALL", "C");
        List<String> jvm = List.of("-Dsun.jnu.encoding=ANSI_X3.4-1968");
        isRefused(
                Command.start(
                        List.of(),
                        jvm,
                        locale,
                        folder,
                        "redact",
                        "scans/plain.dcm",
                        "-q",
                        "-o",
                        out,
                        "--csv",
                        list),
                "rects.csv: line 2: ");
        isRefused(
                Command.start(List.of(), jvm, locale, folder, "anonymise", list, "-q", "-o", out),
                "rects.csv: line 2: ");
    }

    @Test
    void a_listed_file_that_is_not_dicom_fails() throws IOException {
        Path note = Files.writeString(scans.resolve("note.txt"), "plain text");
        Command redact = redact(list(plain + ROW, note + ROW));
        assertThat(redact.complaints()).singleElement().asString().contains("note.txt");
        assertThat(redact.code()).isEqualTo(1);
    }

    @Test
    void a_list_of_inputs_with_a_file_that_is_not_there_stops_what_writes_files()
            throws IOException {
        Path gone = scans.resolve("gone.dcm");
        Path inputs =
                Files.writeString(
                        folder.resolve("in.csv"), "filename\n" + plain + "\n" + gone + "\n");
        for (String command : List.of("anonymise", "redact")) {
            List<Object> words = new ArrayList<>(List.of(command, inputs, "-q", "-o", out));
            if (command.equals("redact")) {
                words.addAll(List.of("--rect", "0,0,3,3"));
            }
            Path db = Files.createDirectory(folder.resolve(command));
            if (command.equals("anonymise")) {
                words.addAll(List.of("--db", db));
            }
            isRefused(run(words.toArray()), "in.csv: line 3: no such file", gone.toString());
            assertThat(files(db)).isEmpty();
        }
        Command some =
                run("redact", inputs, "-q", "-o", out, "--rect", "0,0,3,3", "--ignore-unmatched");
        assertThat(some.complaints()).singleElement().asString().startsWith("Failed: " + gone);
        assertThat(some.code()).isEqualTo(1);
        assertThat(files(out)).containsExactly(out.resolve("plain.dcm"));
    }

    @Test
    void names_are_told_without_what_steers_a_terminal() throws IOException {
        Path forged = folder.resolve("a\nClean: b\u001b[2K\u202edcm.csv");
        Command redact = run("redact", forged, "-q", "-o", out, "--rect", "0,0,3,3");
        assertThat(redact.complaints())
                .singleElement()
                .asString()
                .contains("a\\x0aClean: b\\x1b[2K\\u202edcm.csv");
        assertThat(run("ocr", forged, "-q").err()).doesNotContain("\u001b").contains("\\x0aClean");
        isRefused(redact(list("\"" + forged + "\"" + ROW)), "line 2: ", "b\\x1b[2K\\u202e");
    }
}
