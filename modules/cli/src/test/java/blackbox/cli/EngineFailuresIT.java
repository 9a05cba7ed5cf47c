package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** If an engine is missing, broken or fails, no file is reported as clean. */
class EngineFailuresIT {

    private static final String FOLDER = "pixelanon.extensions";
    private static final String DETECTOR = "models/ch_PP-OCRv4_det_infer.onnx";
    private static final String READER = "models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String NATIVE = "ai/onnxruntime/native/";

    /** A finder, or a reader, that does what an option says. */
    private static final String BAD =
            """
            import java.util.*;
            import java.util.concurrent.CountDownLatch;
            import org.pixelanon.model.*;
            import org.pixelanon.model.engine.*;
            import org.pixelanon.model.text.*;
            public final class Bad implements %sEngine {
                public String name() { return "bad"; }
                public String description() { return "does it wrong"; }
                public List<EngineOption> options() {
                    return List.of(new EngineOption("how", "what it does", "throws"));
                }
                private static <T> T fail(String how, T nonsense) {
                    switch (how) {
                        case "throws": throw new IllegalStateException("DOE^JANE");
                        case "dies": throw new InternalError("DOE^JANE");
                        case "unlinked": throw new UnsatisfiedLinkError("DOE^JANE");
                        case "nothing": return null;
                        case "hangs":
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        default: return nonsense;
                    }
                }
                public %s
            }
            """;

    private static final String BAD_FINDER =
            """
            TextFinder finder(EngineSettings settings) {
                return new TextFinder() {
                    public String name() { return "bad"; }
                    public FoundText find(List<PlaneImage> views) {
                        PixelRectangle far = new PixelRectangle(-90, 0, 9, 9);
                        PixelRectangle near = new PixelRectangle(0, 0, 9, 9);
                        String how = settings.option("how");
                        return fail(how, new FoundText(
                                List.of(
                                        how.equals("outside")
                                                ? new FoundLine(far, 1, false)
                                                : new FoundLine(near, Double.NaN, false)),
                                null));
                    }
                    public void close() {}
                };
            }
            """;

    private static final String BAD_READER =
            """
            TextReader reader(EngineSettings settings) {
                return new TextReader() {
                    public String name() { return "bad"; }
                    public Reading read(PlaneImage line) {
                        String how = settings.option("how");
                        return fail(how, how.equals("sure") ? new Reading("x", 2) : null);
                    }
                    public void close() {}
                };
            }
            """;

    @TempDir Path folder;

    private SampleExtension extension;
    private Path file;

    @BeforeEach
    void draw() throws IOException {
        extension = new SampleExtension(folder, folder.resolve("extensions"));
        System.setProperty(FOLDER, extension.folder().toString());
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

    private Command anonymise(Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("anonymise", "-q", file, "-o", folder.resolve("out")));
        words.addAll(List.of(more));
        return Command.run(words.toArray());
    }

