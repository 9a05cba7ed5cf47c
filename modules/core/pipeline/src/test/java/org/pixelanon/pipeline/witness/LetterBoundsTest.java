package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.pipeline.witness.WitnessExamples.SIZE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextMap;

/** How far lines shrink around their letters. */
class LetterBoundsTest {

    private static final PixelRectangle FOUND = new PixelRectangle(40, 70, 120, 60);
    private static final PixelRectangle TEXT = new PixelRectangle(70, 94, 46, 12);
    private static final PixelRectangle STRIPE = new PixelRectangle(74, 97, 38, 6);

    private static PlaneImage plane(int ground) {
        byte[] samples = new byte[SIZE * SIZE];
        Arrays.fill(samples, (byte) ground);
        return new PlaneImage(SIZE, SIZE, 1, samples);
    }

    private static void fill(PlaneImage plane, PixelRectangle place, int level) {
        for (int y = place.y(); y < place.bottom(); y++) {
            Arrays.fill(
                    plane.samples(), y * SIZE + place.x(), y * SIZE + place.right(), (byte) level);
        }
    }

    /** Five blocks that stand for letters. */
    private static PlaneImage letters(PlaneImage plane, int level) {
        for (int i = 0; i < 5; i++) {
            fill(plane, new PixelRectangle(TEXT.x() + 10 * i, TEXT.y(), 6, TEXT.height()), level);
        }
        return plane;
    }

    private static Testimony network(FoundLine line, PixelRectangle core) {
        byte[] map = new byte[SIZE * SIZE];
        for (int y = core.y(); y < core.bottom(); y++) {
            Arrays.fill(map, y * SIZE + core.x(), y * SIZE + core.right(), (byte) 180);
        }
        return new Testimony("net", new FoundText(List.of(line), new TextMap(SIZE, SIZE, map)));
    }

    private static PixelRectangle cut(List<PlaneImage> views, Testimony... testimonies) {
        UnitedLine line = new UnitedLine(FOUND, false, false, Set.of("net"));
        return LetterBounds.cut(views, List.of(testimonies), line).rectangle();
    }

    private static PixelRectangle cut(PlaneImage plane) {
        return cut(List.of(plane), network(new FoundLine(FOUND, .9, false), STRIPE));
    }

    @Test
    void a_frame_around_text_is_left() {
        PlaneImage plane = letters(plane(20), 220);
        PixelRectangle frame = TEXT.grow(9, 9);
        fill(plane, new PixelRectangle(frame.x(), frame.y(), frame.width(), 1), 220);
        fill(plane, new PixelRectangle(frame.x(), frame.bottom(), frame.width(), 1), 220);
        fill(plane, new PixelRectangle(frame.x(), frame.y(), 1, frame.height()), 220);
        fill(plane, new PixelRectangle(frame.right(), frame.y(), 1, frame.height() + 1), 220);

        assertThat(cut(plane)).isEqualTo(TEXT.grow(3, 3));
    }

    @Test
    void a_panel_is_left_but_for_its_letters() {
        PlaneImage plane = plane(20);
        fill(plane, TEXT.grow(14, 10), 200);

        assertThat(cut(letters(plane, 25))).isEqualTo(TEXT.grow(3, 3));
    }

    @Test
    void a_trace_that_crosses_the_letters_is_left() {
        PlaneImage plane = letters(plane(20), 220);
        fill(plane, new PixelRectangle(0, 75, SIZE, 1), 220);
        fill(plane, new PixelRectangle(90, 75, 1, 60), 220);

        assertThat(cut(plane).width()).isEqualTo(TEXT.width() + 6);
    }

    @Test
    void accents_and_letters_beyond_the_core_stay() {
        PlaneImage plane = letters(plane(20), 220);
        PixelRectangle accent = new PixelRectangle(92, 90, 3, 2);
        PixelRectangle first = new PixelRectangle(57, 94, 6, 12);
        fill(plane, accent, 220);
        fill(plane, first, 220);

        assertThat(cut(plane)).isEqualTo(TEXT.union(accent).union(first).grow(3, 3));
    }

    @Test
    void letters_that_one_view_shows_are_enough() {
        PlaneImage other = plane(20);
        PixelRectangle last = new PixelRectangle(118, 94, 6, 12);
        fill(other, last, 90);
        fill(other, new PixelRectangle(80, 94, 6, 12), 90);
        Testimony network = network(new FoundLine(FOUND, .9, false), STRIPE);

        assertThat(cut(List.of(letters(plane(20), 220), other), network))
                .isEqualTo(TEXT.union(last).grow(3, 3));
    }

    @Test
    void nothing_is_cut_that_no_network_sees() {
        PlaneImage plane = letters(plane(20), 220);
        FoundLine neighbour = new FoundLine(new PixelRectangle(0, 0, SIZE, SIZE), .9, false);

        assertThat(
                        cut(
                                List.of(plane),
                                WitnessExamples.strokes(WitnessExamples.line(60, 90, 60, 20))))
                .isEqualTo(FOUND);
        assertThat(cut(List.of(plane), network(neighbour, STRIPE))).isEqualTo(FOUND);
    }
}
