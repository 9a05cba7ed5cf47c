package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pixelanon judge}. */
class JudgeIT {

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** What the command writes; its lines go to the standard output of the process otherwise. */
    private String judged(Object... words) throws IOException {
        Path out = folder.resolve("out.txt");
        List<Object> all = new ArrayList<>(List.of("judge", "--overwrite", "-o", out));
        all.addAll(List.of(words));
        assertThat(run(all.toArray()).code()).isZero();
        return Files.readString(out);
    }

    @Test
    void each_line_gets_a_decision_a_type_a_confidence_and_a_reason() throws IOException {
        String said = judged(write("lines.txt", "Dist 1.43 cm\n12.05.1970\nPlumbago\n"));
        assertThat(said.lines())
                .hasSize(4)
                .contains(
                        "line,decision,type,confidence,reason",
                        "2,blank,date,1.00,\"PATTERN date\"")
                .anyMatch(
                        l -> l.startsWith("1,keep,measurement,1.00,\"BUILT_IN_LIST measurement: "))
                .contains("3,blank,unknown,0.00,\"UNEXPLAINED\"");
        assertThat(said).doesNotContain("Plumbago", "1.43", "1970");
    }

    @Test
    void standard_input_is_judged_line_by_line() throws IOException {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream("LIVER\nPlumbago\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(judged()).contains("1,keep,anatomy,1.00,").contains("2,blank,unknown");
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
        assertThat(judged(csv))
                .contains("1,keep,anatomy")
                .contains("2,blank,name,1.00,\"OWN_TAG PatientName\"");
    }

    @Test
    void known_lines_give_figures_by_class() throws IOException {
        Path csv =
                write(
                        "known.csv",
                        "text,class,sensitive,noisy\nLIVER,anatomy,0,LlVER\nPlumbago,name,1,Plumbogo\n");
        String said = judged("--evaluate", csv);
        assertThat(said.lines())
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
