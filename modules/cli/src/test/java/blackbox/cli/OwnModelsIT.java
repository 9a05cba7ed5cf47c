package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.neural.OwnModels;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Models in the folder of extensions: they are found by name, unless others can change them. */
class OwnModelsIT {

    private static final String FOLDER = "pixelanon.extensions";

    @TempDir Path folder;

    private Path models;
    private Path file;

    @BeforeEach
    void bring() throws IOException {
        Path extensions = Files.createDirectories(folder.resolve("extensions"));
        System.setProperty(FOLDER, extensions.toString());
        models = extensions.resolve("models");
        model("eyes", "ch_PP-OCRv3_det_infer.onnx", "kind = finder");
        model("glasses", "ch_PP-OCRv4_rec_infer.onnx", "kind = reader\nalphabet = keys.txt");
        bundled("ppocr_keys_v1.txt", models.resolve("glasses/keys.txt"));
        BufferedImage image = new BufferedImage(320, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        graphics.drawString("TANGO 1957", 40, 80);
        graphics.dispose();
        file =
                SampleFile.of(120, 320)
                        .samples((f, row, column, c) -> image.getRaster().getSample(column, row, 0))
                        .write(folder.resolve("tango.dcm"), Syntax.EXPLICIT);
    }

    @AfterEach
    void forget() {
        System.clearProperty(FOLDER);
    }

    private void model(String name, String model, String settings) throws IOException {
        Path own = Files.createDirectories(models.resolve(name));
        bundled(model, own.resolve("model.onnx"));
        Files.writeString(own.resolve("engine.properties"), settings);
    }

    private static void bundled(String name, Path target) throws IOException {
        try (InputStream in = OwnModels.class.getResourceAsStream("/models/" + name)) {
            Files.copy(in, target);
        }
    }

    private String rows(String finders, String reader) throws IOException {
        Path csv = folder.resolve("rows.csv");
        Command ocr =
                Command.run(
                        "ocr",
                        "-q",
                        file,
                        "--rects",
                        "--effort",
                        "balanced",
                        "--finders",
                        finders,
                        "--reader",
                        reader,
                        "--write-csv",
                        csv);
        assertThat(ocr.code()).as(ocr.err()).isZero();
        return Files.readString(csv);
    }

    @Test
    void models_in_a_folder_find_and_read_as_they_do_in_the_program() throws Exception {
        String own = rows("eyes", "glasses");

        assertThat(own).contains(",glasses,");
        assertThat(own.replace("glasses", "ppocr4")).isEqualTo(rows("ppocr3", "ppocr4"));
    }

    @Test
    void they_are_listed_with_where_they_are_from() throws Exception {
        Path list = folder.resolve("list.txt");
        Command engines = Command.run("engines", "-o", list);

        assertThat(engines.code()).as(engines.err()).isZero();
        assertThat(Files.readString(list).lines())
                .anyMatch(l -> l.matches("finder +eyes +yes .* " + models.resolve("eyes")))
                .anyMatch(l -> l.matches("reader +glasses +yes .* " + models.resolve("glasses")));
    }

    private void refused(Path named, String why) {
        Command ended = Command.run("anonymise", file, "-o", folder.resolve("out"));
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.complaints())
                .hasSize(1)
                .allMatch(l -> l.contains(named.toString()) && l.contains(why));
    }

    @Test
    void what_others_can_change_is_never_loaded() throws Exception {
        Path model = models.resolve("eyes/model.onnx");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-rw-r--"));
        refused(model, "writable by others");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-r--r--"));

        Files.setPosixFilePermissions(
                models.resolve("eyes"), PosixFilePermissions.fromString("rwxrwxr-x"));
        refused(models.resolve("eyes"), "writable by others");
        Files.setPosixFilePermissions(
                models.resolve("eyes"), PosixFilePermissions.fromString("rwxr-xr-x"));

        Path outside = Files.move(model, folder.resolve("outside.onnx"));
        Files.createSymbolicLink(model, outside);
        refused(model, "a link");
        Files.delete(model);

        Path moved = Files.move(models.resolve("eyes"), folder.resolve("eyes"));
        Files.createSymbolicLink(models.resolve("eyes"), moved);
        refused(models.resolve("eyes"), "a link");
    }

    @Test
    void what_is_said_of_a_model_must_be_right_whoever_is_asked() throws Exception {
        Path said = models.resolve("eyes/engine.properties");
        Files.writeString(said, "kind = finder\npolarity = upside");
        refused(said, "polarity is not one of inverted, as-is");
        Files.delete(said);
        refused(said, "no such file");
        model("ppocr4", "ch_PP-OCRv3_det_infer.onnx", "kind = finder");
        Files.writeString(said, "kind = finder");
        refused(models.resolve("ppocr4"), "there are two engines named finder ppocr4");
    }

    @Test
    void a_model_that_is_missing_is_refused_only_where_it_is_asked() throws Exception {
        Files.delete(models.resolve("eyes/model.onnx"));
        Command asked =
                Command.run(
                        List.of(
                                        "anonymise",
                                        file,
                                        "-o",
                                        folder.resolve("out"),
                                        "--effort",
                                        "balanced",
                                        "--finders",
                                        "components,eyes")
                                .toArray());
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.err())
                .contains("finder eyes is not available: ", "model.onnx: no such file");
        assertThat(Command.run("anonymise", file, "-o", folder.resolve("out"), "-q").code())
                .isZero();
    }
}
