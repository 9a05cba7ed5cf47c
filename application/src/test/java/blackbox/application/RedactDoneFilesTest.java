package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;
import org.pixelanon.synth.SampleKind;

/**
 * From two files marked done to proved copies, and what the command line makes of the same rows.
 */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class RedactDoneFilesTest {

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;
    private static Path regions;
    private static Path planes;
    private static Path tagged;
    private static Path clean;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        regions = files.of(SampleKind.US_REGIONS, "a.dcm");
        planes = files.planes("b.dcm");
        tagged = files.overlaid("c.dcm");
        clean = temporary.resolve("clean");
        workbench =
                RunningWorkbench.start(
                        temporary.resolve("home"), "--open", files.folder().toString());
        arrived("a.dcm");
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    private static void arrived(String file) {
        workbench.await(file, s -> s.file().equals(file) && s.value("loaded").equals("true"));
    }

    @Test
    @Order(1)
    void filters_of_the_list_show_what_was_marked() throws Exception {
        hands.shift(KeyEvent.VK_A);
        workbench.await("nothing undecided", s -> s.number("undecided") == 0);
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        arrived("b.dcm");
        OnScreen state = workbench.state();
        hands.drag(state.pixel(100, 100), state.pixel(140, 130));
        hands.press(KeyEvent.VK_R);
        workbench.await("an item", s -> s.all("item").size() == 1);
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        arrived("c.dcm");
        hands.press(KeyEvent.VK_T);
        workbench.saved();
        for (String[] filter :
                new String[][] {{"to-review", "0"}, {"tagged", "1"}, {"done", "2"}, {"all", "3"}}) {
            hands.click(middle("component.files-filter-" + filter[0]));
            workbench.await(filter[0], s -> s.value("shown").equals(filter[1]));
        }
    }

    private static Point middle(String name) throws Exception {
        var place = workbench.state().place(name);
        return new Point((int) place.getCenterX(), (int) place.getCenterY());
    }

    @Test
    @Order(2)
    void all_done_files_are_redacted_and_verified_into_a_folder() throws Exception {
        hands.press(KeyEvent.VK_E, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("a chooser", s -> s.value("focus").contains("TextField"));
        hands.type(clean.toString());
        hands.press(KeyEvent.VK_ENTER);
        workbench.await("a result", s -> s.value("status").startsWith("2 of 2 files written"));
        try (var written = Files.list(clean)) {
            assertThat(written.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.dcm", "b.dcm", "pixelanon-report.json");
        }
    }

    @Test
    @Order(3)
    void the_command_line_proves_the_copies_against_the_rows() throws Exception {
        Path list = listOfRows();
        for (Path original : List.of(regions, planes)) {
            String copy = clean.resolve(original.getFileName()).toString();
            assertThat(verify(original, copy, list))
                    .as("verify " + original.getFileName())
                    .isZero();
        }
        Path fewer = temporary.resolve("fewer.csv");
        List<String> lines = Files.readAllLines(list);
        Files.write(fewer, lines.subList(0, lines.size() - 1));
        String copy = clean.resolve(planes.getFileName()).toString();
        assertThat(verify(planes, copy, fewer)).as("a row is missing").isNotZero();
    }

    /** Files that a person marked done may say that no annotation is burned in. */
    private static int verify(Path original, String copy, Path rows) {
        return Main.run(
                "verify",
                original.toString(),
                copy,
                "--csv",
                rows.toString(),
                "--burned-in-annotation",
                "always");
    }

    private static Path listOfRows() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("filename,left,top,right,bottom,frame,overlay");
        for (Path file : List.of(regions, planes)) {
            for (String row : workbench.rows().rectangles(file)) {
                String[] parts = row.split(" ");
                lines.add(file + "," + parts[0] + "," + parts[1].replace('/', ','));
            }
        }
        return Files.write(temporary.resolve("rows.csv"), lines);
    }

    @Test
    @Order(4)
    void the_command_line_reads_what_the_workbench_wrote() throws Exception {
        Path out = temporary.resolve("by-command-line");
        String database = workbench.database().toString();
        int code = Main.run("redact", planes.toString(), "-o", out.toString(), "--db", database);
        assertThat(code).isZero();
        String copy = out.resolve(planes.getFileName()).toString();
        assertThat(verify(planes, copy, listOfRows())).isZero();
    }

    @Test
    @Order(5)
    void opened_again_it_begins_at_the_first_file_to_review_and_tagged_shows_only_those()
            throws Exception {
        String folder = tagged.getParent().toString();
        workbench.pass("--tagged", "--open", folder);
        workbench.await("only tagged", s -> s.value("shown").equals("1"));
        arrived("c.dcm");
        workbench.pass("--review", "--open", folder);
        arrived("a.dcm");
        workbench.pass("--open", folder);
        arrived("c.dcm");
    }
}
