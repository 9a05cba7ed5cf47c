package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Jars beside the launcher that add engines: what they do, and what is never executed. */
class ExtensionsIT {

    private static final String FOLDER = "pixelanon.extensions";
    private static final String WITH_WARDS = "tags,patterns,allowlist,wards";
    private static final int COLUMNS = 320;
    private static final int ROWS = 120;

    @TempDir Path folder;

    private SampleExtension extension;
    private Path ward;

    @BeforeEach
    void draw() throws IOException {
        extension = new SampleExtension(folder, folder.resolve("extensions"));
        System.setProperty(FOLDER, extension.folder().toString());
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        graphics.drawString("WARD 7", 40, 80);
        graphics.dispose();
        ward =
                SampleFile.of(ROWS, COLUMNS)
                        .samples((f, row, column, c) -> image.getRaster().getSample(column, row, 0))
                        .write(
                                Files.createDirectories(folder.resolve("scans"))
                                        .resolve("ward.dcm"),
                                Syntax.EXPLICIT);
    }

    @AfterEach
    void forget() {
        System.clearProperty(FOLDER);
    }

    private Command anonymise(String detectors, String out, Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of("anonymise", "-q", ward, "-o", folder.resolve(out), "--pii"));
        words.add(detectors);
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    /** What a command writes into a file. */
    private String written(Object... words) throws IOException {
        Path file = folder.resolve("written");
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-o", file, "--overwrite"));
        Command ended = run(all.toArray());
        assertThat(ended.code()).as(ended.err()).isZero();
        return Files.readString(file);
    }

    /** The command ends as one of wrong usage does, in two lines, before anything is written. */
    private void refused(Command ended, Object named, String why) throws IOException {
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.err())
                .startsWith("pixelanon: ")
                .contains(named.toString(), why)
                .doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void the_sample_of_the_documentation_is_listed_with_where_it_is_from() throws Exception {
        Path jar = extension.sample();
        assertThat(written("engines").lines())
                .anyMatch(l -> l.matches("detector +tags +yes +finds patient.* built in"))
                .anyMatch(l -> l.matches("detector +wards +yes +finds numbers .* " + jar))
                .anyMatch(l -> l.matches("recogniser +top-rows +yes +takes .* " + jar))
                .contains("    top-rows.rows=40  (how many, at least 1)");
        assertThat(written("engines", "--format", "json"))
                .contains("\"name\":\"wards\",\"available\":true")
                .contains("\"from\":\"" + jar + "\"");
        assertThat(written("engines", "--format", "csv"))
                .startsWith("kind,name,available,reason,description,options,from\n");
        assertThat(written("engines", "--engine-option", "top-rows.rows=0"))
                .contains("    not available: rows is not a number from 1 to 99999\n");
        for (String command : List.of("anonymise", "ocr", "redact")) {
            String help = run(command, "--help").out().replaceAll("\\s+", " ");
            assertThat(help)
                    .contains("tags, patterns, allowlist, opennlp", "stanford, wards, none");
        }
        assertThat(run("ocr", "--help").out()).contains("tesseract, top-rows");
        assertThat(written("completion")).contains("\"wards\"", "\"top-rows\"");
    }

