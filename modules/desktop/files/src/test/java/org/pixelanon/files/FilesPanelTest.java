package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.review.group.ManyMarks;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

class FilesPanelTest {

    @TempDir Path folder;

    private Sitting sitting;
    private FilesPanel panel;

    /** Three drawn files and one that cannot be read. */
    @BeforeEach
    void open() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        panel = sitting.on(() -> new FilesPanel(sitting.session(), System::nanoTime, tasks()));
        sitting.run(panel::open);
        List<Path> files =
                new ArrayList<>(
                        SampleSet.of(7)
                                .kinds(List.of(SampleKind.CR_MONOCHROME2))
                                .write(folder.resolve("files"), 3));
        files.add(folder.resolve("missing.dcm"));
        sitting.open(files);
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private final List<String> said = new ArrayList<>();

    /** Marks files; other tasks are only recorded. */
    private FileTasks tasks() {
        return new FileTasks(
                files -> said.add("search " + files.size()),
                files -> said.add("export " + files.size()),
                () -> said.add("group"),
                (name, files, state) ->
                        new ManyMarks(sitting.session())
                                .mark(name, files, state, Sitting.SILENT)
                                .thenAccept(result -> said.add(result.toString())),
                said::add);
    }

    /** Presses an item of the menu of some rows. */
    private void choose(String item, int... rows) throws Exception {
        sitting.run(
                () -> {
                    panel.fileList().setSelectedIndices(rows);
                    var menu =
                            new FileMenu(sitting.session(), tasks())
                                    .of(panel.fileList().getSelectedValuesList());
                    for (var child : menu.getComponents()) {
                        if (("files-menu-" + item).equals(child.getName())) {
                            ((javax.swing.JMenuItem) child).doClick(0);
                        }
                    }
                });
    }

    private List<FileState> states() throws Exception {
        return sitting.on(
                () -> sitting.session().files().all().stream().map(ReviewFile::state).toList());
    }

    @Test
    void several_files_are_marked_by_one_edit_which_undo_takes_back() throws Exception {
        choose("tag", 0, 2);
        sitting.await(() -> said.size() == 1);
        assertThat(states()).startsWith(FileState.TAGGED, FileState.TO_REVIEW, FileState.TAGGED);

        sitting.run(() -> sitting.session().editor().undo());
        assertThat(states()).startsWith(FileState.TO_REVIEW, FileState.TO_REVIEW);
    }

    @Test
    void files_in_which_something_is_open_are_not_marked_done_with_the_others() throws Exception {
        choose("done", 1, 2, 3);
        sitting.await(() -> said.size() == 1);

        // their planes were not seen, and the last cannot be read
        assertThat(said).containsExactly(new ManyMarks.Result(0, 2, 1).toString());
        assertThat(states()).doesNotContain(FileState.DONE);
    }

    @Test
    void files_that_were_removed_are_no_longer_listed_and_the_one_on_screen_stays()
            throws Exception {
        show(1);
        choose("remove", 0, 3);
        sitting.await(() -> sitting.session().files().size() == 2);
        sitting.await(() -> sitting.session().current() == 0);
        assertThat(said).singleElement().asString().startsWith("2 files removed");
    }

    @Test
    void a_selection_of_several_stays_while_their_lines_change() throws Exception {
        sitting.run(() -> panel.fileList().setSelectedIndices(new int[] {0, 1, 2}));
        mark(FileState.TAGGED, "look");
        assertThat(sitting.on(() -> panel.fileList().getSelectedIndices()))
                .containsExactly(0, 1, 2);
        show(3);
        assertThat(sitting.on(() -> panel.fileList().getSelectedIndices())).containsExactly(3);
    }

    private List<Integer> shown() throws Exception {
        FileRows rows = (FileRows) panel.fileList().getModel();
        return sitting.on(
                () -> IntStream.range(0, rows.getSize()).mapToObj(rows::indexAt).toList());
    }

    private void show(int index) throws Exception {
        sitting.run(() -> sitting.session().show(index));
        sitting.await(() -> sitting.session().open().isPresent());
    }

    private void mark(FileState state, String comment) throws Exception {
        assertThat(sitting.on(() -> sitting.session().editor().mark("mark", state, comment)))
                .isTrue();
    }

    private void filter(FileState state) throws Exception {
        sitting.run(() -> sitting.session().setFilter(new FileFilter(state, "")));
    }

    @Test
    void the_file_on_screen_is_the_selected_row() throws Exception {
        assertThat(shown()).containsExactly(0, 1, 2, 3);
        show(2);

        assertThat(sitting.on(() -> panel.fileList().getSelectedIndex())).isEqualTo(2);
    }

