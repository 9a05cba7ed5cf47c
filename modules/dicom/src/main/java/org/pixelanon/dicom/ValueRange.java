package org.pixelanon.dicom;

import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/**
 * How the stored values of a file are spread, from frames spaced evenly over it: what windows are
 * made from that are the same for all frames, so that what stands still in a cine also does so in
 * its views. Immutable.
 */
final class ValueRange {

    /** Enough to meet every part of a cine without decoding it twice. */
    private static final int FRAMES_LOOKED_AT = 8;

    private static final int BINS = 1 << 16;

    private final long low;
    private final long high;
    private final long binWidth;
    private final long[] histogram;
    private final long count;

    private ValueRange(long low, long high, long binWidth, long[] histogram, long count) {
        this.low = low;
        this.high = high;
        this.binWidth = binWidth;
        this.histogram = histogram;
        this.count = count;
    }

    /** Decodes one frame. */
    interface FrameSource {
        Frame frame(int index) throws IOException;
    }

    /** Looks at up to eight frames; fails if one of them cannot be decoded. */
    static ValueRange of(FrameSource source, int frames) throws IOException {
        int looks = Math.min(frames, FRAMES_LOOKED_AT);
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        Frame only = null;
        for (int i = 0; i < looks; i++) {
            only = source.frame(spaced(i, looks, frames));
            long[] own = range(only);
            range[0] = Math.min(range[0], own[0]);
            range[1] = Math.max(range[1], own[1]);
        }
        long width = (range[1] - range[0]) / BINS + 1;
        long[] histogram = new long[(int) ((range[1] - range[0]) / width) + 1];
        long count = 0;
        for (int i = 0; i < looks; i++) {
            Frame frame =
                    looks == 1 && only != null ? only : source.frame(spaced(i, looks, frames));
            for (int k = 0; k < frame.length(); k++) {
                histogram[(int) ((frame.wideSample(k) - range[0]) / width)]++;
            }
            count += frame.length();
        }
        return new ValueRange(range[0], range[1], width, histogram, count);
    }

    private static int spaced(int i, int looks, int frames) {
        return looks == 1 ? 0 : (int) ((long) i * (frames - 1) / (looks - 1));
    }

    /** Lowest and highest value of a frame. */
    static long[] range(Frame frame) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < frame.length(); i++) {
            long v = frame.wideSample(i);
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return new long[] {low, high};
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    /** The value that a share of all values does not exceed; percent from 0 to 100. */
    long percentile(double percent) {
        long wanted = (long) Math.ceil(count * percent / 100);
        long seen = 0;
        for (int i = 0; i < histogram.length; i++) {
            seen += histogram[i];
            if (seen >= wanted && seen > 0) {
                return low + i * binWidth;
            }
        }
        return high;
    }

    /** The mean difference of two grey transformations over all values, in steps of 256. */
    double difference(DoubleUnaryOperator a, DoubleUnaryOperator b) {
        double sum = 0;
        for (int i = 0; i < histogram.length; i++) {
            if (histogram[i] > 0) {
                double v = low + (double) i * binWidth;
                double x = Math.max(0, Math.min(255, a.applyAsDouble(v)));
                double y = Math.max(0, Math.min(255, b.applyAsDouble(v)));
                sum += Math.abs(x - y) * histogram[i];
            }
        }
        return sum / count;
    }
}
