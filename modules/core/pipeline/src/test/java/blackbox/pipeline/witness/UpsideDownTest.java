package blackbox.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.pipeline.witness.UnitedRecognizer;

/** Lines that stand on their heads, as on films that were laid in the wrong way round. */
class UpsideDownTest {

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

    /** Reads what is bright at its upper left as well as it is told to, other lines badly. */
    private record Upright(double well) implements TextReader {
        @Override
        public String name() {
            return "upright";
        }

        @Override
        public Reading read(PlaneImage line) {
            boolean upright = (line.samples()[0] & 255) > 128;
            return upright ? new Reading("LIVER", well) : new Reading("JAAIT", .1);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static String read(boolean upsideDown, double well) throws IOException {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i += 3) {
            samples[i] = (byte) 120;
        }
        samples[upsideDown ? samples.length - 1 : 0] = (byte) 255;
        PlaneImage view = new PlaneImage(WIDTH, HEIGHT, 1, samples);
        try (UnitedRecognizer united =
                new UnitedRecognizer(List.of(new All()), new Upright(well))) {
            List<RecognizedText> texts = united.recognize(new FramePlane(0), List.of(view));
            assertThat(texts).hasSize(1);
            return texts.get(0).text();
        }
    }

    @Test
    void a_line_upside_down_is_read() throws IOException {
        assertThat(read(false, .9)).isEqualTo("LIVER");
        assertThat(read(true, .9)).isEqualTo("LIVER");
    }

    @Test
    void what_is_read_badly_either_way_stays_as_it_was() throws IOException {
        assertThat(read(true, .4)).isEqualTo("JAAIT");
    }
}
