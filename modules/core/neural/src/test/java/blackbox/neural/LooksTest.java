package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.Finder3;
import org.pixelanon.neural.Finder3Fine;
import org.pixelanon.neural.LinesDotFinder;
import org.pixelanon.neural.Reader4;
import org.pixelanon.neural.dots.DotPrint;

/** Networks that search again, at another scale, or in parts. */
class LooksTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    @TempDir static Path cache;

    private static EngineSettings settings() {
        return new EngineSettings(cache, Map.of());
    }

    private static PlaneImage plane(String text, int points, int x, int y) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, points));
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, x, y);
        graphics.dispose();
        return new PlaneImage(
                WIDTH, HEIGHT, 1, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    /** Every sixth column and row of what is bright, as dots of two pixels. */
    private static PlaneImage dotted(PlaneImage plane) {
        byte[] samples = new byte[plane.samples().length];
        for (int y = 0; y < HEIGHT - 1; y += 6) {
            for (int x = 0; x < WIDTH - 1; x += 6) {
                if ((plane.samples()[y * WIDTH + x] & 255) > 100) {
                    for (int i = 0; i < 4; i++) {
                        samples[(y + i / 2) * WIDTH + x + i % 2] = (byte) 255;
                    }
                }
            }
        }
        return new PlaneImage(WIDTH, HEIGHT, 1, samples);
    }

    private static List<PixelRectangle> found(FinderEngine engine, PlaneImage plane)
            throws IOException {
        try (TextFinder finder = engine.finder(settings())) {
            return finder.find(List.of(plane)).lines().stream().map(FoundLine::rectangle).toList();
        }
    }

    @Test
    void small_letters_are_found_from_nearer_by() throws IOException {
        PlaneImage small = plane("Tango 1957", 7, 101, 101);
        assertThat(found(new Finder3Fine(), small))
                .hasSize(1)
                .allMatch(box -> box.contains(110, 98) && box.height() < 15);
        assertThat(found(new Finder3Fine(), plane("Tango", 96, 60, 200))).isEmpty();
    }

    @Test
    void small_letters_are_found_where_parts_of_a_large_plane_meet() throws IOException {
        PlaneImage small = plane("Tango 1957", 7, 101, 101);
        int width = 1500;
        byte[] samples = new byte[width * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(small.samples(), y * WIDTH, samples, y * width + 880, WIDTH);
        }
        assertThat(found(new Finder3Fine(), new PlaneImage(width, HEIGHT, 1, samples)))
                .isNotEmpty()
                .allMatch(box -> box.x() > 960 && box.right() < 1060)
                .anyMatch(box -> box.contains(990, 98))
                .anyMatch(box -> box.contains(1015, 98));
    }

    @Test
    void letters_made_of_dots_are_found_with_their_gaps_closed() throws IOException {
        PlaneImage dots = dotted(plane("TANGO", 60, 61, 160));
        byte[] dark = dots.samples().clone();
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (byte) ~dark[i];
        }
        for (PlaneImage print : List.of(dots, new PlaneImage(WIDTH, HEIGHT, 1, dark))) {
            assertThat(found(new LinesDotFinder(), print))
                    .anyMatch(box -> box.contains(100, 140))
                    .anyMatch(box -> box.contains(200, 140));
        }
    }

    @Test
    void planes_without_print_of_dots_are_spared() throws IOException {
        assertThat(found(new LinesDotFinder(), plane("TANGO", 60, 61, 160))).isEmpty();
        Random random = new Random(5);
        byte[] spots = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(HEIGHT - 2) * WIDTH + random.nextInt(WIDTH - 2);
            for (int pixel = 0; pixel < 4; pixel++) {
                spots[at + pixel / 2 * WIDTH + pixel % 2] = (byte) 200;
            }
        }
        assertThat(DotPrint.isIn(new PlaneImage(WIDTH, HEIGHT, 1, spots), false)).isFalse();
        assertThat(DotPrint.isIn(dotted(plane("T", 60, 61, 160)), false)).isTrue();
    }

    @Test
    void a_glance_tells_where_text_may_be_and_that_there_is_none() throws IOException {
        try (TextFinder finder = new Finder3().finder(settings())) {
            assertThat(finder.glance(List.of(plane("Tango 1957", 40, 90, 150))))
                    .hasValueSatisfying(
                            places ->
                                    assertThat(places)
                                            .isNotEmpty()
                                            .allMatch(p -> p.y() > 60 && p.bottom() < 220)
                                            .anyMatch(p -> p.contains(200, 135)));
            assertThat(finder.glance(List.of(plane("", 40, 0, 0)))).hasValue(List.of());
            assertThat(finder.glance(List.of(new PlaneImage(31, 400, 1, new byte[12400]))))
                    .as("too small to be seen from far away")
                    .isEmpty();
        }
    }

    @Test
    void what_changed_is_searched_where_it_was_asked_for_and_the_rest_is_remembered()
            throws IOException {
        PlaneImage before = plane("Tango 1957", 24, 20, 60);
        byte[] both = before.samples().clone();
        byte[] added = plane("Delta 2081", 24, 200, 240).samples();
        for (int i = 0; i < both.length; i++) {
            both[i] = (byte) Math.max(both[i] & 255, added[i] & 255);
        }
        List<PlaneImage> after = List.of(new PlaneImage(WIDTH, HEIGHT, 1, both));
        PixelRectangle place = new PixelRectangle(160, 192, 240, 96);
        try (TextFinder finder = new Finder3().finder(settings())) {
            FoundText known = finder.find(List.of(before));
            List<FoundLine> all = new ArrayList<>(known.lines());
            assertThat(finder.findAgain(after, known, List.of(place), List.of(place)).lines())
                    .hasSize(2)
                    .containsAll(all)
                    .anyMatch(line -> line.rectangle().contains(260, 232));
            assertThat(finder.findAgain(after, known, List.of(place), List.of()).lines())
                    .isEqualTo(all);
            PixelRectangle gone = new PixelRectangle(0, 32, 192, 64);
            assertThat(
                            finder.findAgain(
                                            List.of(plane("", 1, 0, 0)),
                                            known,
                                            List.of(gone),
                                            List.of())
                                    .lines())
                    .isEmpty();
        }
    }

    @Test
    void words_stand_apart_in_what_was_read() throws IOException {
        try (TextReader reader = new Reader4().reader(settings())) {
            PlaneImage line = plane("C 50 P Low", 16, 6, 18);
            byte[] samples = new byte[114 * 24];
            for (int y = 0; y < 24; y++) {
                System.arraycopy(line.samples(), y * WIDTH, samples, y * 114, 114);
            }
            assertThat(reader.read(new PlaneImage(114, 24, 1, samples)).text())
                    .isEqualTo("C 50 P Low");
        }
    }
}
