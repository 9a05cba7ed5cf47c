package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("texts are grouped by plane, in the order planes are stepped through")
    void grouped() throws Exception {
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
    @DisplayName("a selected row selects the item and goes to its plane")
    void rowSelects() throws Exception {
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
    @DisplayName("an item selected elsewhere selects its row in both views")
    void selectsRow() throws Exception {
        sitting.run(() -> session.screen().select(OptionalLong.of(1002)));

        assertThat(sitting.on(() -> texts.getSelectedRow() == row(texts, 1002))).isTrue();
        assertThat(sitting.on(() -> rectangles.getSelectedRow() == row(rectangles, 1002))).isTrue();
    }

    @Test
    @DisplayName("suggestions only hides what was decided")
    void suggestions() throws Exception {
        sitting.run(() -> session.editor().decide("keep", List.of(item(1001)), Verdict.KEEP));
        sitting.run(() -> textPanel.setSuggestionsOnly(true));

        assertThat(sitting.on(texts::getRowCount)).isEqualTo(2);
        assertThat(sitting.on(() -> row(texts, 1001))).isEqualTo(-1);
    }

    @Test
    @DisplayName("a decision does not move rows or lose the selection")
    void stays() throws Exception {
        sitting.run(() -> session.screen().select(OptionalLong.of(1002)));
        int before = sitting.on(texts::getSelectedRow);

        sitting.run(() -> session.editor().decide("keep", List.of(item(1002)), Verdict.KEEP));

        assertThat(sitting.on(texts::getSelectedRow)).isEqualTo(before);
    }

    @Test
    @DisplayName("an edited number is one undoable edit and stands in the database")
    void numbers() throws Exception {
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
    @DisplayName("a number that leaves no pixel on the image is refused and said so")
    void refused() throws Exception {
        sitting.run(
                () ->
                        rectangles.setValueAt(
                                100_000, row(rectangles, 1002), RectangleModel.FIRST_NUMBER));

        assertThat(item(1002).region().rectangle()).isEqualTo(new PixelRectangle(8, 9, 40, 12));
        assertThat(status).hasSize(1);
    }

    @Test
    @DisplayName("numbers of a done file cannot be edited")
    void locked() throws Exception {
        sitting.run(() -> session.editor().mark("done", FileState.DONE, ""));

        assertThat(sitting.on(() -> rectangles.isCellEditable(0, WIDTH_COLUMN))).isFalse();
        assertThat(status).hasSize(1);
    }

    @Test
    @DisplayName("the picture of a text is made on a worker and asked for again when it is there")
    void picture() throws Exception {
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
