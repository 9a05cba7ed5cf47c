package org.pixelanon.dicom.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;

/**
 * A window function with output 0 to 255, not clipped (DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3).
 *
 * @param center Window Center
 * @param width Window Width; at most 1 is a step where the function is LINEAR
 * @param function what VOI LUT Function names
 */
record VoiWindow(double center, double width, Function function) implements DoubleUnaryOperator {

    /** The defined terms of (0028,1056). */
    enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID;

        /** LINEAR reckons with whole numbers: a window of width 1 would have no grey at all. */
        static Function of(Attributes level, boolean floating) {
            String term = level.getString(Tag.VOILUTFunction).orElse("").toUpperCase(Locale.ROOT);
            return term.equals("SIGMOID")
                    ? SIGMOID
                    : floating || term.equals("LINEAR_EXACT") ? LINEAR_EXACT : LINEAR;
        }
    }

    /**
     * All windows of a data set or item. What has a center and no width of its own, or the other
     * way round, takes the last one; a negative width is that of a window that is drawn inverted.
     */
    static List<VoiWindow> of(Attributes level, boolean floating) {
        double[] centers = level.getDoubles(Tag.WindowCenter);
        double[] widths = level.getDoubles(Tag.WindowWidth);
        List<VoiWindow> windows = new ArrayList<>();
        if (centers.length == 0 || widths.length == 0) {
            return windows;
        }
        Function function = Function.of(level, floating);
        for (int i = 0; i < Math.max(centers.length, widths.length); i++) {
            double center = centers[Math.min(i, centers.length - 1)];
            double width = Math.abs(widths[Math.min(i, widths.length - 1)]);
            if (Double.isFinite(center) && Double.isFinite(width)) {
                windows.add(new VoiWindow(center, width, function));
            }
        }
        return windows;
    }

    /**
     * From stored value to grey, linear between two stored values; constant images become black.
     */
    static DoubleUnaryOperator between(double low, double high) {
        // the widest ranges of floating numbers are beyond those themselves
        double unit = high - low > Double.MAX_VALUE / 256 ? 0x1p-16 : 1;
        double from = low * unit;
        double range = Math.max(high * unit - from, Double.MIN_VALUE);
        return s -> s <= low ? 0 : s >= high ? 255 : (s * unit - from) * 255 / range;
    }

    @Override
    public double applyAsDouble(double value) {
        return switch (function) {
            case SIGMOID -> 255 / (1 + Math.exp(-4 * (value - center) / positive()));
            case LINEAR_EXACT -> ((value - center) / positive() + 0.5) * 255;
            case LINEAR -> linear(value);
        };
    }

    private double positive() {
        return Math.max(width, Double.MIN_NORMAL);
    }

    private double linear(double value) {
        if (width <= 1) {
            return value <= center - 0.5 ? 0 : 255;
        }
        return ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
    }
}
