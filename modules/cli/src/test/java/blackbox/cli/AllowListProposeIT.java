package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code allowlist propose}, what its proposals release, and {@code --strict-allowlist}. */
class AllowListProposeIT {

    private static final String DAY = "2026-11-20 10:00:00";
    private static final int ROWS = 80;
    private static final int COLUMNS = 400;
    private static final int MANUFACTURER = 0x00080070;
    private static final int MODEL = 0x00081090;
    private static final int PATIENT_NAME = 0x00100010;

    @TempDir Path folder;

    private Path draw(String file, String text, String model) throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        graphics.drawString(text, 20, 45);
        graphics.dispose();
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> 20 + image.getRaster().getSample(c, r, 0) * 4 / 5)
                .with(
                        b ->
                                b.text(MANUFACTURER, "LO", "Acme")
                                        .text(MODEL, "LO", model)
                                        .text(PATIENT_NAME, "PN", "Grumbolt^Tavish"))
                .write(folder.resolve(file), Syntax.EXPLICIT);
    }

    private static void decide(
            RegionStore store, Path file, String text, int sensitive, String person)
            throws IOException {
        InclusiveBox box = new InclusiveBox(20, 20, 200, 50, -1, -1);
        store.apply(
                List.of(
                        new Edit.Add(
                                file.toString(),
                                0,
                                new StoredRegion(box, 1, text, 50, sensitive, DAY, person))));
    }

    private static void mark(RegionStore store, Path file, boolean tagged) throws IOException {
        store.apply(
                List.of(
                        new Edit.Mark(
                                file.toString(),
                                null,
                                new FileMark(
                                        tagged, "", "CT", "[]", "Sono 3", "NoBIA", ROWS, COLUMNS,
                                        DAY, "curator"))));
    }

    private String propose(Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("allowlist", "propose"));
        words.add(folder.resolve("db"));
        words.addAll(List.of("-o", folder.resolve("proposed.txt")));
        words.addAll(List.of(options));
        Command done = run(words.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return Files.readString(folder.resolve("proposed.txt"));
    }

    @Test
    void what_people_kept_is_proposed_with_its_numbers_open_and_for_its_device()
            throws IOException {
        Path one = draw("1.dcm", "Smooth render 3", "Sono 3");
        Path two = draw("2.dcm", "Smooth render 12", "Sono 3");
        Path other = draw("3.dcm", "Smooth render 5", "Sono 4");
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            decide(store, one, "Smooth render 3", 0, "ann");
            decide(store, two, "Smooth render 12", 0, "bob");
            decide(store, one, "Threshold 7", 0, "ann");
            decide(store, two, "Threshold 8", 0, "ann");
            decide(store, other, "THRESHOLD 9", 1, "ann");
            for (String text :
                    List.of(
                            "Maria 12",
                            "Smooth Tavish",
                            "Smooth 123456",
                            "Smooth 12.05.61",
                            "LIVER",
                            "Unsure render")) {
                decide(store, one, text, 0, "ann");
                decide(store, two, text, 0, "ann");
            }
            decide(store, one, "Only once", 0, "ann");
        }
        String list = propose();
        assertThat(list.lines().filter(l -> !l.startsWith("# Proposed")))
                .containsExactly(
                        "",
                        "# device: Modality="
                                + modality(one)
                                + "; Manufacturer=Acme;"
                                + " ManufacturerModelName=Sono 3",
                        "# kept 2 times, blanked 0 times, 2 files, 2 people",
                        "Smooth render [0-9]{1,2}",
                        "# kept 2 times, blanked 0 times, 2 files, 1 people",
                        "Unsure render",
                        "",
                        "# device: any");
        Path allow = Files.writeString(folder.resolve("allow.txt"), list);
        assertThat(run("allowlist", "check", allow).code()).isZero();
        assertThat(hidden(two, allow)).isFalse();
        assertThat(hidden(other, allow)).isTrue();
    }

    private static String modality(Path file) throws IOException {
        try (var opened = org.pixelanon.dicom.DicomFile.open(file)) {
            return opened.identity().device().modality();
        }
    }

    private boolean hidden(Path file, Path allow) throws IOException {
        Path csv = folder.resolve("rows.csv");
        Command done = run("ocr", file, "--rects", "--write-csv", csv, "--allowlist", allow);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(csv).content().contains("Smooth render");
        return done.err().contains("1 with sensitive text");
    }

    @Test
    void files_that_are_not_there_are_told_and_propose_nothing() throws IOException {
        Path gone = folder.resolve("gone.dcm");
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            decide(store, gone, "Smooth render 3", 0, "ann");
        }
        Command done = run("allowlist", "propose", folder.resolve("db"), "--min-files", 1);
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err())
                .contains("Note: 1 omitted: missing files")
                .contains("nothing to propose")
                .doesNotContain("Smooth");
    }

    @Test
    void a_file_that_is_marked_done_speaks_for_its_marker_and_a_tagged_one_does_not()
            throws IOException {
        Path done = draw("1.dcm", "Smooth render 3", "Sono 3");
        Path tagged = draw("2.dcm", "Smooth render 3", "Sono 3");
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            for (Path file : List.of(done, tagged)) {
                InclusiveBox box = new InclusiveBox(20, 20, 200, 50, -1, -1);
                store.append(
                        new org.pixelanon.store.AuditEntry(
                                file.toString(), "", "Scanned", "0.1.0", "", "", DAY),
                        List.of(new StoredRegion(box, 1, "Smooth render 3", 50, 0, DAY, "scan")));
            }
            mark(store, done, false);
            mark(store, tagged, true);
        }
        assertThat(propose("--min-files", 1))
                .contains(
                        "# kept 1 times, blanked 0 times, 1 files, 1 people\nSmooth render [0-9]");
    }

    @Test
    void lines_that_release_names_are_told_by_number_and_not_heeded() throws IOException {
        Path allow = Files.writeString(folder.resolve("allow.txt"), "Smooth\nMaria\n");
        Path lines = Files.writeString(folder.resolve("lines.txt"), "Smooth\nMaria\n");
        Path out = folder.resolve("out.csv");
        Command strict = run("judge", lines, "--allowlist", allow, "--strict-allowlist", "-o", out);
        assertThat(strict.err())
                .isEqualTo("Note: " + allow + ":2: ignored, matches a possible name\n");
        assertThat(out).content().contains("1,keep,").contains("2,blank,");
        Command usual = run("judge", lines, "--allowlist", allow, "-o", out, "--overwrite");
        assertThat(usual.err()).isEmpty();
        assertThat(out).content().contains("2,keep,");
    }
}
