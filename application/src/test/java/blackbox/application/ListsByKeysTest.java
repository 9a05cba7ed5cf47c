package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

/** Texts that are put on the allow-list by a key, and everything that is taken back. */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class ListsByKeysTest {

    private static final String BEFORE = "PORTABLE\n";

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;
    private static Path home;
    private static Path list;
    private static Path first;
    private static Path second;
    private static Path elsewhere;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        home = temporary.resolve("home");
        Path data = Files.createDirectories(home.resolve("smi/data/dicompixelanon"));
        list = Files.writeString(data.resolve("ocr_allowlist_regex.txt"), BEFORE);
        first = DrawnFiles.in(temporary.resolve("first")).overlaid("a.dcm");
        second = DrawnFiles.in(temporary.resolve("second")).overlaid("b.dcm");
        elsewhere = temporary.resolve("other");
        found(data, first, row(10, "T2 TSE"), row(60, "SMITH"));
        found(elsewhere, second, row(10, "T2 TSE"));
        workbench = RunningWorkbench.start(home, "--open", first.toString());
        arrived("a.dcm");
    }

    private static StoredRegion row(int top, String text) {
        InclusiveBox box = new InclusiveBox(10, top, 90, top + 20, 0, -1);
        return new StoredRegion(box, 1, text, 50, 1, "2026-01-01 00:00:00", "ada");
    }

    private static void found(Path database, Path file, StoredRegion... rows) throws Exception {
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.WRITE)) {
            store.append(
                    new AuditEntry(file + "", "", "Scanned", "1", "{}", "{}", "t"), List.of(rows));
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    private static OnScreen arrived(String file) {
        return workbench.await(
                file, s -> s.file().equals(file) && s.value("loaded").equals("true"));
    }

    private static void selected(String words) {
        workbench.await(words, s -> s.value("selected").endsWith(words));
    }

    private static void listHolds(String text) {
        workbench.await(
                text,
                s -> {
                    try {
                        return Files.readString(list).equals(text);
                    } catch (java.io.IOException e) {
                        return false;
                    }
                });
    }

    @Test
    @Order(1)
    void undo_takes_a_text_from_the_allow_list_and_redo_puts_it_there_again() throws Exception {
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        hands.press(KeyEvent.VK_TAB);
        selected("UNDECIDED");
        hands.press(KeyEvent.VK_L);
        selected("KEEP");
        listHolds(BEFORE + "T2 TSE\n");
        hands.shift(KeyEvent.VK_Z);
        selected("UNDECIDED");
        listHolds(BEFORE);
        workbench.await("a word", s -> s.value("status").startsWith("Removed from "));
        hands.control(KeyEvent.VK_Y);
        selected("KEEP");
        listHolds(BEFORE + "T2 TSE\n");
        hands.shift(KeyEvent.VK_Z);
        listHolds(BEFORE);
        workbench.saved();
    }

    @Test
    @Order(2)
    void a_text_like_a_name_is_released_by_a_second_press_only() throws Exception {
        hands.press(KeyEvent.VK_TAB);
        workbench.await("the second text", s -> s.value("selected").contains("60"));
        hands.press(KeyEvent.VK_L);
        workbench.await("a question", s -> s.value("status").contains("Press l again"));
        selected("UNDECIDED");
        assertThat(list).hasContent(BEFORE);
        hands.press(KeyEvent.VK_L);
        selected("KEEP");
        listHolds(BEFORE + "SMITH\n");
    }

    @Test
    @Order(3)
    void undo_reaches_into_a_list_of_files_that_is_closed_by_a_second_press_only()
            throws Exception {
        assertThat(workbench.state().value("undo")).isNotEmpty();
        workbench.pass("--open", second.toString());
        arrived("b.dcm");
        hands.shift(KeyEvent.VK_Z);
        workbench.await(
                "a question",
                s ->
                        s.value("status").startsWith("Undo again takes back")
                                && s.value("status").contains("not on the list"));
        workbench.saved();
        listHolds(BEFORE + "SMITH\n");
        assertThat(workbench.state().file()).isEqualTo("b.dcm");
    }

    @Test
    @Order(4)
    void the_folder_for_copies_is_offered_again_also_after_a_restart() throws Exception {
        Path clean = temporary.resolve("copies");
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        workbench.await("done", s -> s.value("state").equals("DONE"));
        workbench.saved();
        hands.press(KeyEvent.VK_E, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("a chooser", s -> s.value("focus").contains("TextField"));
        hands.control(KeyEvent.VK_A);
        hands.type(clean.toString());
        hands.press(KeyEvent.VK_ENTER);
        String result = "1 of 1 files written and verified in " + clean;
        workbench.await("a result", s -> s.value("status").equals(result));
        workbench.close();
        Files.delete(clean.resolve("b.dcm"));
        workbench = RunningWorkbench.start(home);
        arrived("b.dcm");
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        hands.press(KeyEvent.VK_E, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("a chooser", s -> s.value("focus").contains("TextField"));
        hands.press(KeyEvent.VK_ENTER);
        workbench.await("the same folder", s -> s.value("status").equals(result));
        assertThat(clean.resolve("b.dcm")).exists();
    }

    @Test
    @Order(5)
    void a_database_names_the_files_that_are_opened_and_another_is_used_for_a_sitting()
            throws Exception {
        workbench.close();
        workbench =
                RunningWorkbench.start(
                        home,
                        "-d",
                        "-q",
                        "--db",
                        elsewhere.toString(),
                        "-i",
                        workbench.database().resolve(RegionStore.FILE_NAME).toString());
        arrived("a.dcm");
        workbench.await("both files", s -> s.value("files").equals("2"));
        assertThat(workbench.state().all("item")).as("the other database").isEmpty();
        workbench.close();
        workbench = RunningWorkbench.start(home, "--open", first.toString());
        arrived("a.dcm");
        workbench.await("the texts of the first", s -> s.all("item").size() == 2);
    }
}
