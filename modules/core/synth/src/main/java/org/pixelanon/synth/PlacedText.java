package org.pixelanon.synth;

import java.util.BitSet;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.face.Mask;

/**
 * A text and its position.
 *
 * @param caption the text
 * @param mask its pixels
 * @param x column of the mask's first pixel
 * @param y row of the mask's first pixel
 * @param rgb its colour; grey planes take the brightest channel
 * @param size in pixels from the top of capitals to below descenders, as fonts are measured
 * @param style white, grey, outlined, dark or colour
 * @param background black or the kind of picture
 * @param frames 0-based frames that show it
 */
record PlacedText(
        Caption caption,
        Mask mask,
        int x,
        int y,
        int rgb,
        int size,
        String style,
        String background,
        BitSet frames) {

    PixelRectangle box() {
        return new PixelRectangle(x, y, mask.width(), mask.height());
    }

    /** Returns whether a pixel of a plane is part of the text. */
    boolean covers(int column, int row) {
        return mask.at(column - x, row - y);
    }
}
