package org.pixelanon.history;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.awt.UndoRedo;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.item.FileState;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

class HistoryPanelTest {

    @TempDir Path folder;

    private final List<HistoryNote> gone = new ArrayList<>();
    private Sitting sitting;
    private List<Path> files;
    private HistoryPanel panel;
    private JTable table;

    @BeforeEach
    void open() throws Exception {
        files =
                SampleSet.of(7)
                        .kinds(List.of(SampleKind.CR_MONOCHROME2))
                        .write(folder.resolve("files"), 2);
        start();
    }

    private void start() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        sitting.open(files);
        panel = sitting.on(() -> new HistoryPanel(sitting.session(), UndoRedo.NONE, gone::add));
        table = (JTable) named(panel, "history-table");
        sitting.run(panel::open);
    }

    private static @Nullable Component named(Container parent, String name) {
        for (Component child : parent.getComponents()) {
            if (name.equals(child.getName())) {
                return child;
            }
            Component deeper = child instanceof Container container ? named(container, name) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private void draw() throws Exception {
        PixelRectangle place = new PixelRectangle(3, 4, 20, 10);
        sitting.on(() -> sitting.session().editor().draw("draw", new FramePlane(0), place));
        sitting.saved();
    }

    private void rows(int wanted) throws Exception {
        sitting.await("rows", () -> table.getRowCount() == wanted);
    }

    private List<String> row(int row) throws Exception {
        return sitting.on(
                () ->
                        IntStream.range(0, table.getColumnCount())
                                .mapToObj(column -> String.valueOf(table.getValueAt(row, column)))
                                .toList());
    }

    @Test
    void an_edit_is_listed_with_file_place_time_and_person() throws Exception {
        draw();
        sitting.on(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
        rows(2);
        String file = files.get(0).getFileName().toString();
        assertThat(row(0)).startsWith("Marked done", file, "").endsWith("tester", "");
        assertThat(row(1)).startsWith("Drew 1 rectangle", file, "frame 1").endsWith("tester", "");
        assertThat(row(1).get(3)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void enter_goes_to_the_place_of_the_selected_edit() throws Exception {
        draw();
        rows(1);
        sitting.run(
                () -> {
                    table.setRowSelectionInterval(0, 0);
                    table.getActionMap().get("go").actionPerformed(new ActionEvent(table, 0, "go"));
                });
        assertThat(gone).hasSize(1);
        assertThat(gone.get(0).filename()).isEqualTo(files.get(0).toString());
    }

    @Test
    void what_was_undone_stays_listed() throws Exception {
        draw();
        sitting.run(() -> sitting.session().editor().undo());
        sitting.await("undone", () -> table.getRowCount() == 1 && isLast("undone"));
    }

    private boolean isLast(String word) {
        return table.getValueAt(0, table.getColumnCount() - 1).equals(word);
    }

    @Test
    void an_edit_that_cannot_be_undone_says_why() throws Exception {
        draw();
        close();
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            HistoryNote others =
                    new HistoryNote("x", 1, "otto", "2026-01-01", "DONE=1", "f", 1, null, 0, true);
            store.history().apply(List.of(), others);
        }
        start();
        rows(2);
        assertThat(row(0)).endsWith("otto", "only by otto");
        sitting.await("can be undone", () -> table.getValueAt(1, 5).equals(""));
        close();
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            String file = files.get(0).toString();
            var row = store.rows(file).get(0);
            store.apply(List.of(new org.pixelanon.store.Edit.Remove(file, row.id(), row.region())));
        }
        start();
        rows(2);
        assertThat(row(1)).endsWith("tester", "not possible: changed since");
    }
}
