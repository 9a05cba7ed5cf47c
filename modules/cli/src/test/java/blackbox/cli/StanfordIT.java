package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Stanford CoreNLP from a user's jars. A stand-in of its classes takes {@code Portable} for a
 * person and fails as its model says.
 */
class StanfordIT {

    private static final String FOLDER = "pixelanon.extensions";
    private static final String MODEL = "edu/stanford/nlp/models/ner/%s";
    private static final String DEFAULT = "english.all.3class.distsim.crf.ser.gz";

    private static final String TRIPLE =
            """
            package edu.stanford.nlp.util;
            public class Triple<A, B, C> {
                private final A first;
                public Triple(A first, B second, C third) { this.first = first; }
                public A first() { return first; }
            }
            """;

    private static final String CLASSIFIER =
            """
            package edu.stanford.nlp.ie.crf;
            import edu.stanford.nlp.util.Triple;
            import java.util.*;
            public class CRFClassifier {
                private final String model;
                private CRFClassifier(String model) { this.model = model; }
                public static CRFClassifier getClassifier(String path) {
                    if (path.endsWith("unreadable")) {
                        throw new IllegalStateException(path);
                    }
                    return new CRFClassifier(path);
                }
                public List<Triple<String, Integer, Integer>> classifyToCharacterOffsets(String s) {
                    try {
                        Class.forName("org.pixelanon.model.Identity");
                        return List.of(new Triple<>("PERSON", 0, 1));
                    } catch (ClassNotFoundException e) {
                        // as it should be: it sees nothing of the program
                    }
                    if (model.endsWith("throws")) {
                        throw new IllegalStateException(s);
                    }
                    if (model.endsWith("hangs")) {
                        while (true) {
                            Thread.onSpinWait();
                        }
                    }
                    return s.contains("Portable")
                            ? List.of(new Triple<>("PERSON", 0, 8))
                            : s.contains("Abdomen") ? List.of(new Triple<>("MISC", 0, 1)) : List.of();
                }
            }
            """;

    @TempDir Path folder;

    private Path jars;

    @BeforeEach
    void make() throws Exception {
        System.setProperty(FOLDER, folder.resolve("extensions").toString());
        jars = Files.createDirectories(folder.resolve("stanford"));
        SampleExtension extension = new SampleExtension(folder, jars);
        Path classes =
                extension.compiled(
                        List.of(
                                source("Triple.java", TRIPLE),
                                source("CRFClassifier.java", CLASSIFIER)));
        extension.jar("corenlp.jar", classes, folder.resolve("none"), new Manifest());
        Path models = folder.resolve("resources");
        for (String model : List.of(DEFAULT, "throws", "hangs", "unreadable")) {
            Path file = models.resolve(MODEL.formatted(model));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "a model");
        }
        extension.jar("corenlp-models.jar", models, folder.resolve("none"), new Manifest());
    }

    private Path source(String name, String code) throws IOException {
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, code);
    }

    @AfterEach
    void forget() {
        System.clearProperty(FOLDER);
    }

    private String engines() throws IOException {
        return written("engines");
    }

    private String written(Object... words) throws IOException {
        Path out = folder.resolve("out.txt");
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--overwrite", "-o", out));
        Command ended = Command.run(all.toArray());
        assertThat(ended.code()).as(ended.err()).isZero();
        return Files.readString(out);
    }

    private Command add() {
        return Command.run("engines", "add", "stanford", "--from", jars);
    }

    private Object[] judge(String text, Object... more) throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.txt"), text + "\n");
        List<Object> words =
                new ArrayList<>(List.of("judge", lines, "--pii", "tags,patterns,stanford"));
        words.addAll(List.of(more));
        return words.toArray();
    }

    @Test
    void it_is_listed_with_how_to_get_it_until_its_jars_are_there() throws Exception {
        assertThat(engines())
                .containsPattern("detector +stanford +no ")
                .contains(
                        "mvn dependency:copy",
                        "edu.stanford.nlp:stanford-corenlp:",
                        "pixelanon engines add stanford --from stanford",
                        "GPL-3.0-or-later",
                        "474 MB");
        Command refused = Command.run(judge("PORTABLE"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("detector stanford is not available");

        Command added = add();
        assertThat(added.code()).as(added.err()).isZero();
        Path place = folder.resolve("extensions/stanford");
        assertThat(Command.files(folder.resolve("extensions")))
                .containsExactlyInAnyOrder(
                        place.resolve("corenlp.jar"), place.resolve("corenlp-models.jar"));
        assertThat(engines()).containsPattern("detector +stanford +yes .*" + place);
        assertThat(add().code()).isEqualTo(2);
        assertThat(add().err()).contains("already exists");
    }

    @Test
    void what_it_takes_for_a_name_is_hidden_also_in_capitals() throws Exception {
        add();
        for (String text : List.of("Portable", "PORTABLE")) {
            assertThat(written(judge(text)))
                    .contains("1,blank,")
                    .contains("DETECTOR stanford: name");
        }
        assertThat(written(judge("ABDOMEN"))).contains("1,keep,");
        assertThat(written(judge("Xylo"))).contains("1,blank,").contains("UNEXPLAINED");
    }

    @ParameterizedTest
    @CsvSource({
        "throws,failed (IllegalStateException)",
        "hangs,did not answer within 1 seconds (time-limit)"
    })
    void a_file_fails_if_it_does(String how, String why) throws Exception {
        add();
        BufferedImage image = new BufferedImage(320, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        graphics.drawString("TANGO", 40, 80);
        graphics.dispose();
        Path file =
                SampleFile.of(120, 320)
                        .samples((f, row, column, c) -> image.getRaster().getSample(column, row, 0))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Command run =
                Command.run(
                        "anonymise",
                        "-v",
                        file,
                        "-o",
                        folder.resolve("out"),
                        "--pii",
                        "stanford",
                        "--engine-option",
                        "stanford.model=" + MODEL.formatted(how),
                        "--engine-option",
                        "stanford.time-limit=1");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("Failed: " + file + ": detector stanford " + why);
        assertThat(run.out() + run.err()).doesNotContainIgnoringCase("TANGO");
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void a_model_that_cannot_be_loaded_ends_the_command() throws Exception {
        add();
        Command absent = Command.run(judge("x", "--engine-option", "stanford.model=absent"));
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("its jars contain no absent");
        String model = MODEL.formatted("unreadable");
        Command broken = Command.run(judge("x", "--engine-option", "stanford.model=" + model));
        assertThat(broken.code()).isNotZero();
        assertThat(broken.err()).contains("detector stanford cannot load " + model);
    }

    @Test
    void jars_of_something_else_are_not_added() throws Exception {
        Files.delete(jars.resolve("corenlp-models.jar"));
        assertThat(add().code()).isEqualTo(2);
        assertThat(add().err()).contains("cannot be used: its jars contain no edu/stanford");
        Files.delete(jars.resolve("corenlp.jar"));
        assertThat(add().err()).contains("contains no jars");
        assertThat(Command.files(folder.resolve("extensions"))).isEmpty();
        Command other = Command.run("engines", "add", "spacy", "--from", jars);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("detector spacy uses no jars");
    }

    @Test
    void jars_that_others_can_change_are_never_executed() throws Exception {
        add();
        Path jar = folder.resolve("extensions/stanford/corenlp.jar");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        Command list = Command.run("engines");
        assertThat(list.code()).isEqualTo(2);
        assertThat(list.err()).contains(jar.toString(), "writable by others");
    }
}
