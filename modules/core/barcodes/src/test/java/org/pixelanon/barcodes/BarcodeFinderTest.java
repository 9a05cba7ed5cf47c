package org.pixelanon.barcodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/** Codes drawn on a plane of noise. */
class BarcodeFinderTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final PixelRectangle PAPER = new PixelRectangle(150, 120, 300, 200);

    private final byte[] samples = noise();

    private static byte[] noise() {
        byte[] noise = new byte[WIDTH * HEIGHT];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (20 + (noise[i] & 31));
        }
        return noise;
    }

    private static List<FoundLine> found(byte[] samples, int width, int height) {
        try (TextFinder finder = new BarcodeFinder()) {
            return finder.find(List.of(new PlaneImage(width, height, 1, samples))).lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Draws a code on paper and says where its dark cells are. */
    private PixelRectangle draw(BarcodeFormat format, String text, int light, int dark)
            throws WriterException {
        boolean bars = format.name().startsWith("CODE") || format == BarcodeFormat.ITF;
        int height = bars ? 60 : format == BarcodeFormat.PDF_417 ? 90 : 160;
        BitMatrix code =
                new MultiFormatWriter().encode(text, format, height < 100 ? 260 : 160, height);
        PixelRectangle ink = null;
        for (int y = 0; y < PAPER.height(); y++) {
            Arrays.fill(
                    samples,
                    (PAPER.y() + y) * WIDTH + PAPER.x(),
                    (PAPER.y() + y) * WIDTH + PAPER.right(),
                    (byte) light);
        }
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    int at = PAPER.x() + 10 + x;
                    int down = PAPER.y() + 10 + y;
                    samples[down * WIDTH + at] = (byte) dark;
                    PixelRectangle cell = new PixelRectangle(at, down, 1, 1);
                    ink = ink == null ? cell : ink.union(cell);
                }
            }
        }
        return Objects.requireNonNull(ink);
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE_128", "CODE_39", "CODE_93", "QR_CODE", "PDF_417"})
    void a_code_is_covered_wholly_and_little_more(BarcodeFormat format) throws Exception {
        PixelRectangle ink = draw(format, "4711-0815", 235, 15);
        List<FoundLine> found = found(samples, WIDTH, HEIGHT);
        assertThat(found).isNotEmpty().allMatch(FoundLine::code);
        PixelRectangle all =
                found.stream()
                        .map(FoundLine::rectangle)
                        .reduce(PixelRectangle::union)
                        .orElseThrow();
        assertThat(all.contains(ink)).as(all + " holds " + ink).isTrue();
        assertThat(all.area()).isLessThan(3 * ink.area());
    }

    @Test
    void light_bars_on_dark_paper_are_found() throws Exception {
        PixelRectangle ink = draw(BarcodeFormat.CODE_128, "4711-0815", 10, 240);
        assertThat(found(samples, WIDTH, HEIGHT)).anyMatch(line -> line.rectangle().contains(ink));
    }

    @Test
    void bars_that_run_across_are_found() throws Exception {
        PixelRectangle ink = draw(BarcodeFormat.CODE_128, "4711-0815", 235, 15);
        byte[] turned = new byte[samples.length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                turned[x * HEIGHT + HEIGHT - 1 - y] = samples[y * WIDTH + x];
            }
        }
        PixelRectangle upright =
                PixelRectangle.ofEdges(
                        HEIGHT - ink.bottom(), ink.x(), HEIGHT - ink.y(), ink.right());
        assertThat(found(turned, HEIGHT, WIDTH))
                .anyMatch(line -> line.rectangle().contains(upright) && line.vertical());
    }

    @Test
    void two_codes_are_two() throws Exception {
        draw(BarcodeFormat.CODE_128, "4711-0815", 235, 15);
        byte[] both = Arrays.copyOf(samples, 2 * samples.length);
        System.arraycopy(samples, 0, both, samples.length, samples.length);
        assertThat(found(both, WIDTH, 2 * HEIGHT)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void noise_is_no_code() {
        assertThat(found(samples, WIDTH, HEIGHT)).isEmpty();
    }
}
