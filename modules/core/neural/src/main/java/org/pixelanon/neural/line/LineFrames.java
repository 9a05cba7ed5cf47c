package org.pixelanon.neural.line;

import java.util.function.IntPredicate;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Otsu;

/**
 * Removes the lines of a frame around text from a crop: a network reads vertical ones as brackets
 * or l, and horizontal ones hide where the letters end.
 */
public final class LineFrames {

    /** Part of a side that a line of a frame covers. */
    private static final double WHOLE = .95;

    /** Part of the crop from each side in which a frame is searched for. */
    private static final double NEAR = .3;

    /** Fewest pixels that are left in each direction. */
    private static final int LEAST = 6;

    /** Rows without ink above and below letters beside vertical lines. */
    private static final int ROOM = 2;

    private final PlaneImage crop;
    private final boolean[] ink;

    private LineFrames(PlaneImage crop) {
        this.crop = crop;
        this.ink = Otsu.smallerClass(Otsu.brightest(crop));
    }

    /**
     * The part inside the frame.
     *
     * @param crop the part of a plane in which a line was found
     * @return all of it if there is no frame
     */
    public static PlaneImage without(PlaneImage crop) {
        return new LineFrames(crop).inside();
    }

    private PlaneImage inside() {
        int width = crop.width();
        int height = crop.height();
        int top = last(y -> row(y) >= WHOLE * width, height);
        int bottom = height - last(y -> row(height - 1 - y) >= WHOLE * width, height);
        int left = last(x -> column(x) >= WHOLE * height, width);
        int right = width - last(x -> column(width - 1 - x) >= WHOLE * height, width);
        boolean all = top == 0 && left == 0 && bottom == height && right == width;
        // letters that fill a crop from top to bottom also look like lines of a frame
        boolean room = top > 0 || bottom < height || hasRoom(left, right);
        if (all || !room || right - left < LEAST || bottom - top < LEAST) {
            return crop;
        }
        return crop.part(PixelRectangle.ofEdges(left, top, right, bottom));
    }

    /** Number of rows or columns from a side to the end of the last frame line. */
    private static int last(IntPredicate frame, int length) {
        int end = 0;
        for (int i = 0; i < NEAR * length; i++) {
            if (frame.test(i)) {
                end = i + 1;
            }
        }
        return end;
    }

    /** Whether there is no ink at top and bottom between two columns. */
    private boolean hasRoom(int left, int right) {
        if (crop.height() <= 2 * ROOM) {
            return false;
        }
        for (int x = left; x < right; x++) {
            for (int y = 0; y < ROOM; y++) {
                if (ink[y * crop.width() + x] || ink[(crop.height() - 1 - y) * crop.width() + x]) {
                    return false;
                }
            }
        }
        return true;
    }

    private int row(int y) {
        int count = 0;
        for (int x = 0; x < crop.width(); x++) {
            count += ink[y * crop.width() + x] ? 1 : 0;
        }
        return count;
    }

    private int column(int x) {
        int count = 0;
        for (int y = 0; y < crop.height(); y++) {
            count += ink[y * crop.width() + x] ? 1 : 0;
        }
        return count;
    }
}
