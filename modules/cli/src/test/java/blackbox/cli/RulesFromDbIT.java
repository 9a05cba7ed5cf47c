package blackbox.cli;

import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
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

    /** Sensitive texts are gone, the others are there. */
    private static void assertCovered(Console.Drawn drawn, Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy)) {
            for (Console.Text text : drawn.texts()) {
                PixelRectangle box = text.box();
                boolean ink = false;
                for (int y = box.y(); y < box.bottom(); y++) {
                    for (int x = box.x(); x < box.right(); x++) {
                        ink |= sample(file, 0, x, y) > Console.BACKGROUND;
                    }
                }
                assertThat(ink).as(copy + " " + box).isEqualTo(!text.sensitive());
            }
        }
    }
}
