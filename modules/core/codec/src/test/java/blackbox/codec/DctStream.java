package blackbox.codec;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/**
 * Writes DCT codestreams of flat blocks by hand, without PixelAnon's codec: the value of each block
 * is known by construction. Every category of DC differences has a code of five bits, the end of a
 * block one of one bit.
 */
final class DctStream {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    DctStream marker(int marker, int... segment) {
        out.write(0xFF);
        out.write(marker);
        if (segment.length > 0) {
            out.write(segment.length + 2 >> 8);
            out.write(segment.length + 2);
        }
        return bytes(segment);
    }

    DctStream bytes(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    /** A quantisation table of one step, of 8 or 16 bits. */
    DctStream quantiser(int number, int step, boolean wide) {
        int[] segment = new int[wide ? 129 : 65];
        segment[0] = (wide ? 0x10 : 0) | number;
        for (int i = 1; i < segment.length; i++) {
            segment[i] = !wide ? step : (i & 1) == 1 ? step >> 8 : step & 0xFF;
        }
        return marker(0xDB, segment);
    }

    /** The two tables, each in a segment of its own, under one number. */
    DctStream tables(int number) {
        int[] dc = new int[17 + 16];
        dc[0] = number;
        dc[5] = 16;
        for (int i = 0; i < 16; i++) {
            dc[17 + i] = i;
        }
        int[] ac = new int[18];
        ac[0] = 0x10 | number;
        ac[1] = 1;
        return marker(0xC4, dc).marker(0xC4, ac);
    }

    /** Size and components of a frame, each as id, sampling and quantiser. */
    DctStream frame(int marker, int precision, int rows, int columns, int... components) {
        int[] segment = new int[6 + components.length];
        segment[0] = precision;
        segment[1] = rows >> 8;
        segment[2] = rows & 0xFF;
        segment[3] = columns >> 8;
        segment[4] = columns & 0xFF;
        segment[5] = components.length / 3;
        System.arraycopy(components, 0, segment, 6, components.length);
        return marker(marker, segment);
    }

    /** The header of a sequential scan of components, all by the same tables. */
    DctStream scan(int tables, int... ids) {
        int[] segment = new int[4 + 2 * ids.length];
        segment[0] = ids.length;
        for (int i = 0; i < ids.length; i++) {
            segment[1 + 2 * i] = ids[i];
            segment[2 + 2 * i] = tables << 4 | tables;
        }
        segment[segment.length - 2] = 63;
        return marker(0xDA, segment);
    }

    /** A flat block, by the difference of its DC coefficient from the one before. */
    DctStream block(int difference) {
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        put(category, 5);
        put(difference < 0 ? difference - 1 : difference, category);
        put(0, 1);
        return this;
    }

    /** A number of flat blocks whose differences are chosen at random from those allowed. */
    int[] blocks(int howMany, int largest, Random random) {
        int[] values = new int[howMany];
        int before = 0;
        for (int i = 0; i < howMany; i++) {
            values[i] = random.nextInt(2 * largest + 1) - largest;
            block(values[i] - before);
            before = values[i];
        }
        return values;
    }

    DctStream end() {
        while (count > 0) {
            put(1, 1);
        }
        return this;
    }

    private void put(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            bits = bits << 1 | value >> i & 1;
            if (++count == 8) {
                out.write(bits);
                if ((bits & 0xFF) == 0xFF) {
                    out.write(0);
                }
                count = 0;
            }
        }
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
