package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Three frames, the second of which is white, and an overlay of two. */
class PlanesPanelTest {

    @TempDir Path folder;

    private Sitting sitting;
    private ReviewSession session;
    private PlanesPanel panel;

    @BeforeEach
    void open() throws Exception {
        Path file =
                SampleFile.of(40, 50)
                        .frames(3)
                        .samples((f, r, c, k) -> f == 1 || r + c == 0 ? 255 : 0)
                        .overlay(new Overlay(0x6000, 40, 50, 1, 1, 2, (f, r, c) -> true))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        sitting = new Sitting(folder.resolve("db"));
        session = sitting.session();
        panel = on(() -> new PlanesPanel(session));
        session.addListener(panel::changed);
        sitting.open(List.of(file));
        until("planes are listed", () -> list().getModel().getSize() == 5);
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private <T> T on(Callable<T> doing) throws Exception {
        return sitting.on(doing);
    }

    private void until(String what, Callable<Boolean> wanted) throws Exception {
        sitting.await(what, wanted);
    }

    private JList<?> list() {
        return (JList<?>) panel.pictureList();
    }

    private static boolean isThere(@Nullable BufferedImage picture) {
        return picture != null && picture.getWidth() > 1;
    }

    @Test
    void the_plane_on_screen_is_the_one_chosen_and_the_other_way_round() throws Exception {
        assertThat(on(() -> list().getSelectedIndex())).isZero();
        on(() -> session.screen().showPlane(3));
        until("it follows", () -> list().getSelectedIndex() == 3);
        on(
                () -> {
                    list().setSelectedIndex(1);
                    return "";
                });
        assertThat(on(() -> session.screen().planeIndex())).isEqualTo(1);
    }

    @Test
    void every_plane_has_its_picture_and_those_with_findings_a_mark() throws Exception {
        on(() -> session.editor().draw("draw", new FramePlane(2), new PixelRectangle(1, 1, 5, 5)));
        PlanePictures pictures = new PlanePictures(session, 20, () -> {});
        on(pictures::follow);
        PlanePictures.Marks marks = on(pictures::marks);
        assertThat(marks.any().toString()).isEqualTo("{2}");
        assertThat(marks.waiting().isEmpty()).as("a person drew it").isTrue();
        for (int i = 0; i < 5; i++) {
            var plane = on(pictures::planes).get(i).plane();
            until("a picture", () -> isThere(pictures.of(plane)));
            BufferedImage picture = on(() -> pictures.of(plane));
            assertThat(picture.getWidth()).isEqualTo(20);
            assertThat(picture.getHeight()).isEqualTo(16);
            int middle = picture.getRGB(10, 8) & 0xFF;
            assertThat(middle).as("plane " + i).isEqualTo(i == 0 || i == 2 ? 0 : 255);
        }
        on(
                () -> {
                    panel.changed(Set.of(Aspect.ITEMS));
                    return "";
                });
    }

    @Test
    void a_letter_goes_to_no_plane() throws Exception {
        int found = on(() -> list().getNextMatch("2", 0, javax.swing.text.Position.Bias.Forward));
        assertThat(found).isEqualTo(-1);
    }
}
