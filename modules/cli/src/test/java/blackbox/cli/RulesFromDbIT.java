package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

/** {@code rules from-db}: from what people drew to rules, and what these do to files never seen. */
class RulesFromDbIT {

    private static final String DAY = "2026-11-20 10:00:00";
    private static final String NEXT = "2026-11-23 10:00:00";

    @TempDir Path folder;

    private Path db() {
        return folder.resolve("db");
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static StoredRegion row(InclusiveBox box, String text, int sensitive) {
        return new StoredRegion(box, -1, text, -1, sensitive, DAY, "curator");
    }

    /** A curator's hand: a rectangle around a text, up to three pixels wider on each side. */
    private static InclusiveBox around(PixelRectangle text, int index, Console console) {
        int wide = index % 4;
        return new InclusiveBox(
                Math.max(0, text.x() - wide),
                Math.max(0, text.y() - wide),
                Math.min(console.columns() - 1, text.right() - 1 + wide),
                Math.min(console.rows() - 1, text.bottom() - 1 + wide),
                -1,
                -1);
    }

    private static Edit mark(Path file, Console c, boolean tagged, String when) {
        return new Edit.Mark(
                file.toString(),
                null,
                new FileMark(
                        tagged,
                        "",
                        c.modality(),
                        "[]",
                        c.model().isEmpty() ? "Grab 3" : c.model(),
                        "NoBIA",
                        c.rows(),
                        c.columns(),
                        when,
                        "curator"));
    }

    /** Draws files, whose sensitive texts a curator outlined, and marks them done. */
    private void reviewed(RegionStore store, int count, Path where) throws IOException {
        List<Console> six = Console.six();
        for (int i = 0; i < count; i++) {
            Console console = six.get(i % six.size());
            Console.Drawn drawn = console.draw(where.resolve("done" + i + ".dcm"), i);
            List<Edit> edits = new ArrayList<>();
            for (Console.Text text : drawn.texts()) {
                edits.add(
                        new Edit.Add(
                                drawn.path().toString(),
                                0,
                                row(around(text.box(), i, console), "", text.sensitive() ? 1 : 0)));
            }
            edits.add(new Edit.Add(drawn.path().toString(), 0, row(whole(console), "", 1)));
            edits.add(
                    new Edit.Add(
                            drawn.path().toString(),
                            0,
                            row(InclusiveBox.summary(new org.pixelanon.model.AllPlanes()), "", 1)));
            edits.add(mark(drawn.path(), console, false, i % 2 == 0 ? DAY : NEXT));
            store.apply(edits);
        }
    }

    private static InclusiveBox whole(Console console) {
        return new InclusiveBox(0, 0, console.columns() - 1, console.rows() - 1, -1, -1);
    }

    private String fromDb(Object... options) {
        List<Object> all = new ArrayList<>(List.of("rules", "from-db", db(), "-q"));
        all.addAll(List.of(options));
        Command made = run(all.toArray());
        assertThat(made.code()).as(made.err()).isZero();
        return made.out();
    }

    private static List<String> labels(String rules) {
        return rules.lines().filter(l -> l.startsWith("LABEL ")).toList();
    }

    @Test
    void six_devices_give_six_rules_that_cover_every_sensitive_text_of_files_never_seen()
            throws Exception {
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            reviewed(store, 200, made("reviewed"));
        }
        Path recipe = Files.writeString(folder.resolve("deid.dicom.made"), fromDb());
        Path script = Files.writeString(folder.resolve("made.script"), fromDb("--format", "ctp"));
        assertThat(labels(Files.readString(recipe))).hasSize(6).doesNotHaveDuplicates().isSorted();
        assertThat(Files.readString(script).chars().filter(c -> c == '{').count()).isEqualTo(6);

        Map<Console.Drawn, Console> fresh = new LinkedHashMap<>();
        Path inputs = made("fresh");
        for (int i = 0; i < 200; i++) {
            Console console = Console.six().get(i % 6);
            fresh.put(console.draw(inputs.resolve("f%03d.dcm".formatted(i)), 10_000L + i), console);
        }
        Console.Drawn other = Console.seventh().draw(inputs.resolve("other.dcm"), 77);
        List<TreeSet<String>> lists = new ArrayList<>();
        for (Path rules : List.of(recipe, script)) {
            Path out = folder.resolve("out-" + rules.getFileName());
            Path list = folder.resolve("list.csv");
            Command done =
                    run("redact", inputs, "-o", out, "--rules", rules, "--write-csv", list, "-q");
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.err()).contains("200 Redacted").contains("1 Clean");
            lists.add(new TreeSet<>(Files.readAllLines(list)));
            for (Console.Drawn drawn : fresh.keySet()) {
                assertCovered(drawn, out.resolve(drawn.path().getFileName()));
            }
            assertThat(out.resolve("other.dcm")).hasSameBinaryContentAs(other.path());
        }
        assertThat(lists.get(1)).as("the form of CTP").isEqualTo(lists.get(0));
    }

    @Test
    void
            defect_25_rules_from_database_crashes_emits_minus_1_coordinates_duplicate_labels_no_header()
                    throws Exception {
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            reviewed(store, 12, made("reviewed"));
        }
        Command made = run("rules", "from-db", db(), "-q", "--merge", "each");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).startsWith("FORMAT dicom\n\n# Made by PixelAnon ");
        assertThat(made.out()).contains("#@ provenance 2 files, 6 rectangles, 2026-11-20 to ");
        assertThat(made.out()).doesNotContain("-1,").doesNotContain(",-1");
        assertThat(labels(made.out())).hasSize(6).doesNotHaveDuplicates();
        assertThat(made.err())
                .contains("12 rows omitted: the whole frame")
                .contains("12 rows omitted: harmless by mark or allow-list");
        Path file = Files.writeString(folder.resolve("rules"), made.out());
        assertThat(run("rules", "check", file).code()).isZero();
    }

    @Test
    void defect_27_wrong_variable_for_the_database_filter() throws Exception {
        Console first = Console.six().get(0);
        Console second = Console.six().get(3);
        Path done = first.draw(folder.resolve("done.dcm"), 1).path();
        Path tagged = second.draw(folder.resolve("tagged.dcm"), 2).path();
        Path open = second.draw(folder.resolve("open.dcm"), 3).path();
        Path gone = folder.resolve("gone.dcm");
        Path nobody = folder.resolve("nobody.dcm");
        Console nameless = new Console("OT", "", "", "", 0, 0, List.of());
        InclusiveBox box = new InclusiveBox(1, 2, 30, 40, -1, -1);
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            List<Edit> edits = new ArrayList<>();
            for (Path file : List.of(done, tagged, open, gone, nobody)) {
                edits.add(new Edit.Add(file.toString(), 0, row(box, "", 1)));
            }
            edits.add(mark(done, first, false, DAY));
            edits.add(mark(tagged, second, true, DAY));
            edits.add(mark(gone, Console.six().get(5), false, DAY));
            edits.add(mark(nobody, nameless, false, DAY));
            store.apply(edits);
        }
        Command made = run("rules", "from-db", db(), "-q");
        // tagged and unreviewed files feed no rule; a file that is gone has its own device, not
        // that of the file before
        assertThat(labels(made.out()))
                .containsExactly("LABEL Acme Imaging Arc 9 XA 200x160", "LABEL G x CT 200x160");
        assertThat(made.out())
                .contains(
                        "+ equals ManufacturerModelName G+ [x] || equals SecondaryCaptureDeviceManufacturerModelName G+ [x]");
        assertThat(made.err())
                .contains("1 files omitted: they are missing")
                .contains("1 files are missing");
    }

    @Test
    void devices_with_few_files_are_left_out_and_private_elements_that_separate_are_proposed()
            throws Exception {
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            Console console = Console.six().get(0);
            for (int i = 0; i < 8; i++) {
                boolean low = i % 2 == 0;
                Path file = folder.resolve("p" + i + ".dcm");
                org.pixelanon.synth.SampleFile.of(console.rows(), console.columns())
                        .samples((f, r, c, k) -> 1)
                        .with(
                                b ->
                                        b.text(0x0008_0060, "CS", "XA")
                                                .text(0x0019_0010, "LO", "ACME")
                                                .text(
                                                        0x0019_1001,
                                                        "LO",
                                                        low ? "secret1" : "secret2")
                                                .text(0x0019_1002, "LO", "same"))
                        .write(file, org.pixelanon.synth.Syntax.EXPLICIT);
                int y = low ? 100 : 10;
                store.apply(
                        List.of(
                                new Edit.Add(
                                        file.toString(),
                                        0,
                                        row(new InclusiveBox(5, y, 50 + i, y + 9, -1, -1), "", 1)),
                                mark(file, console, false, DAY)));
            }
        }
        Command made = run("rules", "from-db", db(), "-q");
        assertThat(labels(made.out())).hasSize(1);
        assertThat(made.err())
                .contains("the 2 values of private element 0x00191001 have different rectangles")
                .doesNotContain("secret")
                .doesNotContain("0x00191002");
        assertThat(labels(fromDb("--group-by", "+0x00191001"))).hasSize(2);
        Command few = run("rules", "from-db", db(), "-q", "--min-files", "9");
        assertThat(few.code()).isEqualTo(1);
        assertThat(few.err()).contains("8 files, 9 required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE DicomTags SET last_modified = NULL, last_modified_by = NULL",
                "UPDATE DicomTags SET last_modified = ''",
                "UPDATE DicomTags SET last_modified = '} (x \" \n LABEL y'",
                "UPDATE DicomTags SET last_modified = NULL WHERE id > 4",
                "ALTER TABLE DicomTags DROP COLUMN last_modified;"
                        + "ALTER TABLE DicomTags DROP COLUMN last_modified_by"
            })
    void marks_without_date_make_the_same_rules(String sql) throws Exception {
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            reviewed(store, 12, made("reviewed"));
        }
        List<String> before = withoutComments(fromDb());
        List<String> script = withoutComments(fromDb("--format", "ctp"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + RegionStore.fileOf(db()));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        String after = fromDb();
        assertThat(withoutComments(after)).isEqualTo(before);
        assertThat(withoutComments(fromDb("--format", "ctp"))).isEqualTo(script);
        assertThat(after)
                .contains("#@ provenance 2 files, 6 rectangles")
                .doesNotContain(" to \n", "LABEL y");
    }

    private static List<String> withoutComments(String rules) {
        return rules.lines().filter(l -> !l.contains("#")).toList();
    }

    @Test
    void rows_whose_text_the_allow_list_knows_are_left_out() throws Exception {
        Console console = Console.six().get(0);
        Path file = console.draw(folder.resolve("a.dcm"), 1).path();
        Path allow = Files.writeString(folder.resolve("allow.txt"), "LEFT\n");
        StoredRegion scanned =
                new StoredRegion(
                        new InclusiveBox(5, 5, 20, 9, -1, -1), 1, "LEFT", -1, -1, DAY, "ocr");
        try (RegionStore store = RegionStore.open(db(), RegionStore.Mode.WRITE)) {
            store.append(
                    new org.pixelanon.store.AuditEntry(
                            file.toString(), "", "Scanned", "0", "{}", "{}", DAY),
                    List.of(
                            scanned,
                            new StoredRegion(
                                    new InclusiveBox(50, 50, 60, 60, -1, -1),
                                    1,
                                    "NAME",
                                    -1,
                                    1,
                                    DAY,
                                    "ocr")));
            store.apply(List.of(mark(file, console, false, DAY)));
        }
        String rules = fromDb("--allowlist", allow);
        assertThat(rules).contains("coordinates 50,50,60,60").doesNotContain("coordinates 5,5");
    }

    /** Sensitive texts are gone, the others are there. */
    private static void assertCovered(Console.Drawn drawn, Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy)) {
            Frame frame = file.frame(0);
            for (Console.Text text : drawn.texts()) {
                PixelRectangle box = text.box();
                boolean ink = false;
                for (int y = box.y(); y < box.bottom(); y++) {
                    for (int x = box.x(); x < box.right(); x++) {
                        ink |= frame.sample(x, y, 0) > Console.BACKGROUND;
                    }
                }
                assertThat(ink).as(copy + " " + box).isEqualTo(!text.sensitive());
            }
        }
    }
}
