package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pixelanon judge}. */
class JudgeIT {

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void each_line_gets_a_decision_a_type_a_confidence_and_a_reason() throws IOException {
        Command said = run("judge", write("lines.txt", "Dist 1.43 cm\n12.05.1970\nPlumbago\n"));
        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .hasSize(4)
                .contains(
                        "line,decision,type,confidence,reason",
                        "2,blank,date,1.00,\"PATTERN date\"")
                .anyMatch(
                        l -> l.startsWith("1,keep,measurement,1.00,\"BUILT_IN_LIST measurement: "))
                .contains("3,blank,unknown,0.00,\"UNEXPLAINED\"");
        assertThat(said.out()).doesNotContain("Plumbago", "1.43", "1970");
    }

    @Test
    void standard_input_is_judged_line_by_line() {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream("LIVER\nPlumbago\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("judge").out())
                    .contains("1,keep,anatomy,1.00,")
                    .contains("2,blank,unknown");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void tags_of_a_file_are_heeded() throws IOException {
        Path csv =
                write(
                        "lines.csv",
                        "text,identity\nLIVER,\nLIVER,PatientName|PN|Liver^Ida;;PatientID|LO|7\n");
        assertThat(run("judge", csv).out())
                .contains("1,keep,anatomy")
                .contains("2,blank,name,1.00,\"OWN_TAG PatientName\"");
    }

    @Test
    void known_lines_give_figures_by_class() throws IOException {
        Path csv =
                write(
                        "known.csv",
                        "text,class,sensitive,noisy\nLIVER,anatomy,0,LlVER\nPlumbago,name,1,Plumbogo\n");
        Command said = run("judge", "--evaluate", csv);
        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .anyMatch(
                        l ->
                                l.matches(
                                        "clean sensitive kept +name +0 of +1 +0.00 % \\(0.00 to 79.35\\)"))
                .anyMatch(l -> l.matches("clean harmless blanked +all +0 of +1 .*"))
                .anyMatch(l -> l.startsWith("noisy harmless blanked"));
    }

    @Test
    void what_is_wrong_is_told_with_its_line() throws IOException {
        Command said =
                run("judge", "--evaluate", write("known.csv", "text,sensitive\nLIVER,maybe\n"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("line 2").contains("'sensitive'").doesNotContain("LIVER");
        assertThat(run("judge", "a", "--evaluate", "b").code()).isEqualTo(2);
    }
}