    @Test
    void a_process_of_its_own_finds_the_sample_where_the_launcher_says() throws Exception {
        extension.sample();
        Command list =
                Command.start(
                        List.of(),
                        List.of("-D" + FOLDER + "=" + extension.folder()),
                        Map.of(),
                        folder,
                        "engines");
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).contains("wards", "top-rows");
    }

    @Test
    void a_detector_of_an_extension_explains_what_would_have_been_a_doubt() throws Exception {
        extension.sample();
        assertThat(anonymise("tags,patterns,allowlist", "out", "--on-doubt", "withhold").code())
                .isEqualTo(3);
        Path report = folder.resolve("report.json");
        Command done = anonymise(WITH_WARDS, "out", "--on-doubt", "withhold", "--report", report);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(Files.readString(report))
                .contains("\"DETECTOR\"", "\"wards: number of a place\"")
                .doesNotContain("WARD");
        Path csv = folder.resolve("text.csv");
        assertThat(
                        run("ocr", "-q", ward, "--rects", "--pii", WITH_WARDS, "--write-csv", csv)
                                .code())
                .isZero();
        assertThat(Files.readString(csv)).contains("WARD 7,wards,1");
    }

    @Test
    void a_recogniser_of_an_extension_is_chosen_and_set_by_name() throws Exception {
        extension.sample();
        Command done =
                anonymise(
                        "patterns",
                        "out",
                        "--ocr",
                        "top-rows",
                        "--engine-option",
                        "top-rows.rows=90");
        assertThat(done.code()).as(done.err()).isZero();
        try (DicomFile copy = DicomFile.open(folder.resolve("out/ward.dcm"))) {
            for (int x = 0; x < COLUMNS; x++) {
                assertThat(Command.sample(copy, 0, x, 70)).isZero();
            }
        }
        Path csv = folder.resolve("text.csv");
        Command ocr =
                run(
                        "ocr",
                        "-q",
                        ward,
                        "--ocr",
                        "top-rows",
                        "--rects",
                        "--write-csv",
                        csv,
                        "--engine-option",
                        "top-rows.rows=90");
        assertThat(ocr.code()).as(ocr.err()).isZero();
        assertThat(Files.readString(csv)).contains(",top-rows,0,0," + (COLUMNS - 1) + ",89,");
    }

    @Test
    void what_does_not_exist_is_refused_with_what_there_is() throws Exception {
        extension.sample();
        refused(anonymise("tags,ward", "out"), "'ward'", "stanford, wards, none");
        refused(anonymise("tags", "out", "--ocr", "top"), "'top'", "tesseract, top-rows");
        refused(anonymise("tags", "out", "--engine-option", "x.y=1"), "'x'", "engines");
        refused(anonymise("tags", "out", "--engine-option", "top-rows.y=1"), "'y'", "it has rows");
        refused(anonymise("tags", "out", "--engine-option", "rows"), "'rows'", "NAME.KEY=VALUE");
        refused(
                anonymise("tags", "out", "--ocr", "top-rows", "--engine-option", "top-rows.rows=0"),
                "recogniser top-rows is not available",
                "rows is not a number");
    }

    @Test
    void what_others_can_change_is_never_executed() throws Exception {
        Path jar = extension.sample();
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        refused(anonymise(WITH_WARDS, "out"), jar, "writable by others");
        refused(anonymise("tags", "out"), jar, "writable by others");
        refused(run("engines"), jar, "writable by others");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("engines").code()).isZero();

        Files.setPosixFilePermissions(
                extension.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        refused(anonymise(WITH_WARDS, "out"), jar, "the folder");
        Files.setPosixFilePermissions(
                extension.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));

        Path outside = Files.move(jar, folder.resolve("outside.jar"));
        Files.createSymbolicLink(jar, outside);
        refused(anonymise(WITH_WARDS, "out"), jar, "a link");
    }

    @Test
    void what_belongs_to_somebody_else_is_never_executed() throws Exception {
        assumeTrue(Accounts.self() == 0, "only the administrator can give files away");
        Path jar = extension.sample();
        Files.setAttribute(jar, "unix:uid", Accounts.ORDINARY);
        refused(anonymise(WITH_WARDS, "out"), jar, "belongs to someone else");
    }

    @Test
    void a_jar_that_leads_to_other_files_is_never_executed() throws Exception {
        Path jar =
                extension.detector(
                        "odd.jar",
                        "Odd",
                        "public Optional<Opinion> judge(String t, Identity i) { return Optional.empty(); }",
                        SampleExtension.manifest(Attributes.Name.CLASS_PATH, "../../other.jar"));
        refused(anonymise("odd", "out"), jar, "Class-Path");
    }

    @Test
    void a_broken_jar_is_told_by_its_name_in_one_line() throws Exception {
        Path text = Files.createDirectories(extension.folder()).resolve("text.jar");
        Files.writeString(text, "no jar");
        refused(anonymise("tags", "out"), text, "cannot be read");
        Files.delete(text);

        Path missing =
                extension.jar(
                        "missing.jar",
                        Files.createDirectories(folder.resolve("none")),
                        extension.services("DetectorEngine", "org.example.Missing"),
                        new java.util.jar.Manifest());
        refused(anonymise("tags", "out"), missing, "org.example.Missing not found");
        Files.delete(missing);

        Path idle =
                extension.jar(
                        "idle.jar",
                        folder.resolve("none"),
                        folder.resolve("none"),
                        new java.util.jar.Manifest());
        refused(anonymise("tags", "out"), idle, "has no service");
        Files.delete(idle);

        String judge =
                "public Optional<Opinion> judge(String t, Identity i) { return Optional.empty(); }";
        Path thrower =
                extension.detector(
                        "thrower.jar",
                        "Thrower",
                        "public Thrower() { throw new IllegalStateException(\"words\"); }" + judge);
        refused(anonymise("tags", "out"), thrower, "IllegalStateException");
        Files.delete(thrower);

        Path twin = extension.detector("twin.jar", "Twin", judge);
        Path other = extension.detector("other.jar", "Other", judge);
        refused(anonymise("tags", "out"), twin, "two engines named");
        refused(anonymise("tags", "out"), other, "two engines named");
    }

    @Test
    void a_detector_that_fails_fails_the_file_and_says_nothing_of_its_text() throws Exception {
        extension.detector(
                "odd.jar",
                "Odd",
                "public Optional<Opinion> judge(String t, Identity i) { throw new IllegalStateException(t); }");
        Path report = folder.resolve("report.json");
        Command ended = anonymise("tags,patterns,allowlist,odd", "out", "--report", report);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("Failed: " + ward + ": detector odd failed");
        assertThat(ended.err() + Files.readString(report)).doesNotContain("WARD");
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void a_detector_that_lacks_a_class_fails_the_file_and_not_the_run() throws Exception {
        extension.detector(
                "odd.jar",
                "Odd",
                "public Optional<Opinion> judge(String t, Identity i) { throw new NoClassDefFoundError(t); }");
        Command ended = anonymise("odd", "out");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("Failed: " + ward + ": detector odd failed (NoClassDef");
        assertThat(ended.err()).doesNotContain("WARD");
    }

    @Test
    void what_needs_no_engine_looks_for_none() throws Exception {
        Path jar = Files.createDirectories(extension.folder()).resolve("text.jar");
        Files.writeString(jar, "no jar");
        assertThat(run("--version").code()).isZero();
        assertThat(run("anonymise", "--help").out().replaceAll("\\s+", " "))
                .contains("tags, patterns, allowlist, opennlp");
        Command redacted =
                run("redact", "-q", ward, "-o", folder.resolve("out"), "--rect", "0,0,9,9");
        assertThat(redacted.code()).as(redacted.err()).isZero();
    }

    @Test
    void the_codec_of_the_documentation_reads_what_it_wrote() throws Exception {
        Path jar = extension.sample();
        FrameShape shape = new FrameShape(3, 3, 1, 8);
        byte[] samples = {1, 2, 3, 4, 5, 6, 7, 8, -1};
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            Object made =
                    classes.loadClass("org.example.pixelanon.Inverted")
                            .getConstructor()
                            .newInstance();
            FrameEncoder codec = (FrameEncoder) made;
            byte[] written = codec.encode(samples, shape, null);
            assertThat(written).hasSize(10).startsWith(-2);
            assertThat(codec.decode(written, shape)).isEqualTo(samples);
        }
    }
}
