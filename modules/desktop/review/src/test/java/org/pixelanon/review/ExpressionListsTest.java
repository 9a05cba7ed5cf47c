package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import blackbox.review.Sitting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.item.ListKind;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Lines that are added to lists, and taken back. */
class ExpressionListsTest {

    @TempDir Path folder;

    private final ExpressionLists lists = new ExpressionLists();

    private static ReviewEdit.OfLine line(Path list, String text) {
        return new ReviewEdit.OfLine(ListKind.ALLOW, list, text, true);
    }

    @Test
    void a_list_is_created_with_its_folder_grows_by_a_line_for_each_text_and_goes_again()
            throws Exception {
        Path list = folder.resolve("new").resolve("list.txt");
        lists.apply(line(list, "one"));
        lists.apply(line(list, "two"));
        assertThat(Files.readString(list)).isEqualTo("one\ntwo\n");
        lists.apply(line(list, "two").inverse());
        assertThat(Files.readString(list)).isEqualTo("one\n");
        lists.apply(line(list, "two"));
        assertThat(Files.readString(list)).isEqualTo("one\ntwo\n");
        lists.apply(line(list, "two").inverse());
        lists.apply(line(list, "one").inverse());
        assertThat(list).doesNotExist();
    }

    @Test
    void a_new_list_is_its_owners_alone() throws Exception {
        Path list = folder.resolve("list.txt");
        assumeTrue(list.getFileSystem().supportedFileAttributeViews().contains("posix"));

        lists.apply(line(list, "one"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_list_that_was_there_is_the_same_byte_for_byte_after_taking_back() throws Exception {
        for (String before : List.of("", "one", "one\r\ntwo", "one\n\n", "t\u00e9n\n")) {
            Path list = Files.writeString(folder.resolve("list.txt"), before);
            lists.apply(line(list, "n\u00e9w"));
            assertThat(Files.readAllLines(list, StandardCharsets.UTF_8)).contains("n\u00e9w");
            lists.apply(line(list, "n\u00e9w").inverse());
            assertThat(Files.readString(list)).isEqualTo(before);
        }
    }

    @Test
    void a_text_is_never_on_a_list_twice_and_stays_when_it_was_there_before() throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), "one\r\ntwo");
        for (String text : List.of("one", "two")) {
            lists.apply(line(list, text));
            assertThat(Files.readString(list)).isEqualTo("one\r\ntwo");
            lists.apply(line(list, text).inverse());
            assertThat(Files.readString(list)).isEqualTo("one\r\ntwo");
        }
    }

    @Test
    void lines_that_others_added_meanwhile_stay() throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), "one\n");
        lists.apply(line(list, "mine"));
        Files.writeString(list, Files.readString(list) + "theirs\n");
        lists.apply(line(list, "mine").inverse());
        assertThat(Files.readString(list)).isEqualTo("one\ntheirs\n");
    }

    @Test
    void texts_added_at_the_same_moment_are_all_kept() throws Exception {
        Path list = folder.resolve("list.txt");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ReviewEdit.OfLine text = line(list, "line " + i);
            Thread thread = new Thread(() -> new ExpressionLists().apply(text));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Files.readAllLines(list)).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void undo_takes_the_line_and_the_decision_back_and_redo_repeats_both() throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), "one\n");
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file("a.dcm")));
            Editor editor = sitting.session().editor();
            sitting.run(
                    () -> editor.draw("draw", new FramePlane(0), new PixelRectangle(2, 3, 10, 5)));
            ReviewItem item = sitting.on(() -> sitting.session().screen().selected().orElseThrow());
            sitting.run(() -> editor.promote("allow", item, Verdict.KEEP, line(list, "text")));
            sitting.saved();
            assertThat(Files.readString(list)).isEqualTo("one\ntext\n");
            assertThat(verdict(sitting)).isEqualTo(Verdict.KEEP);
            sitting.run(editor::undo);
            sitting.saved();
            assertThat(Files.readString(list)).isEqualTo("one\n");
            assertThat(verdict(sitting)).isEqualTo(Verdict.REDACT);
            sitting.run(editor::redo);
            sitting.saved();
            assertThat(Files.readString(list)).isEqualTo("one\ntext\n");
            assertThat(verdict(sitting)).isEqualTo(Verdict.KEEP);
        }
    }

    private static Verdict verdict(Sitting sitting) throws Exception {
        return sitting.on(() -> sitting.session().open().orElseThrow().items().get(0).verdict());
    }

    private Path file(String name) throws Exception {
        return SampleFile.of(40, 50)
                .samples((frame, row, column, sample) -> row + column)
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }
}