    private void failed(Command ended, String why) throws IOException {
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(ended.complaints()).containsExactly("Failed: " + file + ": " + why);
        assertThat(ended.err()).doesNotContain("DOE");
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    private void refused(Command ended, String... words) throws IOException {
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.complaints()).hasSize(1);
        assertThat(ended.err()).contains(words).doesNotContain("\tat ");
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "throws,failed (IllegalStateException)",
        "dies,failed (InternalError)",
        "unlinked,failed (UnsatisfiedLinkError)",
        "nothing,failed (NullPointerException)",
        "hangs,did not answer within 1 seconds (time-limit)",
        "outside,found a line outside the plane it was shown",
        "nan,found a line with a score that is not between 0 and 1"
    })
    void a_file_fails_if_one_of_its_finders_does(String how, String why) throws Exception {
        extension.engine("bad.jar", "FinderEngine", "Bad", BAD.formatted("Finder", BAD_FINDER));
        Command run =
                anonymise(
                        "--effort",
                        "balanced",
                        "--finders",
                        "components,bad",
                        "--engine-option",
                        "bad.how=" + how,
                        "--engine-option",
                        "bad.time-limit=1");
        failed(run, "finder bad " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "throws,failed (IllegalStateException)",
        "dies,failed (InternalError)",
        "nothing,failed (NullPointerException)",
        "hangs,did not answer within 1 seconds (time-limit)",
        "sure,failed (IllegalArgumentException)"
    })
    void a_file_fails_if_its_reader_does(String how, String why) throws Exception {
        extension.engine("bad.jar", "ReaderEngine", "Bad", BAD.formatted("Reader", BAD_READER));
        Command run =
                anonymise(
                        "--effort",
                        "balanced",
                        "--reader",
                        "bad",
                        "--engine-option",
                        "bad.how=" + how,
                        "--engine-option",
                        "bad.time-limit=1");
        failed(run, "reader bad " + why);
    }

    @Test
    void finders_and_readers_that_are_not_there_or_not_asked_are_refused() throws Exception {
        refused(
                anonymise("--effort", "balanced", "--finders", "components,eyes"),
                "unknown finder 'eyes'; known are ");
        refused(
                anonymise("--effort", "balanced", "--reader", "glasses"),
                "unknown reader 'glasses'; known are tesseract, ppocr4");
        refused(anonymise("--effort", "fast", "--finders", "ppocr3"), "needs --effort balanced");
        refused(anonymise("--effort", "fast", "--reader", "ppocr4"), "needs --effort balanced");
        refused(
                anonymise("--effort", "balanced", "--engine-option", "ppocr4.time-limit=never"),
                "finder ppocr4 is not available: time-limit is no number of seconds");
    }

    /** A process with something else in place of the program's own files. */
    private Command beside(String entry, String content, Object... more) throws Exception {
        Path other = folder.resolve("other").resolve(entry);
        Files.createDirectories(other.getParent());
        Files.writeString(other, content);
        List<String> jvm = List.of("-Xbootclasspath/a:" + folder.resolve("other"));
        return Command.start(List.of(), jvm, cache(), folder, words(more));
    }

    /** A process without some entries of a library. */
    private Command without(String library, Predicate<String> gone, Object... more)
            throws Exception {
        String classPath =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(p -> p.contains(library) ? stripped(Path.of(p), gone) : p)
                        .collect(Collectors.joining(File.pathSeparator));
        return Command.start(classPath, List.of(), List.of(), cache(), folder, words(more));
    }

    private String stripped(Path jar, Predicate<String> gone) {
        Path copy = folder.resolve(jar.getFileName());
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(copy);
                JarOutputStream to = new JarOutputStream(out)) {
            for (JarEntry entry : Collections.list(from.entries())) {
                if (!gone.test(entry.getName())) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return copy.toString();
    }

    /** A cache of its own: what is broken must not be met by others. */
    private Map<String, String> cache() {
        return Map.of("PIXELANON_CACHE", folder.resolve("cache").toString());
    }

    private Object[] words(Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "anonymise",
                                "-q",
                                file,
                                "-o",
                                folder.resolve("out"),
                                "--report",
                                folder.resolve("report.json"),
                                "--overwrite"));
        words.addAll(List.of(more));
        return words.toArray();
    }

    @Test
    void a_model_that_is_another_or_missing_is_refused_before_the_work() throws Exception {
        refused(
                beside(DETECTOR, "no model", "--effort", "balanced"),
                "finder ppocr4 is not available: ch_PP-OCRv4_det_infer.onnx: is not the model");
        Files.delete(folder.resolve("other").resolve(DETECTOR));
        refused(
                without("rapidocr", READER::equals, "--effort", "balanced"),
                "reader ppocr4 is not available: ch_PP-OCRv4_rec_infer.onnx: is missing");
    }

    @Test
    void a_native_library_that_is_broken_or_missing_is_refused_before_the_work() throws Exception {
        refused(
                beside(native4j(), "no library", "--effort", "balanced"),
                "--effort balanced: cannot start ONNX Runtime on this computer");
        Files.delete(folder.resolve("other").resolve(native4j()));
        refused(
                without("onnxruntime-1", e -> e.startsWith(NATIVE), "--effort", "balanced"),
                "ONNX Runtime has no library for this computer");
    }

    private static String native4j() {
        return NATIVE + "linux-x64/" + System.mapLibraryName("onnxruntime4j_jni");
    }

    @Test
    void where_nobody_asked_for_networks_strokes_go_on_without_them_and_say_so() throws Exception {
        Command run = without("onnxruntime-1", e -> e.startsWith(NATIVE));
        String shortfall =
                "text was searched with --effort fast instead of balanced: finder lines1 is not"
                        + " available: ONNX Runtime has no library for this computer";

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines().filter(l -> l.contains(shortfall))).hasSize(2);
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"effort\" : \"fast\"", "\"recogniser tesseract\"")
                .contains("\"shortfall\" : \"" + shortfall);
        assertThat(Command.files(folder.resolve("out"))).hasSize(1);
    }

    @Test
    void the_report_says_what_looked() throws Exception {
        Command run = Command.run(words("--effort", "balanced"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("report.json")).replaceAll("\\s+", " "))
                .contains(
                        "\"search\" : { \"effort\" : \"balanced\", \"engines\" : [ \"finder components\", \"finder lines1\", \"finder lines1-dots\", \"finder barcodes\", \"finder ppocr4\", \"reader ppocr4\", \"reader tesseract\" ] }");
    }
}
