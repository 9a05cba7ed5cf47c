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
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code --identities}: names that files of stripped tags show in their pixels. */
class IdentitiesIT {

    private static final int ROWS = 120;
    private static final int COLUMNS = 300;
    private static final int LINE = 60;
    private static final int BRIGHT = 120;
    private static final int PATIENT_NAME = 0x00100010;
    private static final int PATIENT_ID = 0x00100020;
    private static final int SOP = 0x00080018;
    private static final List<String> TEXTS = List.of("LIVER", "SPLEEN");

    @TempDir Path folder;

    private Path draw(String name) throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        for (int i = 0; i < TEXTS.size(); i++) {
            graphics.drawString(TEXTS.get(i), 20, LINE * i + 40);
        }
        graphics.dispose();
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> 20 + image.getRaster().getSample(c, r, 0) * 4 / 5)
                .with(b -> b.remove(PATIENT_NAME).remove(PATIENT_ID).text(SOP, "UI", "1.2.3"))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    /** The texts of which a copy shows ink. */
    private List<String> left(Path input, Object... options) throws IOException {
        Path out = folder.resolve("out");
        List<Object> words = new ArrayList<>(List.of("anonymise", input, "-q", "-o", out));
        words.add("--overwrite");
        words.addAll(List.of(options));
        Command done = run(words.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        List<String> left = new ArrayList<>();
        try (DicomFile copy = DicomFile.open(out.resolve(input.getFileName()))) {
            for (int i = 0; i < TEXTS.size(); i++) {
                if (hasInk(copy, LINE * i)) {
                    left.add(TEXTS.get(i));
                }
            }
        }
        return left;
    }

    private static boolean hasInk(DicomFile copy, int top) throws IOException {
        for (int y = top; y < top + LINE; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                if (copy.frame(0).sample(x, y, 0) > BRIGHT) {
                    return true;
                }
            }
        }
        return false;
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("who.csv"), text);
    }

    @Test
    void a_name_that_a_list_knows_is_hidden_in_the_file_it_is_known_of() throws IOException {
        Path input = draw("a.dcm");
        assertThat(left(input)).containsExactly("LIVER", "SPLEEN");
        Path byPath = list("path,PatientName\na.dcm,Liver^Ida\n");
        assertThat(left(input, "--identities", byPath)).containsExactly("SPLEEN");
        assertThat(left(draw("b.dcm"), "--identities", byPath)).hasSize(2);
        Path byUid = list("SOPInstanceUID,PatientName\n1.2.3,Spleen^Ida\n");
        assertThat(left(input, "--identities", byUid, "--uid", "new")).containsExactly("LIVER");
    }

    @Test
    void a_search_tells_which_files_no_row_names_and_no_value() throws IOException {
        Path input = draw("a.dcm");
        draw("b.dcm");
        Path who = list("path,PatientName\na.dcm,Liver^Ida\n");
        Path csv = folder.resolve("rows.csv");
        Path report = folder.resolve("report.json");
        Command done =
                run(
                        "ocr",
                        folder,
                        "--rects",
                        "--write-csv",
                        csv,
                        "--identities",
                        who,
                        "--report",
                        report);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.err()).contains("Note: --identities: no row for 1 of 2 files\n");
        assertThat(Files.readAllLines(csv)).anyMatch(l -> l.contains("LIVER,tags,1"));
        assertThat(done.err() + Files.readString(report)).doesNotContain("Liver", "Ida");
        assertThat(run("ocr", input, "-q", "--write-csv", csv, "--identities", who).err())
                .doesNotContain("no row");
    }

    @Test
    void a_broken_list_ends_the_run_before_anything_is_written() throws IOException {
        Path input = draw("a.dcm");
        Path who = list("path,PatientBirthDate\na.dcm,Grumbolt\n");
        Path out = folder.resolve("out");
        Command done = run("anonymise", input, "-o", out, "--identities", who);
        assertThat(done.code()).isNotZero();
        assertThat(done.err())
                .contains(who + ": line 2: PatientBirthDate is not a date, YYYYMMDD")
                .doesNotContain("Grumbolt");
        assertThat(Command.files(out)).isEmpty();
    }

    @Test
    void a_list_is_never_replaced_by_what_is_written() throws IOException {
        Path who = list("path,PatientName\na.dcm,Liver^Ida\n");
        Command done = run("ocr", draw("a.dcm"), "--write-csv", who, "--identities", who);
        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("the identities");
    }
}
