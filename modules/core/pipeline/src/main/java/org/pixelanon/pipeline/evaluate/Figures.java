package org.pixelanon.pipeline.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Shares over planes, and how far they may be off: planes are drawn as often as there are, with
 * repetition, a thousand times, from a fixed seed; the interval holds the middle 95 % of what comes
 * out (percentile bootstrap, Efron 1979).
 */
final class Figures {

    private static final int RESAMPLES = 1000;
    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    private static final List<Measure> RATIOS =
            List.of(
                    Measure.ERASED,
                    Measure.HALF,
                    Measure.IMAGES,
                    Measure.KEPT,
                    Measure.ERRORS,
                    Measure.EXACT);

    /** Per plane, for each of {@link #RATIOS}. */
    private final List<double[]> parts = new ArrayList<>();

    private final List<double[]> wholes = new ArrayList<>();

    /** Per plane; not a number where nobody can tell. */
    private final List<Double> over = new ArrayList<>();

    private Figures() {}

    /**
     * Counts.
     *
     * @param planes all planes
     * @param wanted which texts count; planes without any are left out unless all are wanted
     * @param all whether all texts of the planes are wanted, so that what is covered beside them
     *     can be counted too
     * @return a figure for each measure that means something here
     */
    static Map<Measure, Figure> of(
            List<PlaneScore> planes, Predicate<BoxScore> wanted, boolean all) {
        Figures figures = new Figures();
        for (PlaneScore plane : planes) {
            List<BoxScore> boxes = plane.boxes().stream().filter(wanted).toList();
            if (all || !boxes.isEmpty()) {
                figures.add(boxes);
                figures.over.add(all ? plane.overShare().orElse(Double.NaN) : Double.NaN);
            }
        }
        return figures.measures();
    }

    private void add(List<BoxScore> boxes) {
        double[] part = new double[RATIOS.size()];
        double[] whole = new double[RATIOS.size()];
        whole[RATIOS.indexOf(Measure.IMAGES)] = 1;
        part[RATIOS.indexOf(Measure.IMAGES)] = 1;
        for (BoxScore box : boxes) {
            if (box.kept()) {
                count(Measure.KEPT, box.isSpared(), part, whole);
            } else {
                count(Measure.ERASED, box.isErased(), part, whole);
                count(Measure.HALF, box.isHalf(), part, whole);
                if (!box.isErased()) {
                    part[RATIOS.indexOf(Measure.IMAGES)] = 0;
                }
            }
            BoxScore.Reading reading = box.reading();
            if (reading != null) {
                count(Measure.EXACT, reading.exact(), part, whole);
                part[RATIOS.indexOf(Measure.ERRORS)] += reading.errors();
                whole[RATIOS.indexOf(Measure.ERRORS)] += reading.letters();
            }
        }
        parts.add(part);
        wholes.add(whole);
    }

    private static void count(Measure measure, boolean hit, double[] part, double[] whole) {
        int at = RATIOS.indexOf(measure);
        part[at] += hit ? 1 : 0;
        whole[at]++;
    }

    private Map<Measure, Figure> measures() {
        int[] once = new int[parts.size()];
        Arrays.setAll(once, i -> i);
        double[] known = told(once);
        double[][] drawn = new double[RATIOS.size()][RESAMPLES];
        double[] medians = new double[RESAMPLES];
        SplittableRandom random = new SplittableRandom(SEED);
        int[] sample = new int[once.length];
        for (int i = 0; i < RESAMPLES && once.length > 0; i++) {
            Arrays.setAll(sample, k -> random.nextInt(once.length));
            double[] shares = shares(sample);
            for (int m = 0; m < shares.length; m++) {
                drawn[m][i] = shares[m];
            }
            if (known.length > 0) {
                medians[i] = median(told(sample));
            }
        }
        Map<Measure, Figure> measures = new EnumMap<>(Measure.class);
        double[] values = shares(once);
        double erased = wholes.stream().mapToDouble(w -> w[RATIOS.indexOf(Measure.ERASED)]).sum();
        for (int m = 0; m < values.length; m++) {
            int ratio = m;
            double of = wholes.stream().mapToDouble(w -> w[ratio]).sum();
            if (of > 0 && (RATIOS.get(m) != Measure.IMAGES || erased > 0)) {
                measures.put(RATIOS.get(m), figure((long) of, values[m], drawn[m]));
            }
        }
        if (known.length > 0) {
            measures.put(Measure.OVER, figure(known.length, median(known), medians));
            double worst = Arrays.stream(known).max().orElse(0);
            measures.put(Measure.WORST, new Figure(known.length, worst, worst, worst));
        }
        return measures;
    }

    private double[] shares(int[] sample) {
        double[] part = new double[RATIOS.size()];
        double[] whole = new double[RATIOS.size()];
        for (int plane : sample) {
            for (int m = 0; m < part.length; m++) {
                part[m] += parts.get(plane)[m];
                whole[m] += wholes.get(plane)[m];
            }
        }
        for (int m = 0; m < part.length; m++) {
            part[m] = whole[m] > 0 ? part[m] / whole[m] : Double.NaN;
        }
        return part;
    }

    private double[] told(int[] sample) {
        return Arrays.stream(sample).mapToDouble(over::get).filter(o -> !Double.isNaN(o)).toArray();
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Figure figure(long of, double value, double[] drawn) {
        double[] known = Arrays.stream(drawn).filter(d -> !Double.isNaN(d)).sorted().toArray();
        return known.length == 0
                ? new Figure(of, value, value, value)
                : new Figure(of, value, percentile(known, TAIL), percentile(known, 1 - TAIL));
    }

    /** Between the two nearest, where it falls between. */
    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
