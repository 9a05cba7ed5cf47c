package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Programs of their own that judge the text of files. No file is called clean if one fails. */
class ProgramsIT {

    private static final String NAME = "TANGO";

    /** Answers to an empty text as it should; what it does about others is filled in. */
    private static final String PROGRAM =
            """
            while read -r line; do
              echo "$line" >&2
              case "$line" in
                *'"text":""'*) echo '{"id":0,"sensitive":false}' ;;
                *) id=${line#*:}; id=${id%%,*}
                   %s ;;
              esac
            done
            """;

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(320, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        graphics.drawString(NAME, 40, 80);
        graphics.dispose();
        file =
                SampleFile.of(120, 320)
                        .samples((f, row, column, c) -> image.getRaster().getSample(column, row, 0))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
    }

    private Object[] anonymise(String how, Object... more) throws IOException {
        Path program = Files.writeString(folder.resolve("judge.sh"), PROGRAM.formatted(how));
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "anonymise",
                                "-v",
                                file,
                                "-o",
                                folder.resolve("out"),
                                "--report",
                                folder.resolve("report.json"),
                                "--pii",
                                "tags,patterns,command",
                                "--engine-option",
                                "command.run=sh \"" + program + "\"",
                                "--engine-option",
                                "command.time-limit=3"));
        words.addAll(List.of(more));
        return words.toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "echo \"$line\",gave an invalid answer",
        "'echo ''{\"id\":77,\"sensitive\":false}''',answered out of order",
        "'echo ''{\"id\":''$id'',\"sensitive\":1}''',gave an invalid answer",
        "exit 7,'exited during a request, and so did the next process'",
        "'exec sleep 600',did not answer within 3 seconds (time-limit)"
    })
    void a_file_fails_if_the_program_does_and_its_text_is_told_nowhere(String how, String why)
            throws IOException {
        Command run = Command.run(anonymise(how));
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("Failed: " + file + ": detector command " + why);
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
        String report = Files.readString(folder.resolve("report.json"));
        assertThat(run.out() + run.err() + report).doesNotContainIgnoringCase(NAME);
    }

    @Test
    void what_it_calls_sensitive_is_explained_by_its_name() throws IOException {
        String answer = "echo '{\"id\":'$id',\"sensitive\":true,\"type\":\"name\"}'";
        Command run = Command.run(anonymise(answer, "--on-doubt", "withhold"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"command: name\"")
                .doesNotContain(NAME);
        assertThat(Command.files(folder.resolve("out"))).hasSize(1);
    }

    @Test
    void what_it_finds_nothing_in_is_not_released() throws IOException {
        String answer = "echo '{\"id\":'$id',\"sensitive\":false}'";
        Command run = Command.run(anonymise(answer, "--on-doubt", "withhold"));
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(Command.files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void every_engine_is_listed_with_how_to_get_it() throws IOException {
        Path out = folder.resolve("engines.txt");
        Command list =
                Command.run(
                        "engines",
                        "--engine-option",
                        "spacy.python=" + folder + "/none",
                        "-o",
                        out);
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(Files.readString(out))
                .containsPattern("detector +opennlp +yes ")
                .containsPattern("detector +command +no ")
                .containsPattern("detector +spacy +no ")
                .contains("pip install spacy", "pip install flair", "pip install stanza", "MB");
    }

    @Test
    void an_engine_that_is_not_there_ends_the_command_before_the_work() throws IOException {
        Command run =
                Command.run(
                        anonymise(
                                "exit 7",
                                "--pii",
                                "tags,spacy",
                                "--engine-option",
                                "spacy.python=" + folder + "/none"));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("detector spacy is not available: there is no ");
        assertThat(Files.exists(folder.resolve("out"))).isFalse();
    }
}
