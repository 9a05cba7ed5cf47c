package org.pixelanon.dicom.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;

class RectangleFillTest {

    private static final int COLUMNS = 7;
    private static final int ROWS = 5;
    private static final int FRAMES = 3;

    private final Random random = new Random(4);

    private static RectangleFill.Layout layout(
            int channels, int bits, boolean planar, boolean bigEndian, boolean swapped) {
        long frame = (long) COLUMNS * ROWS * channels * bits;
        long bytes = (frame * FRAMES + 15) / 16 * 2;
        return new RectangleFill.Layout(
                COLUMNS, ROWS, channels, bits, planar, false, 0, bigEndian, swapped, frame, bytes);
    }

    private static RectangleFill.Layout pairs() {
        int frame = (COLUMNS + 1) * ROWS * 2 * 8;
        int bytes = frame / 8 * FRAMES;
        return new RectangleFill.Layout(
                COLUMNS, ROWS, 3, 8, false, true, COLUMNS + 1, false, false, frame, bytes);
    }

    private static List<RectangleFill.Layout> layouts() {
        List<RectangleFill.Layout> out = new ArrayList<>();
        for (int bits : new int[] {1, 8, 16, 32}) {
            for (int channels : bits == 1 ? new int[] {1} : new int[] {1, 3}) {
                out.add(layout(channels, bits, false, false, false));
                out.add(layout(channels, bits, false, true, bits == 8));
                out.add(layout(channels, bits, true, false, false));
            }
        }
        out.add(layout(1, 1, false, false, true));
        out.add(pairs());
        return out;
    }

    private static RectangleFill fill(RectangleFill.Layout layout, long mask) {
        long all = layout.bits() == 1 ? 1 : mask & -1L >>> 64 - layout.bits();
        long[] words = {0x11223344 & all, 0x55667788 & all, 0x0A0B0C0D & all};
        TreeMap<Integer, List<RectangleFill.Area>> areas = new TreeMap<>();
        RectangleFill.Area edge =
                new RectangleFill.Area(new PixelRectangle(0, 0, 4, 3), all, words, false);
        RectangleFill.Area corner =
                new RectangleFill.Area(
                        new PixelRectangle(COLUMNS - 2, ROWS - 1, 2, 1), all, words, false);
        areas.put(0, List.of(corner));
        areas.put(1, List.of(edge));
        areas.put(2, List.of(edge, corner));
        return new RectangleFill(layout, areas);
    }

    private byte[] noise(RectangleFill.Layout layout) {
        byte[] bytes = new byte[(int) layout.available()];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void fillingPieceByPieceEqualsFillingAtOnce() {
        for (RectangleFill.Layout layout : layouts()) {
            for (long mask : new long[] {-1, 0x0FFF0FFF, 0x000F000F}) {
                RectangleFill fill = fill(layout, mask);
                byte[] original = noise(layout);
                byte[] atOnce = original.clone();
                fill.apply(ByteBuffer.wrap(atOnce), 0);
                assertThat(atOnce).isNotEqualTo(original);
                for (int most : new int[] {1, 2, 3, 16, 100}) {
                    byte[] pieces = original.clone();
                    for (int at = 0; at < pieces.length; ) {
                        int n = Math.min(1 + random.nextInt(most), pieces.length - at);
                        fill.apply(ByteBuffer.wrap(pieces).slice(at, n), at);
                        at += n;
                    }
                    assertThat(pieces).as("%s in pieces of %s", layout, most).isEqualTo(atOnce);
                }
            }
        }
    }

    @Test
    void samplesInsideGetTheirWordsAndAllOthersStay() {
        RectangleFill.Layout layout = layout(3, 16, false, true, false);
        byte[] original = noise(layout);
        byte[] filled = original.clone();
        fill(layout, -1).apply(ByteBuffer.wrap(filled), 0);
        ByteBuffer before = ByteBuffer.wrap(original);
        ByteBuffer after = ByteBuffer.wrap(filled);
        short[] words = {0x3344, 0x7788, 0x0C0D};
        for (int i = 0; i < filled.length / 2 - 1; i++) {
            int channel = i % 3;
            int x = i / 3 % COLUMNS;
            int y = i / 3 / COLUMNS % ROWS;
            int frame = i / 3 / COLUMNS / ROWS;
            boolean corner = frame != 1 && x >= COLUMNS - 2 && y == ROWS - 1;
            boolean edge = frame > 0 && x < 4 && y < 3;
            short expected = corner || edge ? words[channel] : before.getShort(2 * i);
            assertThat(after.getShort(2 * i)).as("word %s", i).isEqualTo(expected);
        }
    }
}
