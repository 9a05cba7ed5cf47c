package org.pixelanon.neural;

import java.io.IOException;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextFinder;

/**
 * Finds letters that are made of dots: the same network sees the plane with small dark gaps closed.
 * Not thread-safe.
 */
final class DotFinder implements TextFinder {

    /** Half the width of gaps that are closed, in pixels. */
    private static final int REACH = 2;

    private final NeuralFinder finder;

    DotFinder(NeuralFinder finder) {
        this.finder = finder;
    }

    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws IOException {
        return finder.find(closed(views));
    }

    @Override
    public FoundText findAgain(
            List<PlaneImage> views,
            FoundText before,
            List<PixelRectangle> changed,
            List<PixelRectangle> places)
            throws IOException {
        return finder.findAgain(closed(views), before, changed, places);
    }

    private static List<PlaneImage> closed(List<PlaneImage> views) {
        return views.stream().map(view -> extreme(extreme(view, true), false)).toList();
    }

    /** Each sample as the greatest or least around it. */
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

    /** The extreme of a sample and those some steps before and behind it, within a part. */
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

    @Override
    public void close() {
        finder.close();
    }
}
