package org.pixelanon.pipeline.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * Fills blanked rectangles from their surroundings, for the second look at a copy: black rectangles
 * look like large letters to a network. Nothing outside the rectangles changes, so remains of text
 * are still found.
 */
final class Inpainting {

    /** How many pixels beside a rectangle its surroundings are taken from. */
    private static final int DEPTH = 5;

    /** How far the surroundings are evened out along an edge, so that noise leaves no streaks. */
    private static final int ALONG = 4;

    private final PlaneImage view;
    private final BitSet blanked;

    private Inpainting(PlaneImage view, BitSet blanked) {
        this.view = view;
        this.blanked = blanked;
    }

    /**
     * Views of a plane without the blanked rectangles.
     *
     * @param views of one plane, all of one size
     * @param rectangles what was blanked, which may reach beyond the plane
     * @return new views, in the same order
     */
    static List<PlaneImage> of(List<PlaneImage> views, List<PixelRectangle> rectangles) {
        List<PlaneImage> painted = new ArrayList<>(views.size());
        for (PlaneImage view : views) {
            List<PixelRectangle> inside =
                    rectangles.stream()
                            .flatMap(box -> box.clip(view.width(), view.height()).stream())
                            .toList();
            BitSet blanked = new BitSet(view.width() * view.height());
            for (PixelRectangle box : inside) {
                for (int y = box.y(); y < box.bottom(); y++) {
                    blanked.set(y * view.width() + box.x(), y * view.width() + box.right());
                }
            }
            painted.add(new Inpainting(view, blanked).painted(inside));
        }
        return painted;
    }

    private PlaneImage painted(List<PixelRectangle> rectangles) {
        byte[] samples = view.samples().clone();
        for (PixelRectangle box : rectangles) {
            for (int channel = 0; channel < view.channels(); channel++) {
                paint(box, channel, samples);
            }
        }
        return new PlaneImage(view.width(), view.height(), view.channels(), samples);
    }

    /** Each pixel is the mean of the four edges, the nearer the heavier. */
    private void paint(PixelRectangle box, int channel, byte[] samples) {
        Edge left = edge(box.height(), i -> look(box.x() - 1, box.y() + i, -1, 0, channel));
        Edge right = edge(box.height(), i -> look(box.right(), box.y() + i, 1, 0, channel));
        Edge above = edge(box.width(), i -> look(box.x() + i, box.y() - 1, 0, -1, channel));
        Edge below = edge(box.width(), i -> look(box.x() + i, box.bottom(), 0, 1, channel));
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                float toLeft = left.weight(y, x + 1);
                float toRight = right.weight(y, box.width() - x);
                float up = above.weight(x, y + 1);
                float down = below.weight(x, box.height() - y);
                float weight = toLeft + toRight + up + down;
                float sum = toLeft * left.level[y] + toRight * right.level[y];
                sum += up * above.level[x] + down * below.level[x];
                if (weight > 0) {
                    int at = (box.y() + y) * view.width() + box.x() + x;
                    samples[at * view.channels() + channel] = (byte) Math.round(sum / weight);
                }
            }
        }
    }

    /**
     * What stands beside one edge of a rectangle.
     *
     * @param level of brightness at each place along it
     * @param beyond how far beyond the edge that was found; negative if there is nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Edge(float[] level, int[] beyond) {

        float weight(int place, int distance) {
            return beyond[place] < 0 ? 0 : 1f / (distance + beyond[place]);
        }
    }

    /** What is seen from one place of an edge. */
    private record Seen(float level, int beyond) {}

    /** Looks from a place of an edge outwards. */
    private interface Look {
        Seen from(int place);
    }

    private static Edge edge(int length, Look look) {
        Seen[] seen = new Seen[length];
        for (int i = 0; i < length; i++) {
            seen[i] = look.from(i);
        }
        float[] level = new float[length];
        int[] beyond = new int[length];
        for (int i = 0; i < length; i++) {
            beyond[i] = seen[i].beyond;
            float sum = 0;
            int places = 0;
            for (int k = Math.max(0, i - ALONG); k <= Math.min(length - 1, i + ALONG); k++) {
                if (seen[k].beyond >= 0) {
                    sum += seen[k].level;
                    places++;
                }
            }
            level[i] = places == 0 ? 0 : sum / places;
        }
        return new Edge(level, beyond);
    }

    /** The mean of the first pixels in a direction that were not blanked. */
    private Seen look(int x, int y, int right, int down, int channel) {
        int steps = 0;
        while (isInside(x, y) && blanked.get(y * view.width() + x)) {
            x += right;
            y += down;
            steps++;
        }
        float sum = 0;
        int pixels = 0;
        while (pixels < DEPTH && isInside(x, y) && !blanked.get(y * view.width() + x)) {
            sum += view.samples()[(y * view.width() + x) * view.channels() + channel] & 0xFF;
            x += right;
            y += down;
            pixels++;
        }
        return pixels == 0 ? new Seen(0, -1) : new Seen(sum / pixels, steps);
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && x < view.width() && y >= 0 && y < view.height();
    }
}
