package org.pixelanon.neural.dots;

import org.pixelanon.model.PlaneImage;

/** Closes the gaps between dots. */
public final class DotGaps {

    /** Half of the widest gap that is closed, in pixels. */
    private static final int REACH = 2;

    private DotGaps() {}

    /**
     * Closes the gaps between dots.
     *
     * @param view the plane
     * @param dark whether the dots are darker than the background
     * @return a plane of the same shape
     */
    public static PlaneImage closed(PlaneImage view, boolean dark) {
        return extreme(extreme(view, !dark), dark);
    }

    /** The greatest or least sample around each sample, in bytes since planes may be large. */
    private static PlaneImage extreme(PlaneImage view, boolean greatest) {
        int channels = view.channels();
        byte[] across = new byte[view.samples().length];
        byte[] result = new byte[across.length];
        int row = view.width() * channels;
        for (int i = 0; i < across.length; i++) {
            across[i] = extreme(view.samples(), i, i / row * row, row, channels, greatest);
        }
        for (int i = 0; i < result.length; i++) {
            result[i] = extreme(across, i, 0, result.length, row, greatest);
        }
        return new PlaneImage(view.width(), view.height(), channels, result);
    }

    /** The extreme of a sample and those up to some steps before and after it, within a part. */
    private static byte extreme(
            byte[] samples, int at, int from, int length, int step, boolean greatest) {
        int best = samples[at] & 255;
        for (int i = -REACH; i <= REACH; i++) {
            int other = at + i * step;
            if (other >= from && other < from + length) {
                int level = samples[other] & 255;
                best = greatest ? Math.max(best, level) : Math.min(best, level);
            }
        }
        return (byte) best;
    }
}
