package blackbox.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.model.text.TextReader.Reading;
import org.pixelanon.pipeline.witness.UnitedRecognizer;

/** A line that the views of a plane show differently, as bits beside the samples do. */
class ViewsOfALineTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 20;

    /** Sees one line all over the plane. */
    private static final class All implements TextFinder {
        @Override
        public String name() {
            return "all";
        }

        @Override
        public FoundText find(List<PlaneImage> views) {
            PixelRectangle plane = new PixelRectangle(0, 0, WIDTH, HEIGHT);
            return new FoundText(List.of(new FoundLine(plane, 1, false)), null);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /** Reads of a view what is told for the level of its first pixel. */
    private record Told(List<Reading> readings) implements TextReader {
        @Override
        public String name() {
            return "told";
        }

        @Override
        public Reading read(PlaneImage line) {
            int level = line.samples()[0] & 255;
            return level == 0 ? new Reading("", 0) : readings.get(level - 1);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static String read(Reading... ofViews) throws IOException {
        List<PlaneImage> views = new ArrayList<>();
        for (int view = 1; view <= ofViews.length; view++) {
            byte[] samples = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < samples.length; i += 3) {
                samples[i] = (byte) 120;
            }
            samples[0] = (byte) view;
            views.add(new PlaneImage(WIDTH, HEIGHT, 1, samples));
        }
        try (UnitedRecognizer united =
                new UnitedRecognizer(List.of(new All()), new Told(List.of(ofViews)))) {
            List<RecognizedText> texts = united.recognize(new FramePlane(0), views);
            assertThat(texts).hasSize(1);
            return texts.get(0).text();
        }
    }

    @Test
    void ground_that_is_surely_read_as_a_stroke_does_not_hide_the_text() throws IOException {
        Reading stroke = new Reading("|", .95);
        Reading text = new Reading("QUINCY ALDERWOOD", .6);
        assertThat(read(stroke, text)).isEqualTo("QUINCY ALDERWOOD");
        assertThat(read(text, stroke)).isEqualTo("QUINCY ALDERWOOD");
    }

    @Test
    void two_texts_at_one_place_are_both_told() throws IOException {
        Reading harmless = new Reading("1.43 cm", .95);
        Reading name = new Reading("QUINCY", .9);
        assertThat(read(harmless, name)).contains("1.43 cm", "QUINCY");
        assertThat(read(name, harmless, harmless)).contains("1.43 cm", "QUINCY");
    }

    @Test
    void one_text_in_two_windows_is_told_once() throws IOException {
        assertThat(read(new Reading("1.43 cm", .95), new Reading("1.48 cm", .7)))
                .isEqualTo("1.43 cm");
    }
}
