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

/** What undo says, where it goes, and what the view <em>History</em> lists, by keys. */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class HistoryByKeysTest {

    private static final String BLANKED = "Blanked 1 rectangle: a.dcm, frame 2";

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;
    private static Path home;
    private static Path first;
    private static Path second;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        home = temporary.resolve("home");
        Path data = Files.createDirectories(home.resolve("smi/data/dicompixelanon"));
        first = DrawnFiles.in(temporary.resolve("first")).planes("a.dcm");
        second = DrawnFiles.in(temporary.resolve("first")).overlaid("b.dcm");
        InclusiveBox box = new InclusiveBox(10, 10, 90, 30, 1, -1);
        StoredRegion text = new StoredRegion(box, 1, "SMITH", 50, 1, "2026-01-01 00:00:00", "ada");
        try (RegionStore store = RegionStore.open(data, RegionStore.Mode.WRITE)) {
            store.append(
                    new AuditEntry(first + "", "", "Scanned", "1", "{}", "{}", "t"), List.of(text));
        }
        workbench = RunningWorkbench.start(home, "--open", first.toString(), second.toString());
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

    private static void says(String words) {
        workbench.await(words, s -> s.value("status").equals(words));
    }

    private static void isAt(String file, int plane) {
        workbench.await(
                file + " " + plane,
                s -> s.file().equals(file) && s.value("planeIndex").equals(String.valueOf(plane)));
    }

    @Test
    @Order(1)
    void undo_and_redo_say_what_they_changed_and_go_there() throws Exception {
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        hands.press(KeyEvent.VK_TAB);
        workbench.await("the text", s -> s.value("selected").endsWith("UNDECIDED"));
        hands.press(KeyEvent.VK_ENTER);
        workbench.saved();
        says("All of this file is decided. Shift+N: done, next file. Tab: next undecided");
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("b.dcm");
        hands.shift(KeyEvent.VK_Z);
        says("Undone: " + BLANKED);
        isAt("a.dcm", 1);
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("b.dcm");
        hands.control(KeyEvent.VK_Y);
        says("Done again: " + BLANKED);
        isAt("a.dcm", 1);
    }

    @Test
    @Order(2)
    void enter_in_the_history_goes_to_the_place_of_an_edit() throws Exception {
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("b.dcm");
        hands.shift(KeyEvent.VK_H);
        workbench.await(
                "the history",
                s ->
                        s.value("focus").contains("history-table")
                                && s.value("focusRows").equals("1"));
        hands.press(KeyEvent.VK_DOWN);
        hands.press(KeyEvent.VK_ENTER);
        isAt("a.dcm", 1);
    }

    @Test
    @Order(3)
    void an_edit_of_an_earlier_sitting_is_undone_by_a_second_press() throws Exception {
        workbench.close();
        workbench = RunningWorkbench.start(home, "--open", second.toString());
        arrived("b.dcm");
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        workbench.await("the earlier edit", s -> !s.value("undo").isEmpty());
        hands.shift(KeyEvent.VK_Z);
        workbench.await(
                "a question",
                s ->
                        s.value("status")
                                .startsWith("Undo again takes back an edit of an earlier sitting"));
        workbench.saved();
        assertThat(workbench.state().value("redo")).as("undone").isEmpty();
        hands.shift(KeyEvent.VK_Z);
        workbench.await("the file on the list again", s -> s.value("files").equals("2"));
        isAt("a.dcm", 1);
        workbench.await("undecided again", s -> s.value("item").endsWith("UNDECIDED"));
    }
}
