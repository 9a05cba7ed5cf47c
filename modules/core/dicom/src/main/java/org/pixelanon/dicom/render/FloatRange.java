package org.pixelanon.dicom.render;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.pixelanon.dicom.pixel.FloatPadding;
import org.pixelanon.dicom.pixel.Frame;

/**
 * Finds the distribution of values of floating point frames. They may span any magnitudes, so bins
 * of equal width, as in {@link ValueRange} for integers, could hold nearly all in one.
 */
public final class FloatRange {

    /** Of a frame; enough for a percentile and for the shape of the distribution. */
    private static final int MOST_TAKEN = 1 << 16;

    private FloatRange() {}

    /** Looks at up to eight frames; fails if one of them cannot be decoded. */
    static ValueRange of(ValueRange.FrameSource source, int frames, FloatPadding padding)
            throws IOException {
        int looks = ValueRange.looks(frames);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double[] taken = new double[0];
        for (int i = 0; i < looks; i++) {
            Frame frame = source.frame(ValueRange.spaced(i, looks, frames));
            double[] range = range(frame, padding);
            low = Math.min(low, range[0]);
            high = Math.max(high, range[1]);
            taken = append(taken, frame, padding);
        }
        return taken.length == 0 ? ofValues(0, 0, new double[1]) : ofValues(low, high, taken);
    }

    /** Of one frame. */
    static ValueRange of(Frame frame, FloatPadding padding) throws IOException {
        return of(index -> frame, 1, padding);
    }

    /** Counts every value of a frame that is part of the image. */
    static ValueRange exact(Frame frame, FloatPadding padding) {
        double[] shown =
                IntStream.range(0, frame.length())
                        .mapToDouble(frame::value)
                        .filter(padding::isShown)
                        .toArray();
        return shown.length == 0 ? ofValues(0, 0, new double[1]) : ofValues(0, 0, shown);
    }

    /** Lowest and highest value that is part of the image; infinity and its negative if none is. */
    public static double[] range(Frame frame, FloatPadding padding) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < frame.length(); i++) {
            double v = frame.value(i);
            if (padding.isShown(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return new double[] {low, high};
    }

    /**
     * Samples that are not part of the image in light greys, each different value in its own, the
     * image black: such samples may form letters as well. Empty if there are none.
     */
    static Optional<DoubleUnaryOperator> silhouette(Frame frame, FloatPadding padding) {
        double[] others =
                IntStream.range(0, frame.length())
                        .mapToDouble(frame::value)
                        .filter(v -> !padding.isShown(v))
                        .toArray();
        if (others.length == 0) {
            return Optional.empty();
        }
        DoubleUnaryOperator ranks = ofValues(0, 0, others).ranks();
        return Optional.of(v -> padding.isShown(v) ? 0 : 255 - ranks.applyAsDouble(v) * 3 / 4);
    }

    private static double[] append(double[] taken, Frame frame, FloatPadding padding) {
        int step = (frame.length() - 1) / MOST_TAKEN + 1;
        int from = taken.length;
        double[] all = Arrays.copyOf(taken, from + (frame.length() - 1) / step + 1);
        int to = from;
        for (int i = 0; i < frame.length(); i += step) {
            double v = frame.value(i);
            if (padding.isShown(v)) {
                all[to++] = v;
            }
        }
        return Arrays.copyOf(all, to);
    }

    private static ValueRange ofValues(double low, double high, double[] taken) {
        Arrays.sort(taken);
        double[] values = new double[taken.length];
        long[] counts = new long[taken.length];
        int last = -1;
        for (double v : taken) {
            if (last < 0 || Double.compare(values[last], v) != 0) {
                values[++last] = v;
            }
            counts[last]++;
        }
        return new ValueRange(
                low, high, Arrays.copyOf(values, last + 1), Arrays.copyOf(counts, last + 1), false);
    }
}
