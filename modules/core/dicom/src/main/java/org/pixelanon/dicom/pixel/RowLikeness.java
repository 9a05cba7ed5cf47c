package org.pixelanon.dicom.pixel;

import java.io.IOException;
import org.pixelanon.dicom.data.ByteSource;

/**
 * How much the rows of a supposed plane resemble the rows below them. Neighbouring pixels of an
 * image belong to the same thing, be it tissue or the stroke of a letter; in tables, packed or
 * encrypted bytes the next row is unrelated. The measure is Pearson's correlation of samples with
 * the samples below, each minus the mean of its column; otherwise records whose length divides a
 * row (the exponents of floating point numbers) would look alike.
 */
final class RowLikeness {

    /**
     * Of 150 planes of real files 95 in 100 reach 0.36; of noise in 512 bytes, the smallest that is
     * looked at, the standard deviation is 0.044.
     */
    static final double PICTURE = 0.3;

    /** So many samples are looked at, in pairs of rows spread over the whole. */
    private static final int LOOKED_AT = 1 << 20;

    private static final int FEWEST_ROWS = 4;

    /**
     * A supposed layout.
     *
     * @param samples samples of a row
     * @param depth bits of a sample: 1, 8, 12, 16 or 32
     * @param bigEndian byte order of 16 and 32 bits
     */
    record Layout(int samples, int depth, boolean bigEndian) {

        long rowBits() {
            return (long) samples * depth;
        }
    }

    private RowLikeness() {}

    /** Returns whether a value is a picture if it is laid out like that. */
    static boolean isPicture(ByteSource source, long from, long length, Layout layout)
            throws IOException {
        return of(source, from, length, layout) >= PICTURE;
    }

    /** The figure, from -1 to 1; 0 if all samples are alike or there are too few rows. */
    static double of(ByteSource source, long from, long length, Layout layout) throws IOException {
        long rows = length * 8 / Math.max(1, layout.rowBits());
        if (rows < FEWEST_ROWS || layout.samples() < 1) {
            return 0;
        }
        int most = Math.max(FEWEST_ROWS, LOOKED_AT / layout.samples());
        int pairs = (int) Math.min(rows - 1, most);
        float[][] above = new float[pairs][];
        float[][] below = new float[pairs][];
        for (int i = 0; i < pairs; i++) {
            long row = pairs == rows - 1 ? i : (rows - 2) * i / (pairs - 1);
            above[i] = row(source, from, length, row, layout);
            below[i] = row(source, from, length, row + 1, layout);
        }
        return correlation(above, below, layout.samples());
    }

    private static double correlation(float[][] above, float[][] below, int samples) {
        double both = 0;
        double first = 0;
        double second = 0;
        int pairs = above.length;
        for (int x = 0; x < samples; x++) {
            double meanAbove = 0;
            double meanBelow = 0;
            for (int i = 0; i < pairs; i++) {
                meanAbove += above[i][x];
                meanBelow += below[i][x];
            }
            meanAbove /= pairs;
            meanBelow /= pairs;
            for (int i = 0; i < pairs; i++) {
                double a = above[i][x] - meanAbove;
                double b = below[i][x] - meanBelow;
                both += a * b;
                first += a * a;
                second += b * b;
            }
        }
        return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
    }

    private static float[] row(ByteSource source, long from, long length, long row, Layout layout)
            throws IOException {
        long bit = row * layout.rowBits();
        long first = bit / 8;
        long end = Math.min(length, (bit + layout.rowBits() + 7) / 8);
        byte[] bytes = source.read(from + first, (int) (end - first));
        float[] out = new float[layout.samples()];
        int shift = (int) (bit & 7);
        for (int i = 0; i < out.length; i++) {
            out[i] = sample(bytes, shift + (long) i * layout.depth(), layout);
        }
        return out;
    }

    private static float sample(byte[] in, long bit, Layout layout) {
        int at = (int) (bit >> 3);
        return switch (layout.depth()) {
            case 1 -> in[at] >> (bit & 7) & 1;
            case 8 -> in[at] & 0xFF;
            case 12 ->
                    (in[at] & 0xFF | (in[Math.min(at + 1, in.length - 1)] & 0xFF) << 8) >> (bit & 7)
                            & 0xFFF;
            case 16 ->
                    layout.bigEndian()
                            ? in[at] << 8 | in[at + 1] & 0xFF
                            : in[at + 1] << 8 | in[at] & 0xFF;
            // of 32 bits the upper 16 show what is there, be they numbers or floating point
            default ->
                    layout.bigEndian()
                            ? in[at] << 8 | in[at + 1] & 0xFF
                            : in[at + 3] << 8 | in[at + 2] & 0xFF;
        };
    }
}
