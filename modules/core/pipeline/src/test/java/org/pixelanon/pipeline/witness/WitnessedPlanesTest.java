package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/** Which finders look at which planes. */
class WitnessedPlanesTest {

    private static final int SIZE = 128;
    private static final PixelRectangle SPOT = new PixelRectangle(40, 40, 10, 10);

    /** Sees what a test tells it to, and remembers what it was asked. */
    private static final class Told implements TextFinder {

        private final String name;
        private List<FoundLine> lines = List.of();
        private List<PixelRectangle> glanced = List.of();
        private final List<String> asked = new ArrayList<>();
        private List<PixelRectangle> places = List.of();
        private List<PixelRectangle> changed = List.of();

        Told(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public FoundText find(List<PlaneImage> views) {
            asked.add("find");
            return new FoundText(lines, null);
        }

        @Override
        public Optional<List<PixelRectangle>> glance(List<PlaneImage> views) {
            return Optional.of(glanced);
        }

        @Override
        public FoundText findAgain(
                List<PlaneImage> views,
                FoundText before,
                List<PixelRectangle> different,
                List<PixelRectangle> where) {
            asked.add("again");
            changed = different;
            places = where;
            return before;
        }

        @Override
        public void close() {
            asked.add("close");
        }
    }

    private final Told cheap = new Told("cheap");
    private final Told dear = new Told("dear");
    private final WitnessedPlanes planes = new WitnessedPlanes(List.of(cheap, dear));

    private static List<PlaneImage> plane(int... bright) {
        byte[] samples = new byte[SIZE * SIZE];
        for (int pixel : bright) {
            samples[pixel] = 99;
        }
        return List.of(new PlaneImage(SIZE, SIZE, 1, samples));
    }

    private List<String> witnesses(int frame, List<PlaneImage> views) throws IOException {
        return planes.of(new FramePlane(frame), views).stream().map(Testimony::name).toList();
    }

    @Test
    void a_plane_on_which_nobody_sees_anything_is_spared() throws IOException {
        assertThat(witnesses(0, plane())).containsExactly("cheap");
        assertThat(dear.asked).isEmpty();
    }

    @Test
    void either_a_line_or_a_glance_is_enough_for_a_whole_search() throws IOException {
        cheap.lines = List.of(new FoundLine(SPOT, 1, false));
        assertThat(witnesses(0, plane())).containsExactly("cheap", "dear");
        cheap.lines = List.of();
        dear.glanced = List.of(SPOT);
        assertThat(witnesses(5, plane())).containsExactly("cheap", "dear");
        assertThat(dear.asked).containsExactly("find", "find");
    }

    @Test
    void the_next_frame_of_a_cine_is_searched_where_it_changed_and_shows_something()
            throws IOException {
        dear.glanced = List.of(SPOT, new PixelRectangle(100, 0, 8, 8));
        witnesses(0, plane());
        witnesses(1, plane(45 * SIZE + 45));
        assertThat(dear.asked).containsExactly("find", "again");
        assertThat(dear.changed).containsExactly(new PixelRectangle(32, 32, 32, 32));
        assertThat(dear.places).containsExactly(new PixelRectangle(32, 32, 32, 32));
    }

    @Test
    void text_that_was_there_before_is_looked_for_again_where_its_ground_changed()
            throws IOException {
        dear.glanced = List.of(new PixelRectangle(100, 100, 8, 8));
        dear.lines = List.of(new FoundLine(new PixelRectangle(20, 40, 40, 10), 1, false));
        witnesses(0, plane());
        witnesses(1, plane(45 * SIZE + 45));
        assertThat(dear.places).containsExactly(new PixelRectangle(0, 32, 64, 32));
    }

    @Test
    void a_frame_behind_one_with_text_is_not_spared() throws IOException {
        dear.glanced = List.of(SPOT);
        dear.lines = List.of(new FoundLine(SPOT, 1, false));
        witnesses(0, plane());
        dear.glanced = List.of();
        assertThat(witnesses(1, plane(99))).containsExactly("cheap", "dear");
    }

    @Test
    void a_frame_that_did_not_change_is_not_searched_at_all() throws IOException {
        dear.glanced = List.of(SPOT);
        witnesses(0, plane());
        assertThat(witnesses(1, plane())).containsExactly("cheap", "dear");
        assertThat(dear.asked).containsExactly("find");
    }

    @Test
    void another_picture_another_file_and_another_plane_are_searched_whole() throws IOException {
        dear.glanced = List.of(SPOT);
        witnesses(0, plane());
        byte[] other = new byte[SIZE * SIZE];
        Arrays.fill(other, (byte) 50);
        witnesses(1, List.of(new PlaneImage(SIZE, SIZE, 1, other)));
        witnesses(7, List.of(new PlaneImage(SIZE, SIZE, 1, other)));
        witnesses(8, plane(1, 2).stream().map(p -> p.reduced(2)).toList());
        planes.of(new OverlayPlane(0x6000, 0), plane());
        planes.of(new OverlayPlane(0x6000, 1), plane());
        assertThat(dear.asked).containsOnly("find").hasSize(6);
    }

    @Test
    void after_some_frames_everything_is_searched_again() throws IOException {
        dear.glanced = List.of(SPOT);
        for (int frame = 0; frame < 40; frame++) {
            witnesses(frame, plane(45 * SIZE + frame));
        }
        assertThat(dear.asked).filteredOn("find"::equals).hasSize(2);
        assertThat(dear.asked.lastIndexOf("find")).isEqualTo(33);
    }

    @Test
    void squares_side_by_side_are_one_place() {
        List<PlaneImage> before = plane();
        List<PlaneImage> after = plane(40, 70, 40 * SIZE + 40, 40 * SIZE + 70, 127 * SIZE + 127);
        ChangedCells changed = ChangedCells.between(before, after);
        assertThat(changed.part()).isEqualTo(5 / 16.0);
        assertThat(changed.touchedBy(List.of(new PixelRectangle(0, 0, SIZE, 50))))
                .containsExactly(new PixelRectangle(0, 0, 128, 64));
        assertThat(changed.touchedBy(List.of(new PixelRectangle(0, 64, 20, 20)))).isEmpty();
    }

    @Test
    void all_finders_are_closed() {
        planes.close();
        assertThat(cheap.asked).containsExactly("close");
        assertThat(dear.asked).containsExactly("close");
    }
}
