package org.pixelanon.results;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.swing.AbstractButton;
import javax.swing.JTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.workbench.results.TaskResult;
import org.pixelanon.workbench.results.TaskResult.End;
import org.pixelanon.workbench.results.TaskResult.Task;
import org.pixelanon.workbench.results.TaskResults;

class ResultsPanelTest {

    @TempDir Path folder;

    private final List<String> done = new ArrayList<>();
    private final TaskResults results = new TaskResults();
    private Sitting sitting;
    private List<Path> files;
    private ResultsPanel panel;

    @BeforeEach
    void open() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        files =
                SampleSet.of(7)
                        .kinds(List.of(SampleKind.CR_MONOCHROME2))
                        .write(folder.resolve("files"), 3);
        sitting.open(files);
        panel = sitting.on(() -> new ResultsPanel(sitting.session(), results, new Taken()));
        sitting.run(panel::open);
        tell(Task.EXPORT, End.WRITTEN, files.get(0), "");
        tell(Task.EXPORT, End.WITHHELD, files.get(1), "1 text nobody decided about");
        tell(Task.SEARCH, End.FAILED, files.get(2), "no <such> file");
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    /** Takes down what the view asks for. */
    private final class Taken implements ResultsPanel.Doing {
        @Override
        public void again(Task task, List<ReviewFile> again) {
            again.forEach(file -> done.add(task + " " + file.path()));
        }

        @Override
        public void save(String page) {
            done.add(page);
        }

        @Override
        public void say(String text) {
            done.add(text);
        }
    }

    private void tell(Task task, End end, Path file, String reason) throws Exception {
        Path copy = end == End.WRITTEN ? folder.resolve("out.dcm") : null;
        LocalDateTime when = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
        sitting.run(
                () -> results.add(List.of(new TaskResult(task, end, file, reason, copy, when))));
    }

    private <T extends Component> T part(String name, Class<T> type) {
        return Objects.requireNonNull(find(panel, name, type), name);
    }

    private static <T extends Component> @Nullable T find(
            Container in, String name, Class<T> type) {
        for (Component child : in.getComponents()) {
            if (type.isInstance(child) && name.equals(child.getName())) {
                return type.cast(child);
            }
            T below = child instanceof Container inner ? find(inner, name, type) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private void press(String button) throws Exception {
        sitting.run(() -> part("results-" + button, AbstractButton.class).doClick(0));
    }

    private List<String> column(int column) throws Exception {
        JTable table = part("results-table", JTable.class);
        return sitting.on(
                () -> {
                    List<String> cells = new ArrayList<>();
                    for (int row = 0; row < table.getRowCount(); row++) {
                        cells.add(String.valueOf(table.getValueAt(row, column)));
                    }
                    return cells;
                });
    }

    @Test
    void the_last_result_of_each_file_and_task_is_listed_the_newest_first() throws Exception {
        assertThat(column(0)).containsExactly("search failed", "copy withheld", "copy written");
        tell(Task.EXPORT, End.WRITTEN, files.get(1), "");
        assertThat(column(0)).containsExactly("copy written", "search failed", "copy written");
    }

    @Test
    void only_what_somebody_has_to_do_something_about_can_be_shown() throws Exception {
        press("problems");
        assertThat(column(2)).containsExactly("no <such> file", "1 text nobody decided about");
    }

    @Test
    void what_failed_or_was_withheld_is_tried_again_by_the_task_it_was() throws Exception {
        press("retry");
        assertThat(done)
                .containsExactlyInAnyOrder("EXPORT " + files.get(1), "SEARCH " + files.get(2));
    }

    @Test
    void enter_on_a_row_shows_its_file() throws Exception {
        JTable table = part("results-table", JTable.class);
        sitting.run(
                () -> {
                    table.setRowSelectionInterval(0, 0);
                    table.getActionMap().get("go").actionPerformed(null);
                });
        assertThat(sitting.on(() -> sitting.session().current())).isEqualTo(2);
    }

    @Test
    void the_page_has_every_row_and_nothing_of_it_is_taken_for_markup_or_fetched()
            throws Exception {
        press("page");
        assertThat(done).hasSize(1);
        assertThat(done.get(0))
                .contains("copy withheld", "no &#60;such&#62; file", "1 text nobody decided about")
                .contains("3 results&#44; 2 of them withheld or failed")
                .doesNotContain("<such>", "<script", "http://", "src=", "href=");
    }

    @Test
    void results_are_unread_until_somebody_looks_and_gone_when_cleared() throws Exception {
        assertThat(results.unread()).isEqualTo(3);
        sitting.run(results::read);
        assertThat(results.unread()).isZero();
        press("clear");
        assertThat(column(0)).isEmpty();
    }
}
