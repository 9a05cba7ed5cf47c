package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Identity;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.pii.AllowList;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Defects of the Python tool's utilities that must not come back, named by their sentences. */
class UtilityDefectsIT {

    /** A name of an option or a variable is no secret; servers of tests have made-up passwords. */
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)(password|passwd|secret[_-]?key)\\w*\\s*=\\s*"
                            + "\"(?![\\w-]*(password|key)\")[^\"]+\"");

    private static final int RIGHTS = 1000;

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static SampleFile grey(int value) {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> value);
    }

    private static StoredRegion region(int left, int engine, int judge) {
        InclusiveBox box = new InclusiveBox(left, 1, left + 2, 3, 0, -1);
        return new StoredRegion(box, engine, "Word", judge, 1, "2026-01-01 00:00:00", "somebody");
    }

    @Test
    void defect_26_redact_db_does_nothing_exit_0() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        Path b = grey(9).write(in("b.dcm"), Syntax.RLE);
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            store.add(
                    Map.of(
                            a.toString(), List.of(region(4, -1, -1)),
                            b.toString(), List.of(region(8, 1, 50))),
                    Map.of());
        }
        Path files = in("files.csv");
        assertThat(run("db", "rects", folder, "--columns", "filename", "-o", files).code())
                .isZero();
        assertThat(run("redact", files, "--db", folder, "-o", in("out"), "-q").code()).isZero();
        for (Path original : List.of(a, b)) {
            int left = original.equals(a) ? 4 : 8;
            Path copy = in("out").resolve(original.getFileName());
            try (DicomFile file = DicomFile.open(copy)) {
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        boolean blank = x >= left && x <= left + 2 && y >= 1 && y <= 3;
                        assertThat(Command.sample(file, 0, x, y)).isEqualTo(blank ? 0 : 9);
                    }
                }
            }
        }
        Path empty = in("empty");
        RegionStore.open(empty, RegionStore.Mode.WRITE).close();
        assertThat(
                        run(
                                        "db",
                                        "rects",
                                        empty,
                                        "--columns",
                                        "filename",
                                        "-o",
                                        files,
                                        "--overwrite")
                                .code())
                .isZero();
        Command nothing = run("redact", files, "--db", empty, "-o", in("out2"), "-q");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.complaints())
                .containsExactly("Failed: " + files + ": list contains no files");
    }

    @Test
    void defect_29_pixel_remover_crashes_on_compressed_input_writes_invalid_uids()
            throws Exception {
        Pattern valid = Pattern.compile("2\\.25\\.[1-9][0-9]{0,38}");
        for (Syntax syntax : Syntax.values()) {
            Path original = grey(9).write(in(syntax.name() + ".dcm"), syntax);
            Command blank = run("blank", original, "-o", in("out"), "-q");
            assertThat(blank.code()).as(syntax + blank.err()).isZero();
            try (DicomFile copy = DicomFile.open(in("out").resolve(original.getFileName()))) {
                assertThat(copy.attributes().getString(Tag.SOPInstanceUID).orElseThrow())
                        .matches(valid)
                        .isEqualTo(copy.fileMeta().getString(0x00020003).orElseThrow());
                assertThat(copy.transferSyntax().uid()).isEqualTo("1.2.840.10008.1.2.5");
                assertThat(Command.sample(copy, 0, 29, 19)).isZero();
            }
        }
    }

    @Test
    void defect_30_tagged_list_shows_untagged() throws Exception {
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            store.add(
                    Map.of(
                            "/tagged.dcm", List.of(region(1, 1, 50)),
                            "/done.dcm", List.of(region(2, 1, 50)),
                            "/review.dcm", List.of(region(3, 1, 50))),
                    Map.of("/tagged.dcm", mark(true), "/done.dcm", mark(false)));
        }
        assertThat(listed("tagged")).containsExactly("filename", "/tagged.dcm");
        assertThat(listed("done")).containsExactly("filename", "/done.dcm");
        assertThat(listed("rects-for-tagged", "--columns", "filename,left"))
                .containsExactly("filename,left", "/tagged.dcm,1");
        assertThat(listed("text-for-tagged"))
                .containsExactly("filename,ocrtext", "/tagged.dcm,Word");
    }

    private static FileMark mark(boolean tagged) {
        return new FileMark(
                tagged, "", "CR", "[]", "M", "NoBIA", 1, 1, "2026-01-01 00:00:00", "me");
    }

    private List<String> listed(String command, Object... options) throws IOException {
        Path out = in("listed.csv");
        List<Object> all =
                new ArrayList<>(List.of("db", command, folder, "-o", out, "--overwrite"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray()).code()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void defect_31_glossary_words_not_regex_escaped() throws Exception {
        Path glossary =
                Files.writeString(
                        in("glossary.json"),
                        "{\"b.d.\": [\"twice a day\"], \"C++\": \"\", \"A&E (adult)\": {\"x\": 1}}");
        Path list = in("allow.txt");
        assertThat(run("allowlist", "build", "--glossary", glossary, "-o", list).code()).isZero();
        Path match = Files.writeString(in("match.txt"), "B.D.\nc++\na&e (Adult)\n");
        Path noMatch = Files.writeString(in("nomatch.txt"), "Bxdx\nccc\n\na&e adult\nb.d\n");
        Command test = run("allowlist", "test", list, "--match", match, "--no-match", noMatch);
        assertThat(test.out()).isEqualTo("0 lines disagree\n");
        assertThat(test.code()).isZero();
        Command check = run("allowlist", "check", list);
        assertThat(check.out()).isEqualTo(list + ": 0 errors, 0 notes\n");
        Path raw = Files.writeString(in("raw.txt"), "(?i)knee\n(?i)b.d.\n");
        assertThat(run("allowlist", "check", raw).out())
                .contains(raw + ":2: note: has an unescaped dot");
    }

    @Test
    void defect_32_allow_list_test_recompiles_3_691_patterns_per_line() throws Exception {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2951; i++) {
            words.add("word" + i + ".");
        }
        Path glossary = Files.write(in("glossary.txt"), words);
        Path file = in("allow.txt");
        assertThat(run("allowlist", "build", "--glossary", glossary, "-o", file).code()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2951 + 738);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        AllowList list = AllowList.read(file);
        long once = memory.getCurrentThreadAllocatedBytes() - before;
        assertThat(list.judge("nothing of that", Identity.NONE)).isEmpty();
        before = memory.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < RIGHTS; i++) {
            assertThat(list.judge("word" + i + ".", Identity.NONE)).isPresent();
            assertThat(list.judge("left pa erect " + i, Identity.NONE)).isEmpty();
        }
        long lines = memory.getCurrentThreadAllocatedBytes() - before;
        assertThat(lines).as("bytes for 2,000 lines").isLessThan(once);
    }

    @Test
    void defect_40_engine_names_blank_a_password_in_the_source() throws Exception {
        List<StoredRegion> rows = new ArrayList<>();
        for (int engine = -1; engine <= 6; engine++) {
            rows.add(region(10 * (engine + 2), engine, engine * 10));
        }
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            store.add(Map.of("/a.dcm", rows), Map.of());
        }
        Path csv = in("ocr.csv");
        assertThat(run("db", "export", folder, "-o", csv).code()).isZero();
        List<String> names =
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[cells.length - 8] + " " + cells[cells.length - 2])
                        .toList();
        assertThat(names)
                .containsExactly(
                        "NOOCR -10",
                        "0 0",
                        "tesseract spacy",
                        "easyocr flair",
                        "keras stanford",
                        "ultrasoundregions stanza",
                        "scannedform allowlist",
                        "6 scannedform");
        assertThat("PASSWORD = \"hunter2\"").containsPattern(SECRET);
        Path root = Path.of(System.getProperty("pixelanon.root"));
        try (Stream<Path> walk = Files.walk(root.resolve("modules"))) {
            Path tests = Path.of("src", "test");
            for (Path source :
                    walk.filter(p -> p.toString().endsWith(".java"))
                            .filter(p -> !p.toString().contains(tests.toString()))
                            .toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContainPattern(SECRET);
            }
        }
    }
}