    @Test
    void stepping_from_file_to_file_stays_within_the_filter() throws Exception {
        show(1);
        mark(FileState.DONE, "");
        show(0);
        filter(FileState.TO_REVIEW);

        assertThat(shown()).containsExactly(0, 2, 3);
        assertThat(sitting.on(() -> sitting.session().stepFile(1))).isTrue();
        assertThat(sitting.on(() -> sitting.session().current())).isEqualTo(2);
    }

    @Test
    void a_marked_file_stays_in_view_until_the_next_is_on_screen_then_leaves_the_filter()
            throws Exception {
        filter(FileState.TO_REVIEW);
        mark(FileState.DONE, "");
        assertThat(shown()).containsExactly(0, 1, 2, 3);

        show(1);

        assertThat(shown()).containsExactly(1, 2, 3);
    }

    @Test
    void undo_brings_a_file_back_into_the_filter() throws Exception {
        filter(FileState.TO_REVIEW);
        mark(FileState.DONE, "");
        show(1);

        sitting.run(() -> sitting.session().editor().undo());
        sitting.await(() -> sitting.session().open().isPresent());
        show(2);

        assertThat(shown()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void files_are_stepped_through_in_the_order_they_are_sorted_by() throws Exception {
        show(2);
        mark(FileState.TAGGED, "again");
        FileFilterBar bar = sitting.on(() -> new FileFilterBar(sitting.session()));
        sitting.run(() -> bar.sort(FileSort.STATE));

        sitting.await(() -> sitting.session().files().at(0) == 2);
        assertThat(shown().get(0)).isEqualTo(2);
        assertThat(sitting.on(() -> sitting.session().stepFile(1))).isTrue();
        assertThat(sitting.on(() -> sitting.session().current())).isEqualTo(0);
    }

    @Test
    void a_file_that_cannot_be_read_is_shown_as_failed_with_the_reason_as_its_remark()
            throws Exception {
        show(3);
        filter(FileState.FAILED);

        assertThat(shown()).containsExactly(3);
        assertThat(sitting.on(() -> FileCell.remark(sitting.session().files().get(3))))
                .isEqualTo("no such file");
        assertThat(sitting.on(() -> sitting.session().files().count(FileState.FAILED)))
                .isEqualTo(1);
    }

    @Test
    void an_edit_touches_one_row_not_the_list() throws Exception {
        AtomicInteger rows = new AtomicInteger();
        ListDataListener counter =
                new ListDataListener() {
                    @Override
                    public void intervalAdded(ListDataEvent event) {
                        rows.addAndGet(1000);
                    }

                    @Override
                    public void intervalRemoved(ListDataEvent event) {
                        rows.addAndGet(1000);
                    }

                    @Override
                    public void contentsChanged(ListDataEvent event) {
                        rows.addAndGet(event.getIndex1() - event.getIndex0() + 1);
                    }
                };
        sitting.run(() -> panel.fileList().getModel().addListDataListener(counter));

        mark(FileState.TAGGED, "comment");

        assertThat(rows).hasValue(1);
    }

    @Test
    void every_row_tells_its_file_state_and_findings_to_screen_readers_and_is_painted()
            throws Exception {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(
                        300, 24, java.awt.image.BufferedImage.TYPE_INT_RGB);
        String name =
                sitting.on(
                        () -> {
                            java.awt.Component cell =
                                    new FileCell(row -> row == 0)
                                            .getListCellRendererComponent(
                                                    panel.fileList(),
                                                    sitting.session().files().get(0),
                                                    0,
                                                    true,
                                                    true);
                            cell.setSize(300, 24);
                            cell.paint(image.createGraphics());
                            return cell.getAccessibleContext().getAccessibleName();
                        });

        assertThat(name).contains("cr-monochrome2").contains("not searched");
        assertThat(image.getRGB(150, 12)).isNotEqualTo(image.getRGB(1, 12));
    }

    @Test
    void words_typed_into_the_search_become_the_filter_of_the_session() throws Exception {
        sitting.run(() -> find(panel, "files-search").setText("MISSING"));

        // the file on screen is shown though it does not fit
        assertThat(shown()).containsExactly(0, 3);
        assertThat(sitting.session().filter()).isEqualTo(new FileFilter(null, "missing"));
    }

    private static javax.swing.JTextField find(java.awt.Container in, String name) {
        for (java.awt.Component child : in.getComponents()) {
            if (child instanceof javax.swing.JTextField field && name.equals(field.getName())) {
                return field;
            }
            if (child instanceof java.awt.Container inner) {
                javax.swing.JTextField found = find(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
