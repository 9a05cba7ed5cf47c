package org.pixelanon.pipeline.witness;

import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Otsu;

/** Tells strokes from ground in a rectangle: the smaller of the two classes of brightness. */
final class Strokes {

    private static final int LEVEL = 255;

    private final PixelRectangle box;
    private final boolean[] any;

    /**
     * Looks at a rectangle.
     *
     * @param views the plane
     * @param box inside of the plane
     */
    Strokes(List<PlaneImage> views, PixelRectangle box) {
        this.box = box;
        this.any = new boolean[box.width() * box.height()];
        for (PlaneImage view : views) {
            boolean[] strokes = Otsu.smallerClass(levels(view));
            for (int i = 0; i < any.length; i++) {
                any[i] |= strokes[i];
            }
        }
    }

    /** The brightest channel of each pixel. */
    private int[] levels(PlaneImage view) {
        int[] levels = new int[any.length];
        for (int i = 0; i < levels.length; i++) {
            int x = box.x() + i % box.width();
            int y = box.y() + i / box.width();
            int at = (y * view.width() + x) * view.channels();
            for (int channel = 0; channel < view.channels(); channel++) {
                levels[i] = Math.max(levels[i], view.samples()[at + channel] & LEVEL);
            }
        }
        return levels;
    }

    /** Returns whether a part, which may reach beyond the rectangle, holds no stroke. */
    boolean isClear(int left, int top, int right, int bottom) {
        for (int y = Math.max(top, box.y()); y < Math.min(bottom, box.bottom()); y++) {
            for (int x = Math.max(left, box.x()); x < Math.min(right, box.right()); x++) {
                if (any[(y - box.y()) * box.width() + x - box.x()]) {
                    return false;
                }
            }
        }
        return true;
    }
}
