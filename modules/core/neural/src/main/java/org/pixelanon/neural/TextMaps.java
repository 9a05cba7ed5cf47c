package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextMap;

/**
 * Computes how likely each pixel belongs to text, with a network of the kind DB (Liao et al. 2020,
 * Real-time Scene Text Detection with Differentiable Binarization). Large planes are processed in
 * overlapping tiles, so that memory does not grow with the plane.
 *
 * <p>Input: 1 x 3 x rows x columns, both multiples of 32; blue, green, red; normalised by mean and
 * deviation over the training pictures. Output: 1 x 1 x rows x columns, 0 to 1.
 */
final class TextMaps {

    /** The form in which the network sees a plane. */
    enum Polarity {
        /** The plane. */
        AS_IS,
        /**
         * Its negative: the networks are best at dark text on a light background, but planes are
         * dark.
         */
        INVERTED
    }

    private static final int STEP = 32;
    private static final int TILE = 768;
    private static final int MARGIN = 96;
    private static final float ROUNDING = 1e-3f;
    private static final float[] MEAN = {.485f, .456f, .406f};
    private static final float[] DEVIATION = {.229f, .224f, .225f};

    private final Network network;
    private final float[][] levels = new float[MEAN.length][256];

    TextMaps(Network network) {
        this.network = network;
        for (int channel = 0; channel < MEAN.length; channel++) {
            for (int level = 0; level < 256; level++) {
                levels[channel][level] = (level / 255f - MEAN[channel]) / DEVIATION[channel];
            }
        }
    }

    /** The highest likelihood of each pixel over all views of a plane. */
    TextMap of(List<PlaneImage> views, Polarity polarity) throws NeuralException {
        PlaneImage first = views.get(0);
        byte[] likelihoods = new byte[first.width() * first.height()];
        for (PlaneImage view : views) {
            for (int y : starts(view.height())) {
                for (int x : starts(view.width())) {
                    tile(view, tileAt(view, x, y), MARGIN, polarity, likelihoods);
                }
            }
        }
        return new TextMap(first.width(), first.height(), likelihoods);
    }

    /**
     * The likelihoods in a plane that differs in places from an earlier one.
     *
     * @param before those of the earlier one
     * @param changed where the planes differ; text is only in the places
     * @param places where to look, no larger than tiles
     */
    TextMap again(
            List<PlaneImage> views,
            Polarity polarity,
            TextMap before,
            List<PixelRectangle> changed,
            List<PixelRectangle> places)
            throws NeuralException {
        int width = before.width();
        byte[] likelihoods = before.likelihoods().clone();
        for (PixelRectangle box : changed) {
            clear(likelihoods, width, box);
        }
        for (PixelRectangle box : places) {
            clear(likelihoods, width, box);
        }
        PixelRectangle plane = new PixelRectangle(0, 0, width, before.height());
        for (PlaneImage view : views) {
            for (PixelRectangle box : places) {
                Optional<PixelRectangle> seen = box.grow(STEP, STEP).intersection(plane);
                tile(view, seen.orElseThrow(), STEP, polarity, likelihoods);
            }
        }
        return new TextMap(width, before.height(), likelihoods);
    }

    private static void clear(byte[] likelihoods, int width, PixelRectangle box) {
        for (int y = box.y(); y < box.bottom(); y++) {
            Arrays.fill(likelihoods, y * width + box.x(), y * width + box.right(), (byte) 0);
        }
    }

    private static PixelRectangle tileAt(PlaneImage view, int x, int y) {
        return new PixelRectangle(
                x, y, Math.min(TILE, view.width() - x), Math.min(TILE, view.height() - y));
    }

    /** The offsets of tiles along one side. */
    private static List<Integer> starts(int length) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        while (starts.get(starts.size() - 1) + TILE < length) {
            int next = starts.get(starts.size() - 1) + TILE - 2 * MARGIN;
            starts.add(Math.min(next, length - TILE));
        }
        return starts;
    }

    /** Processes a tile of a view; the margin along its inner sides is only context. */
    private void tile(
            PlaneImage view, PixelRectangle part, int margin, Polarity polarity, byte[] likelihoods)
            throws NeuralException {
        int x0 = part.x();
        int y0 = part.y();
        int width = part.width();
        int height = part.height();
        int columns = (width + STEP - 1) / STEP * STEP;
        int rows = (height + STEP - 1) / STEP * STEP;
        float[] input = new float[MEAN.length * rows * columns];
        int inverted = polarity == Polarity.INVERTED ? 255 : 0;
        for (int channel = 0; channel < MEAN.length; channel++) {
            int sample = view.channels() == 1 ? 0 : MEAN.length - 1 - channel;
            for (int row = 0; row < rows; row++) {
                int line = (y0 + Math.min(row, height - 1)) * view.width();
                int at = (channel * rows + row) * columns;
                for (int column = 0; column < columns; column++) {
                    int pixel = line + x0 + Math.min(column, width - 1);
                    int level = view.samples()[pixel * view.channels() + sample] & 255;
                    input[at + column] = levels[channel][level ^ inverted];
                }
            }
        }
        Tensor output = network.run(new Tensor(new long[] {1, MEAN.length, rows, columns}, input));
        if (output.values().length != rows * columns) {
            throw new NeuralException(
                    network.name() + ": returns " + output.values().length + " numbers");
        }
        int top = y0 == 0 ? 0 : margin;
        int left = x0 == 0 ? 0 : margin;
        int bottom = y0 + height == view.height() ? height : height - margin;
        int right = x0 + width == view.width() ? width : width - margin;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                float value = output.values()[row * columns + column];
                if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
                    throw new NeuralException(
                            network.name() + ": returns values that are not " + "likelihoods");
                }
                int at = (y0 + row) * view.width() + x0 + column;
                int level = Math.round(255 * Math.max(0, Math.min(1, value)));
                likelihoods[at] = (byte) Math.max(likelihoods[at] & 255, level);
            }
        }
    }
}
