package org.pixelanon.dicom.render;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Chooses grey transformations that show what earlier ones do not: a contrast between two occurring
 * values, on however few pixels, or large parts of the image. Not thread-safe.
 */
final class ShownContrasts {

    /** Mean difference in grey levels from which on an image looks different. */
    private static final double MUCH_DIFFERENT = 6;

    /** Difference in grey levels that letters need at least to stand out from their ground. */
    private static final double VISIBLE = 26;

    /** How much weaker a contrast may be for the same thing to be visible. */
    private static final double GAIN = 1.25;

    /** Difference in grey levels up to which two tables are the same, whatever their order. */
    private static final double SAME = 4;

    private final ValueRange range;
    private final double[] values;
    private final List<DoubleUnaryOperator> chosen = new ArrayList<>();
    private final List<double[]> levels = new ArrayList<>();

    /** Nothing is chosen yet. */
    ShownContrasts(ValueRange range) {
        this.range = range;
        this.values = range.occurring();
    }

    /** All that were chosen, in order. */
    List<DoubleUnaryOperator> chosen() {
        return List.copyOf(chosen);
    }

    void choose(DoubleUnaryOperator grey) {
        chosen.add(grey);
        levels.add(levels(grey));
    }

    void chooseIfMuchDifferent(DoubleUnaryOperator grey) {
        if (isMuchDifferent(grey)) {
            choose(grey);
        }
    }

    /** Returns whether it was chosen now. */
    boolean chooseIfNew(DoubleUnaryOperator grey) {
        double[] candidate = levels(grey);
        boolean isNew = showsAnything(candidate) && (isMuchDifferent(grey) || showsMore(candidate));
        if (isNew) {
            choose(grey);
        }
        return isNew;
    }

    private boolean isMuchDifferent(DoubleUnaryOperator grey) {
        return chosen.stream().allMatch(c -> range.difference(c, grey) > MUCH_DIFFERENT);
    }

    private double[] levels(DoubleUnaryOperator grey) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, Math.min(255, grey.applyAsDouble(values[i])));
        }
        return out;
    }

    private static boolean showsAnything(double[] levels) {
        DoubleSummaryStatistics statistics = DoubleStream.of(levels).summaryStatistics();
        return statistics.getMax() - statistics.getMin() >= VISIBLE;
    }

    private boolean showsMore(double[] candidate) {
        return isMonotone(candidate)
                ? hasStrongerContrast(candidate)
                : levels.stream().noneMatch(l -> isSame(l, candidate));
    }

    /** Rising or falling all along, so that values farther apart never have less contrast. */
    private static boolean isMonotone(double[] levels) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < levels.length; i++) {
            rises |= levels[i] > levels[i - 1];
            falls |= levels[i] < levels[i - 1];
        }
        return !(rises && falls);
    }

    private static boolean isSame(double[] a, double[] b) {
        boolean same = true;
        boolean inverse = true;
        for (int i = 0; i < a.length; i++) {
            same &= Math.abs(a[i] - b[i]) <= SAME;
            inverse &= Math.abs(255 - a[i] - b[i]) <= SAME;
        }
        return same || inverse;
    }

    /**
     * Looks for two values that can be told apart in a candidate and nowhere else. The nearest such
     * values are enough, because those in between and beyond are no less apart.
     */
    private boolean hasStrongerContrast(double[] candidate) {
        List<double[]> comparable = levels.stream().filter(ShownContrasts::isMonotone).toList();
        int far = 0;
        for (int near = 0; near < candidate.length; near++) {
            while (far < candidate.length && Math.abs(candidate[far] - candidate[near]) < VISIBLE) {
                far++;
            }
            if (far == candidate.length) {
                return false;
            }
            double needed = Math.abs(candidate[far] - candidate[near]) / GAIN;
            boolean shown = false;
            for (double[] other : comparable) {
                shown |= Math.abs(other[far] - other[near]) >= needed;
            }
            if (!shown) {
                return true;
            }
        }
        return false;
    }
}
