package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class HeaderLineTest {

    private static final PixelRectangle PLACE = new PixelRectangle(2, 3, 10, 5);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    private Sitting sitting;
    private ReviewSession session;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        file =
                SampleFile.of(40, 50)
                        .samples((frame, row, column, sample) -> row + column)
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        sitting = new Sitting(folder.resolve("db"));
        session = sitting.session();
        sitting.open(List.of(file));
        header("saved", "\u2713 saved");
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    @Test
    void a_long_line_is_cut_and_never_widens_its_view() throws Exception {
        HeaderLine header = sitting.on(() -> new HeaderLine(session));
        sitting.run(header::refresh);
        assertThat(sitting.on(() -> header.getPreferredSize().width)).isGreaterThan(250);
        assertThat(sitting.on(() -> header.getMinimumSize().width)).isLessThan(150);
    }

    /** Waits until the right end of the header says something. */
    private void header(String what, String... words) throws Exception {
        HeaderLine header = sitting.on(() -> new HeaderLine(session));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String said = "";
        while (!List.of(words).stream().allMatch(said::contains)) {
            assertThat(System.nanoTime()).as(what + ", but it says: " + said).isLessThan(end);
            said =
                    sitting.on(
                            () -> {
                                header.refresh();
                                return session.open().isEmpty() ? "" : saved(header);
                            });
        }
    }

    private static String saved(HeaderLine header) {
        for (var child : header.getComponents()) {
            if (child instanceof JLabel label && "plane-header-saved".equals(label.getName())) {
                return label.getText();
            }
        }
        throw new AssertionError("no label");
    }

    @Test
    void an_edit_that_somebody_else_was_faster_with_is_told() throws Exception {
        sitting.on(() -> session.editor().draw("draw", new FramePlane(0), PLACE));
        header("it is saved", "\u2713 saved");
        String name = ReviewFile.of(file).name();
        try (RegionStore other = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            var row = other.rows(name).get(0);
            other.apply(List.of(new Edit.Remove(name, row.id(), row.region())));
        }
        ReviewItem item = sitting.on(() -> session.screen().selected().orElseThrow());
        ReviewItem moved = item.withRectangle(new PixelRectangle(0, 0, 4, 4));
        sitting.on(() -> session.editor().change("move", List.of(item), List.of(moved)));
        header("it is not saved", "\u26a0 not saved", "someone else changed");
    }
}
