package org.pixelanon.dicom.render;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.pixelanon.dicom.pixel.Frame;

/**
 * The distribution of the stored values of a file, from evenly spaced frames: the basis of windows
 * common to all frames, so that what does not move in a cine stays the same in its views.
 * Immutable.
 */
final class ValueRange {

    /** Enough to meet every part of a cine without decoding it twice. */
    private static final int FRAMES_LOOKED_AT = 8;

    private static final int BINS = 1 << 16;

    private final double low;
    private final double high;

    /** Ascending; each stands for the counted values from it to the next. */
    private final double[] values;

    private final long[] counts;
    private final long count;

    /** Whether values stand for themselves only. */
    private final boolean exact;

    ValueRange(double low, double high, double[] values, long[] counts, boolean exact) {
        this.exact = exact;
        this.low = low;
        this.high = high;
        this.values = values;
        this.counts = counts;
        this.count = LongStream.of(counts).sum();
    }

    /** Decodes one frame. */
    interface FrameSource {
        Frame frame(int index) throws IOException;
    }

    /** Looks at up to eight frames; fails if one of them cannot be decoded. */
    static ValueRange of(FrameSource source, int frames) throws IOException {
        int looks = looks(frames);
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
        for (int i = 0; i < looks; i++) {
            Frame frame =
                    looks == 1 && only != null ? only : source.frame(spaced(i, looks, frames));
            for (int k = 0; k < frame.length(); k++) {
                histogram[(int) ((frame.wideSample(k) - range[0]) / width)]++;
            }
        }
        double[] values = new double[histogram.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = range[0] + i * width;
        }
        return new ValueRange(range[0], range[1], values, histogram, width == 1);
    }

    /** How many frames are looked at. */
    static int looks(int frames) {
        return Math.min(frames, FRAMES_LOOKED_AT);
    }

    /** The frame that is looked at as number i of so many. */
    static int spaced(int i, int looks, int frames) {
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

    /** Counts every value of a frame of integers, exactly. */
    static ValueRange of(Frame frame) {
        long[] sorted = new long[frame.length()];
        if (frame.bitsAllocated() > 16) {
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = frame.wideSample(i);
            }
            return ofSorted(sorted);
        }
        int[] words = new int[1 << frame.bitsAllocated()];
        for (int i = 0; i < frame.length(); i++) {
            words[frame.word(i)]++;
        }
        return ofWords(frame, words);
    }

    /** Counts the samples of an image. */
    static ValueRange ofBytes(byte[] samples) {
        double[] values = new double[256];
        long[] counts = new long[256];
        for (byte sample : samples) {
            counts[sample & 0xFF]++;
        }
        for (int v = 0; v < values.length; v++) {
            values[v] = v;
        }
        return new ValueRange(0, 255, values, counts, true);
    }

    private static ValueRange ofWords(Frame frame, int[] words) {
        int stored = 1 << frame.bitsStored();
        long[] bySample = new long[stored];
        for (int w = 0; w < words.length; w++) {
            bySample[w >> frame.shift() & stored - 1] += words[w];
        }
        double[] values = new double[stored];
        long[] counts = new long[stored];
        int used = 0;
        int first = frame.signed() ? -stored / 2 : 0;
        for (int v = first; v < first + stored; v++) {
            long count = bySample[v & stored - 1];
            if (count > 0) {
                values[used] = v;
                counts[used++] = count;
            }
        }
        return new ValueRange(
                values[0],
                values[used - 1],
                Arrays.copyOf(values, used),
                Arrays.copyOf(counts, used),
                true);
    }

    private static ValueRange ofSorted(long[] samples) {
        Arrays.sort(samples);
        double[] values = new double[samples.length];
        long[] counts = new long[samples.length];
        int last = -1;
        for (long sample : samples) {
            if (last < 0 || values[last] != sample) {
                values[++last] = sample;
            }
            counts[last]++;
        }
        return new ValueRange(
                values[0],
                values[last],
                Arrays.copyOf(values, last + 1),
                Arrays.copyOf(counts, last + 1),
                true);
    }

    /** Returns whether every value of so many frames is known, not only of those looked at. */
    boolean isOfAll(int frames) {
        return exact && looks(frames) == frames;
    }

    /** Returns whether every value of another range is known to occur. */
    boolean covers(ValueRange other) {
        double[] all = occurring();
        return exact
                && DoubleStream.of(other.occurring())
                        .allMatch(v -> Arrays.binarySearch(all, v) >= 0);
    }

    /** The values that occur, ascending. */
    double[] occurring() {
        double[] out = new double[values.length];
        int used = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                out[used++] = values[i];
            }
        }
        return Arrays.copyOf(out, used);
    }

    /** From what a transformation makes of the lowest to what it makes of the highest result. */
    DoubleUnaryOperator spanOf(DoubleUnaryOperator transformation) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : occurring()) {
            double result = transformation.applyAsDouble(v);
            least = Math.min(least, result);
            most = Math.max(most, result);
        }
        return VoiWindow.between(least, most);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The value that a share of all values does not exceed; percent from 0 to 100. */
    double percentile(double percent) {
        long wanted = (long) Math.ceil(count * percent / 100);
        long seen = 0;
        for (int i = 0; i < values.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return values[i];
            }
        }
        return high;
    }

    /** The mean difference of two grey transformations over all values, in steps of 256. */
    double difference(DoubleUnaryOperator a, DoubleUnaryOperator b) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                double x = Math.max(0, Math.min(255, a.applyAsDouble(values[i])));
                double y = Math.max(0, Math.min(255, b.applyAsDouble(values[i])));
                sum += Math.abs(x - y) * counts[i];
            }
        }
        return sum / count;
    }

    /**
     * Returns whether more than a quarter of the different values fall on one grey level, so that
     * something could be drawn among them and not be seen.
     */
    boolean isCrushedBy(DoubleUnaryOperator grey) {
        int[] onLevel = new int[256];
        int most = 0;
        for (double v : values) {
            int level = (int) Math.rint(Math.max(0, Math.min(255, grey.applyAsDouble(v))));
            most = Math.max(most, ++onLevel[level]);
        }
        return most > 1 && most > values.length / 4;
    }

    /**
     * From value to grey, linear but for one in a hundred of the different values at either end.
     */
    DoubleUnaryOperator trimmed() {
        int off = (values.length + 99) / 100;
        int last = values.length - 1;
        return VoiWindow.between(values[Math.min(off, last)], values[Math.max(0, last - off)]);
    }

    /** From value to grey by the order of the different values, whatever lies between them. */
    DoubleUnaryOperator ranks() {
        double scale = 255.0 / Math.max(1, values.length - 1);
        return v -> {
            int at = Arrays.binarySearch(values, v);
            return (at >= 0 ? at : Math.max(0, -at - 2)) * scale;
        };
    }
}
