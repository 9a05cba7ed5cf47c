package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.workbench.Thumbnails;

class ItemsPanelTest {

    private static final int WIDTH_COLUMN = RectangleModel.FIRST_NUMBER + 2;

    @TempDir Path folder;

    private final List<String> status = new ArrayList<>();
    private Sitting sitting;
    private ReviewSession session;
    private ItemTable texts;
    private ItemTable rectangles;
    private ItemsPanel textPanel;

    /** A drawn cine with a text on its third frame, one on its first, and a drawn rectangle. */
    @BeforeEach
    void open() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        session = sitting.session();
        textPanel = sitting.on(() -> ItemsPanel.ofText(session));
        ItemsPanel all = sitting.on(() -> ItemsPanel.ofRectangles(session, status::add));
        texts = textPanel.table();
        rectangles = all.table();
        sitting.run(textPanel::open);
        sitting.run(all::open);
        sitting.open(
                SampleSet.of(11)
                        .kinds(List.of(SampleKind.US_RGB_CINE))
                        .write(folder.resolve("files"), 1));
        sitting.addText(1001, 2, "DOE^JOHN");
        sitting.addText(1002, 0, "T2 AX");
        PixelRectangle drawn = new PixelRectangle(4, 5, 20, 10);
        assertThat(sitting.on(() -> session.editor().draw("draw", new FramePlane(0), drawn)))
                .isTrue();
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private ReviewItem item(long id) {
        return session.open().orElseThrow().items().stream()
                .filter(i -> i.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private int row(ItemTable table, long id) {
        return ((ItemModel) table.getModel()).rowOf(item(id));
    }

    @Test
    void texts_are_grouped_by_plane_in_the_order_planes_are_stepped_through() throws Exception {
        List<String> rows =
                sitting.on(
                        () -> {
                            List<String> out = new ArrayList<>();
                            for (int i = 0; i < texts.getRowCount(); i++) {
                                out.add(
                                        texts.getValueAt(i, 0) instanceof ItemRow.Heading h
                                                ? Words.of(h.scope()) + " " + h.waiting()
                                                : "text");
                            }
                            return out;
                        });

        assertThat(rows).containsExactly("frame 1 1", "text", "frame 3 1", "text");
    }

    @Test
    void a_selected_row_selects_the_item_and_goes_to_its_plane() throws Exception {
        sitting.run(
                () -> {
                    int row = row(texts, 1001);
                    texts.setRowSelectionInterval(row, row);
                });

        assertThat(sitting.on(() -> session.screen().selected().orElseThrow().id()))
                .isEqualTo(1001);
        assertThat(sitting.on(session.screen()::planeIndex)).isEqualTo(2);
        assertThat(sitting.on(() -> rectangles.getSelectedRow() == row(rectangles, 1001))).isTrue();
    }

    @Test
    void an_item_selected_elsewhere_selects_its_row_in_both_views() throws Exception {
        sitting.run(() -> session.screen().select(1002));

        assertThat(sitting.on(() -> texts.getSelectedRow() == row(texts, 1002))).isTrue();
        assertThat(sitting.on(() -> rectangles.getSelectedRow() == row(rectangles, 1002))).isTrue();
    }

    @Test
    void suggestions_only_hides_what_was_decided() throws Exception {
        sitting.run(() -> session.editor().decide("keep", List.of(item(1001)), Verdict.KEEP));
        sitting.run(() -> textPanel.setSuggestionsOnly(true));

        assertThat(sitting.on(texts::getRowCount)).isEqualTo(2);
        assertThat(sitting.on(() -> row(texts, 1001))).isEqualTo(-1);
    }

    @Test
    void a_decision_does_not_move_rows_or_lose_the_selection() throws Exception {
        sitting.run(() -> session.screen().select(1002));
        int before = sitting.on(texts::getSelectedRow);

        sitting.run(() -> session.editor().decide("keep", List.of(item(1002)), Verdict.KEEP));

        assertThat(sitting.on(texts::getSelectedRow)).isEqualTo(before);
    }

    @Test
    void an_edited_number_is_one_undoable_edit_and_stands_in_the_database() throws Exception {
        sitting.run(() -> rectangles.setValueAt(33, row(rectangles, 1002), WIDTH_COLUMN));

        assertThat(item(1002).region().rectangle()).isEqualTo(new PixelRectangle(8, 9, 33, 12));
        sitting.await(() -> session.editor().isSaved());
        assertThat(boxes()).contains(new InclusiveBox(8, 9, 40, 20, 0, -1));

        sitting.run(() -> session.editor().undo());

        assertThat(item(1002).region().rectangle()).isEqualTo(new PixelRectangle(8, 9, 40, 12));
        sitting.await(() -> session.editor().isSaved());
        assertThat(boxes())
                .contains(new InclusiveBox(8, 9, 47, 20, 0, -1))
                .doesNotContain(new InclusiveBox(8, 9, 40, 20, 0, -1));
    }

    private List<InclusiveBox> boxes() throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
            return store.rows(session.files().get(0).name()).stream()
                    .map(r -> r.region().box())
                    .toList();
        }
    }

    @Test
    void a_number_that_leaves_no_pixel_on_the_image_is_refused_and_said_so() throws Exception {
        sitting.run(
                () ->
                        rectangles.setValueAt(
                                100_000, row(rectangles, 1002), RectangleModel.FIRST_NUMBER));

        assertThat(item(1002).region().rectangle()).isEqualTo(new PixelRectangle(8, 9, 40, 12));
        assertThat(status).hasSize(1);
    }

    @Test
    void numbers_of_a_done_file_cannot_be_edited() throws Exception {
        sitting.run(() -> session.editor().mark("done", FileState.DONE, ""));

        assertThat(sitting.on(() -> rectangles.isCellEditable(0, WIDTH_COLUMN))).isFalse();
        assertThat(status).hasSize(1);
    }

    @Test
    void the_picture_of_a_text_is_made_on_a_worker_and_asked_for_again_when_it_is_there()
            throws Exception {
        java.util.concurrent.atomic.AtomicInteger arrived =
                new java.util.concurrent.atomic.AtomicInteger();
        CropPictures pictures = new CropPictures(session, 96, 34, arrived::incrementAndGet);

        Thumbnails.Thumbnail first =
                sitting.on(() -> pictures.get(session.open().orElseThrow(), item(1002)))
                        .orElseThrow();
        assertThat(first.image()).isNull();
        sitting.await(() -> arrived.get() == 1);

        Thumbnails.Thumbnail second =
                sitting.on(() -> pictures.get(session.open().orElseThrow(), item(1002)))
                        .orElseThrow();
        assertThat(second.failed()).isFalse();
        assertThat(second.image().getWidth()).isEqualTo(187);
    }
}
