package org.pixelanon.pipeline.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.FramePlane;

/** What figures are given for beside all texts: texts of one style, of one size and so on. */
public final class Groups {

    /** The keys that a plane may have, in the order in which they are told. */
    public static final List<String> OF_PLANES =
            List.of("modality", "plane", "kind", "quality", "split");

    /** The keys that a text may have, in the order in which they are told. */
    public static final List<String> OF_BOXES =
            List.of(
                    "style",
                    "size",
                    "rotation",
                    "letters",
                    "over",
                    "background",
                    "class",
                    "sensitive");

    private static final int[] SIZES = {6, 8, 10, 13, 18, 26, 41, 61};
    private static final List<Integer> UPRIGHT = List.of(0, 90, 180, 270);

    private Groups() {}

    /** The groups of a plane, by key. */
    static Map<String, String> of(TruthPlane plane) {
        Map<String, String> groups = new TreeMap<>(plane.traits());
        groups.put("plane", plane.plane() instanceof FramePlane ? "frame" : "overlay");
        groups.computeIfPresent("quality", (k, v) -> quality(v));
        return groups;
    }

    /** The groups of a text, by key. */
    static Map<String, String> of(TruthBox box) {
        Map<String, String> groups = new TreeMap<>(box.traits());
        groups.computeIfPresent("size", (k, v) -> size(v));
        groups.computeIfPresent("rotation", (k, v) -> rotation(v));
        return groups;
    }

    private static String size(String pixels) {
        double size = number(pixels);
        for (int i = 1; i < SIZES.length; i++) {
            if (size >= SIZES[i - 1] && size < SIZES[i]) {
                return String.format(Locale.ROOT, "%02d to %02d", SIZES[i - 1], SIZES[i] - 1);
            }
        }
        return "other";
    }

    private static String quality(String share) {
        double tens = Math.floor(10 * number(share));
        return tens >= 0 && tens < 10
                ? String.format(Locale.ROOT, "%.0f to %.0f", 10 * tens, 10 * tens + 9)
                : "other";
    }

    private static String rotation(String degrees) {
        double turn = number(degrees);
        return UPRIGHT.contains((int) turn) && turn == (int) turn
                ? Integer.toString((int) turn)
                : "slanted";
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
