package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
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
import org.pixelanon.synth.SampleKind;

/**
 * One sitting of a curator who knows the Python tool's keys, in the application as it was built:
 * each step goes on where the one before ended.
 */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class ReviewByKeysTest {

    private static final String SIX_PLANES =
            "frame 1 of 3|frame 2 of 3|frame 3 of 3"
                    + "|overlay 6000, frame 1 of 2|overlay 6000, frame 2 of 2"
                    + "|overlay 6002, frame 1 of 1";

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static EventThreadGuard guard;
    private static Hands hands;
    private static Path planes;
    private static Path regions;
    private static Path radiograph;
    private static Path similar;

    @BeforeAll
    static void startWithAFolder() throws Exception {
        hands = new Hands();
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        planes = files.planes("a.dcm");
        regions = files.of(SampleKind.US_REGIONS, "b.dcm");
        radiograph = files.of(SampleKind.CR_MONOCHROME2, "c.dcm");
        files.unreadable("d.dcm");
        similar = files.planes("e.dcm");
        guard = EventThreadGuard.listen();
        workbench =
                RunningWorkbench.start(
                        temporary.resolve("home"), guard.option(), "--open", files.folder() + "");
        guard.watch();
        workbench.await("the first file", s -> s.value("loaded").equals("true"));
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    @Test
    @Order(1)
    void a_folder_opens_with_all_its_files_and_keys_go_to_the_image() throws Exception {
        OnScreen state = workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        assertThat(state.number("files")).isEqualTo(5);
        assertThat(state.file()).isEqualTo("a.dcm");
        assertThat(state.value("status")).isEqualTo("5 files");
    }

    @Test
    @Order(2)
    void question_mark_shows_the_keys_in_front_and_escape_closes_them() throws Exception {
        hands.press(KeyEvent.VK_SLASH, KeyEvent.VK_SHIFT);
        OnScreen state = workbench.await("keys", s -> s.value("focus").contains("key-table"));
        assertThat(state.number("focusRows")).as("every action with a key").isGreaterThan(50);
        hands.press(KeyEvent.VK_ESCAPE);
        workbench.await("the image", s -> s.value("focus").contains("plane-canvas"));
        assertThat(workbench.state().file()).as("Escape only closed the keys").isEqualTo("a.dcm");
    }

    @Test
    @Order(3)
    void n_and_p_step_through_all_frames_then_overlay_by_overlay() throws Exception {
        List<String> titles = List.of(SIX_PLANES.split("\\|"));
        assertThat(workbench.state().value("plane")).isEqualTo(titles.get(0));
        for (String title : titles.subList(1, titles.size())) {
            hands.press(KeyEvent.VK_N);
            workbench.await(title, s -> s.value("plane").equals(title));
        }
        hands.press(KeyEvent.VK_N);
        workbench.await("a word", s -> s.value("status").contains("last plane"));
        hands.press(KeyEvent.VK_P);
        workbench.await("the plane before", s -> s.value("plane").equals(titles.get(4)));
    }

    @Test
    @Order(4)
    void f_goes_fast_forward_to_the_next_overlay() throws Exception {
        for (int i = 4; i > 0; i--) {
            String before = Integer.toString(i - 1);
            hands.press(KeyEvent.VK_P);
            workbench.await("plane " + before, s -> s.value("planeIndex").equals(before));
        }
        hands.press(KeyEvent.VK_F);
        workbench.await("overlay 6000", s -> s.number("planeIndex") == 3);
        hands.press(KeyEvent.VK_F);
        workbench.await("overlay 6002", s -> s.number("planeIndex") == 5);
    }

    @Test
    @Order(5)
    void r_stores_the_drawn_rectangle_with_the_plane_it_was_drawn_on() throws Exception {
        draw(40, 60, 120, 100);
        hands.press(KeyEvent.VK_R);
        workbench.await("an item", s -> s.all("item").size() == 1);
        workbench.saved();
        // left, top, right, bottom, inclusive; frame 0 of overlay 1, which is 6002; no engine;
        // blank it
        assertThat(workbench.rows().rectangles(planes)).containsExactly("40,60,120,100 0/1 -1 1");
    }

    private static void draw(int left, int top, int right, int bottom) throws Exception {
        OnScreen state = workbench.state();
        hands.drag(state.pixel(left, top), state.pixel(right, bottom));
    }

    @Test
    @Order(6)
    void a_digit_says_what_the_rectangle_is_and_0_takes_it_back() throws Exception {
        hands.press(KeyEvent.VK_4);
        workbench.await("a number", s -> s.value("selected").endsWith(" NUMBER"));
        workbench.saved();
        assertThat(workbench.rows().reasons(planes)).containsExactly("number");
        hands.press(KeyEvent.VK_0);
        workbench.await("no reason", s -> s.value("selected").endsWith(" REDACT"));
        hands.shift(KeyEvent.VK_Z);
        workbench.await("a number again", s -> s.value("selected").endsWith(" NUMBER"));
        workbench.saved();
        assertThat(workbench.rows().reasons(planes)).containsExactly("number");
        hands.shift(KeyEvent.VK_Z);
        workbench.await("no reason", s -> s.value("selected").endsWith(" REDACT"));
        workbench.saved();
        assertThat(workbench.rows().reasons(planes)).isEmpty();
    }

    @Test
    @Order(7)
    void shift_z_takes_an_edit_back_and_control_y_repeats_it() throws Exception {
        List<String> before = workbench.rows().rectangles(planes);
        hands.shift(KeyEvent.VK_Z);
        workbench.await("no item", s -> s.all("item").isEmpty());
        workbench.saved();
        assertThat(workbench.rows().rectangles(planes)).isEmpty();
        hands.control(KeyEvent.VK_Y);
        workbench.await("the item again", s -> s.all("item").size() == 1);
        workbench.saved();
        assertThat(workbench.rows().rectangles(planes)).isEqualTo(before);
    }

    @Test
    @Order(8)
    void t_tags_and_c_comments_and_the_file_is_to_be_looked_at_again() throws Exception {
        hands.press(KeyEvent.VK_T);
        workbench.await("tagged", s -> s.value("state").equals("TAGGED"));
        hands.press(KeyEvent.VK_C);
        workbench.await("the line", s -> s.value("focus").contains("CommentField"));
        hands.type("look again");
        hands.press(KeyEvent.VK_ENTER);
        workbench.await("its name in undo", s -> s.value("undo").contains("Comment"));
        workbench.saved();
        workbench.await("the image", s -> s.value("focus").contains("plane-canvas"));
        assertThat(workbench.rows().mark(planes)).containsExactly("T look again");
    }

    @Test
    @Order(9)
    void escape_goes_to_the_next_file_and_shift_p_back() throws Exception {
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("b.dcm");
        hands.shift(KeyEvent.VK_P);
        arrived("a.dcm");
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("b.dcm");
    }

    @Test
    @Order(10)
    void a_right_click_accepts_one_suggestion_and_shift_a_all() throws Exception {
        OnScreen state = workbench.state();
        int waiting = state.number("undecided");
        assertThat(waiting).as("suggestions outside the ultrasound regions").isGreaterThan(1);
        assertThat(workbench.rows().rectangles(regions)).isEmpty();
        hands.rightClick(state.pixel(2, 2));
        workbench.await("one less", s -> s.number("undecided") == waiting - 1);
        workbench.saved();
        List<String> one = workbench.rows().rectangles(regions);
        assertThat(one).hasSize(1);
        assertThat(one.get(0)).startsWith("0,0,").endsWith(" -1/-1 4 1");
        hands.shift(KeyEvent.VK_A);
        workbench.await("none left", s -> s.number("undecided") == 0);
        workbench.saved();
        assertThat(workbench.rows().rectangles(regions)).hasSize(waiting).containsAll(one);
    }

    @Test
    @Order(11)
    void a_layer_is_hidden_by_its_key_shown_by_its_switch_and_counted_all_the_while()
            throws Exception {
        String layer = "layer.ULTRASOUND";
        String count = workbench.state().value(layer).split(" ")[0];
        assertThat(Integer.parseInt(count)).isGreaterThan(1);
        hands.press(KeyEvent.VK_3, KeyEvent.VK_ALT);
        OnScreen hidden = workbench.await("hidden", s -> s.value(layer).equals(count + " hidden"));
        var place = hidden.place("component.layer-ultrasound");
        hands.click(new java.awt.Point((int) place.getCenterX(), (int) place.getCenterY()));
        workbench.await("shown", s -> s.value(layer).equals(count + " shown"));
        hands.press(KeyEvent.VK_ESCAPE);
        workbench.await("the image", s -> s.value("focus").contains("plane-canvas"));
        assertThat(workbench.state().file()).as("Escape only left the legend").isEqualTo("b.dcm");
    }

    @Test
    @Order(12)
    void plus_shows_the_redaction_and_minus_does_not() throws Exception {
        OnScreen state = workbench.state();
        var corner = state.pixel(3, 3);
        var spot = new java.awt.Rectangle(corner.x, corner.y, 1, 1);
        hands.press(KeyEvent.VK_EQUALS, KeyEvent.VK_SHIFT);
        workbench.await("redacted", s -> s.value("redactedView").equals("true"));
        int black = hands.picture(spot).getRGB(0, 0) & 0xFFFFFF;
        assertThat(black).isZero();
        hands.press(KeyEvent.VK_MINUS);
        workbench.await("not redacted", s -> s.value("redactedView").equals("false"));
    }

    @Test
    @Order(13)
    void shift_n_marks_done_and_goes_on() throws Exception {
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        arrived("c.dcm");
        workbench.saved();
        assertThat(workbench.rows().mark(regions)).containsExactly("F ");
    }

    @Test
    @Order(14)
    void o_reads_the_text_of_a_plane_and_its_rows_are_the_python_tools() throws Exception {
        hands.press(KeyEvent.VK_O);
        OnScreen found = workbench.await("texts", s -> s.number("undecided") > 3);
        hands.shift(KeyEvent.VK_A);
        workbench.await("all accepted", s -> s.number("undecided") == 0);
        workbench.saved();
        List<String> rows = workbench.rows().rectangles(radiograph);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(found.number("undecided"));
        assertThat(workbench.libraries()).as("what --viewer leaves out").contains("tesseract");
        assertThat(rows).allMatch(row -> row.matches("\\d+,\\d+,\\d+,\\d+ 0/-1 1 [01]"));
        assertThat(workbench.rows().texts(radiograph)).noneMatch(String::isBlank);
    }

    @Test
    @Order(15)
    void a_file_that_cannot_be_read_says_why_and_the_session_goes_on() throws Exception {
        hands.press(KeyEvent.VK_ESCAPE);
        OnScreen state = workbench.await("a reason", s -> !s.value("failure").isEmpty());
        assertThat(state.file()).isEqualTo("d.dcm");
        assertThat(state.value("state")).isEqualTo("FAILED");
        hands.press(KeyEvent.VK_ESCAPE);
        arrived("e.dcm");
    }

    @Test
    @Order(16)
    void rectangles_of_a_done_file_are_suggested_on_a_similar_one() throws Exception {
        assertThat(workbench.state().number("undecided")).as("a.dcm is not done yet").isZero();
        stepTo("a.dcm", KeyEvent.VK_P, KeyEvent.VK_SHIFT);
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        workbench.await("another file", s -> !s.file().equals("a.dcm"));
        stepTo("e.dcm", KeyEvent.VK_ESCAPE);
        OnScreen state = workbench.await("a suggestion", s -> s.number("undecided") == 1);
        assertThat(state.all("item")).singleElement().asString().startsWith("SIMILAR ");
    }

    private static void stepTo(String file, int key, int... held) {
        while (!workbench.await("a file", s -> !s.file().isEmpty()).file().equals(file)) {
            String before = workbench.await("a file", s -> true).file();
            hands.press(key, held);
            workbench.await("a step towards " + file, s -> !s.file().equals(before));
        }
        arrived(file);
    }

    private static OnScreen arrived(String file) {
        return workbench.await(
                file, s -> s.file().equals(file) && s.value("loaded").equals("true"));
    }

    @Test
    @Order(17)
    void killed_it_reopens_where_it_was_and_no_row_is_lost() throws Exception {
        hands.press(KeyEvent.VK_N);
        workbench.await("the second plane", s -> s.number("planeIndex") == 1);
        draw(10, 150, 60, 200);
        hands.press(KeyEvent.VK_R);
        workbench.await("an item", s -> s.all("item").size() == 2);
        workbench.saved();
        guard.assertQuiet();
        List<String> before = workbench.rows().everything();
        workbench.kill();
        workbench = RunningWorkbench.start(temporary.resolve("home"));
        OnScreen state = arrived("e.dcm");
        assertThat(state.number("planeIndex")).isEqualTo(1);
        assertThat(state.all("item")).hasSize(2);
        assertThat(workbench.rows().everything()).isEqualTo(before);
    }

    @Test
    @Order(18)
    void q_ends_it_and_it_opens_there_again() throws Exception {
        hands.press(KeyEvent.VK_P);
        workbench.await("the first plane", s -> s.number("planeIndex") == 0);
        hands.press(KeyEvent.VK_Q);
        workbench.awaitEnd();
        workbench = RunningWorkbench.start(temporary.resolve("home"));
        assertThat(arrived("e.dcm").number("planeIndex")).isZero();
    }
}
