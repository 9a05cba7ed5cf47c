package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;
import org.pixelanon.synth.SampleSet;

/** The commands as a user types them, on drawn files. */
class CommandLineIT {

    @TempDir static Path samples;

    @TempDir Path folder;

    @BeforeAll
    static void draw() throws IOException {
        SampleSet.write(samples, 4, 11);
    }

    @Test
    void anonymise_writes_a_verified_copy_of_every_file_and_a_report_without_text()
            throws Exception {
        Path out = folder.resolve("out");
        Path report = folder.resolve("report.json");
        Path list = folder.resolve("rects.csv");
        assertThat(
                        run(
                                "anonymise",
                                samples,
                                "-o",
                                out,
                                "--report",
                                report,
                                "--write-csv",
                                list,
                                "-q"))
                .isZero();
        assertThat(names(out)).isEqualTo(names(samples));
        assertThat(Files.readString(report))
                .contains("\"outcome\" : \"Redacted\"")
                .contains("\"passed\" : true");
        for (Path file : files(out)) {
            Path original = samples.resolve(out.relativize(file));
            assertThat(run("verify", original, file, "--csv", list)).isZero();
        }
    }

    @Test
    void the_demo_draws_redacts_and_proves_its_samples() throws Exception {
        Path demo = folder.resolve("demo");
        assertThat(run("demo", "--count", "3", "-o", demo)).isZero();
        assertThat(files(demo.resolve("clean"))).hasSize(3);
        assertThat(demo.resolve("report.json")).exists();
        assertThat(Files.readAllLines(demo.resolve("rects.csv"))).hasSizeGreaterThan(3);
    }

    @Test
    void an_existing_output_fails_and_resume_keeps_what_verifies() throws Exception {
        Path out = folder.resolve("out");
        assertThat(run("redact", samples, "-o", out, "--rect", "0,0,40,20", "-q")).isZero();
        assertThat(run("redact", samples, "-o", out, "--rect", "0,0,40,20", "-q")).isEqualTo(1);
        assertThat(run("redact", samples, "-o", out, "--rect", "0,0,40,20", "-q", "--resume"))
                .isZero();
    }

    @Test
    void missing_file_is_not_exit_0() {
        assertThat(run("ocr", folder.resolve("none.dcm"), "--csv", folder.resolve("x.csv"), "-q"))
                .isEqualTo(1);
    }

    @Test
    void a_folder_without_dicom_is_not_exit_0() throws Exception {
        Files.writeString(folder.resolve("readme.txt"), "plain text");
        assertThat(run("redact", folder, "-o", folder.resolve("out"), "--rect", "0,0,1,1", "-q"))
                .isEqualTo(1);
    }

    @Test
    void a_rectangle_wholly_outside_fails_and_writes_nothing() throws Exception {
        Path out = folder.resolve("out");
        assertThat(run("redact", samples, "-o", out, "--rect", "9000,9000,9001,9001", "-q"))
                .isEqualTo(1);
        assertThat(names(out)).isEmpty();
    }

    @Test
    void inverted_rectangles_and_missing_options_are_wrong_usage() {
        assertThat(run("redact", samples, "-o", folder, "--rect", "9,9,1,1")).isEqualTo(2);
        assertThat(run("redact", samples, "-o", folder)).isEqualTo(2);
        assertThat(run("anonymise", samples)).isEqualTo(2);
    }

    @Test
    void the_input_itself_is_never_the_output_without_in_place() {
        assertThat(run("redact", samples, "-o", samples, "--rect", "0,0,1,1", "--overwrite", "-q"))
                .isEqualTo(1);
    }

    @Test
    void a_database_is_filled_by_ocr_and_used_by_redact() throws Exception {
        Path database = Files.createDirectory(folder.resolve("db"));
        Path out = folder.resolve("out");
        assertThat(run("ocr", samples, "--db", database, "-q")).isZero();
        assertThat(run("redact", samples, "-o", out, "--db", database, "-q")).isZero();
        assertThat(names(out)).isEqualTo(names(samples));
    }

    @Test
    void a_file_the_database_does_not_know_needs_review() throws Exception {
        Path database = Files.createDirectory(folder.resolve("db"));
        Path one = files(samples).get(0);
        assertThat(run("ocr", one, "--db", database, "-q")).isZero();
        assertThat(run("redact", samples, "-o", folder.resolve("out"), "--db", database, "-q"))
                .isEqualTo(3);
    }

    private static int run(Object... arguments) {
        return Main.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> Files.isRegularFile(p) && !p.endsWith("truth.json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream().map(p -> folder.relativize(p).toString()).toList();
    }
}
