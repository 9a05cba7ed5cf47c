package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;
import org.pixelanon.synth.form.FormSheet;

/** Scanned forms: what is done about them, and a user's own model. */
class FormsIT {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;

    @TempDir Path folder;
    private Path out;
    private Path form;
    private List<Path> pictures;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        form = form(1);
        pictures = SampleSet.write(folder.resolve("pictures"), 4, 3);
    }

    private Path form(int seed) throws IOException {
        byte[] drawn = FormSheet.draw(seed, WIDTH, HEIGHT);
        return SampleFile.of(HEIGHT, WIDTH)
                .samples((f, r, c, k) -> drawn[r * WIDTH + c] & 255)
                .write(folder.resolve("form" + seed + ".dcm"), Syntax.EXPLICIT);
    }

    private Path table(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("table.csv"), "class,filename\n" + String.join("\n", rows) + "\n");
    }

    private Path mixed() throws IOException {
        return table(
                "1," + form,
                "1," + form(2),
                "form," + form(3),
                "0," + pictures.get(0),
                "0," + pictures.get(1),
                "picture," + pictures.get(2));
    }

    /** What ocr writes. */
    private String rows(Path file, Object... options) throws IOException {
        Path csv = folder.resolve("rows.csv");
        return written(csv, "ocr", file, "-q", "--effort", "fast", "--write-csv", csv, options);
    }

    /** What forms test prints. */
    private String tested(Path table, Object... options) throws IOException {
        Path text = folder.resolve("figures.txt");
        return written(text, "forms", "test", table, "--overwrite", "-o", text, options);
    }

    private static String written(Path file, Object... words) throws IOException {
        List<Object> line = new ArrayList<>(List.of(words));
        line.addAll(List.of((Object[]) line.remove(line.size() - 1)));
        Command command = run(line.toArray());
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readString(file);
    }

    @Test
    void a_form_is_blanked_wholly_and_the_report_says_why() throws IOException {
        Path report = folder.resolve("report.json");

        Command result =
                run("anonymise", form, "-q", "--forms", "blank", "-o", out, "--report", report);

        assertThat(result.code()).isZero();
        assertThat(Files.readString(report)).contains("\"FORM\"", "\"forms1\"");
        try (DicomFile copy = DicomFile.open(out.resolve("form1.dcm"))) {
            PlaneImage view = copy.views(new FramePlane(0)).get(0);
            assertThat(view.samples()).containsOnly(view.samples()[0]);
        }
    }

    @Test
    void a_form_is_withheld_for_a_person() throws IOException {
        Command result =
                run("anonymise", form, "-q", "--effort", "fast", "--forms", "withhold", "-o", out);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("1 scanned form");
        assertThat(out.resolve("form1.dcm")).doesNotExist();
        assertThat(run("ocr", form, "-q", "--effort", "fast", "--forms", "withhold").code())
                .isEqualTo(3);
    }

    @Test
    void nobody_looks_for_forms_unless_it_is_said() throws IOException {
        assertThat(rows(form)).contains("tesseract").doesNotContain("scannedform");
        assertThat(rows(form, "--forms", "off")).doesNotContain("scannedform");
    }

    @Test
    void a_form_has_a_row_in_the_words_of_the_python_tool() throws IOException {
        assertThat(rows(form, "--forms")).contains("scannedform,0,0,619,876,,scannedform,1");
        assertThat(rows(pictures.get(0), "--forms"))
                .contains("tesseract")
                .doesNotContain("scannedform");
    }

    @Test
    void the_built_in_classifier_tells_drawn_forms_from_drawn_pictures() throws IOException {
        assertThat(tested(mixed()))
                .contains("recall: 3 of 3, 100.00 %", "false alarms: 0 of 3, 0.00 %")
                .doesNotContain("taken for a form:", "taken for an image:");
    }

    @Test
    void pictures_of_common_formats_are_told_as_well_as_dicom_files() throws IOException {
        Path sheet = folder.resolve("sheet.png");
        Path scan = folder.resolve("scan.jpg");
        frame(form, sheet, "png");
        frame(pictures.get(0), scan, "jpg");

        assertThat(tested(table("1," + sheet, "0," + scan)))
                .contains("recall: 1 of 1", "false alarms: 0 of 1");
        Path torn = Files.write(folder.resolve("torn.png"), head(sheet));
        assertFails(run("forms", "test", table("0," + torn)), "torn.png");
    }

    private static void frame(Path dicom, Path picture, String format) throws IOException {
        try (DicomFile file = DicomFile.open(dicom)) {
            PlaneImage image = file.views(file.planes().get(0).plane()).get(0);
            BufferedImage drawn =
                    new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < image.width() * image.height(); i++) {
                int level = image.samples()[i * image.channels()] & 0xFF;
                drawn.setRGB(i % image.width(), i / image.width(), level * 0x010101);
            }
            assertThat(ImageIO.write(drawn, format, picture.toFile())).isTrue();
        }
    }

    private static byte[] head(Path file) throws IOException {
        return Arrays.copyOf(Files.readAllBytes(file), 200);
    }

    @Test
    void a_model_of_the_user_is_trained_tested_and_used() throws IOException {
        Path model = folder.resolve("forms.model");
        // of these files the first picture is what this user calls a form
        Path table =
                table(
                        "1," + pictures.get(0),
                        "1," + pictures.get(0),
                        "0," + form,
                        "0," + pictures.get(1));

        assertThat(run("forms", "train", table, "-o", model).code()).isZero();

        assertThat(tested(table)).contains("recall: 0 of 2");
        assertThat(tested(table, "--forms-model", model))
                .contains("recall: 2 of 2", "false alarms: 0 of 2");
        assertThat(rows(form, "--forms", "blank", "--forms-model", model))
                .contains("tesseract")
                .doesNotContain("scannedform");
    }

    @Test
    void a_model_that_was_changed_is_refused() throws IOException {
        Path model = folder.resolve("forms.model");
        run("forms", "train", mixed(), "-o", model);
        String text = Files.readString(model);
        Files.writeString(model, text.replace("bias=", "bias=1"));

        Command result =
                run("anonymise", form, "--forms", "blank", "--forms-model", model, "-o", out);

        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains("forms.model: was changed after it was written");
        assertThat(out).doesNotExist();
    }

    @Test
    void broken_tables_end_with_a_line_and_nothing_is_written() throws IOException {
        Path model = folder.resolve("forms.model");
        Path strange = table("1," + form, "3," + pictures.get(0));
        assertFails(run("forms", "train", strange, "-o", model), "line 3: unknown class '3'");
        Path missing = table("1," + form, "0," + folder.resolve("missing.dcm"));
        assertFails(run("forms", "train", missing, "-o", model), "line 3: there is no file");
        assertFails(run("forms", "test", missing), "line 3: there is no file");
        Path alone = table("1," + form);
        assertFails(run("forms", "train", alone, "-o", model), "needs forms and pictures");
        Path other = Files.writeString(folder.resolve("other.csv"), "file\na\n");
        assertFails(run("forms", "test", other), "class");
        Path text = Files.writeString(folder.resolve("text.txt"), "no image");
        assertFails(run("forms", "test", table("0," + text)), "text.txt");
        assertThat(model).doesNotExist();
    }

    private static void assertFails(Command result, String words) {
        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains(words);
        assertThat(result.out()).isEmpty();
    }
}
