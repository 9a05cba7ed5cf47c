package org.pixelanon.barcodes;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.util.Arrays;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * A plane in grey.
 *
 * @param levels 0 to 255, row by row
 */
record Greys(int width, int height, byte[] levels) {

    private static final int WHITE = 255;

    static Greys of(PlaneImage view) {
        int channels = view.channels();
        byte[] levels = new byte[view.width() * view.height()];
        for (int i = 0; i < levels.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += view.samples()[i * channels + channel] & WHITE;
            }
            levels[i] = (byte) (sum / channels);
        }
        return new Greys(view.width(), view.height(), levels);
    }

    Greys negative() {
        byte[] other = new byte[levels.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) (WHITE - (levels[i] & WHITE));
        }
        return new Greys(width, height, other);
    }

    /** Rows become columns. */
    Greys turned() {
        byte[] other = new byte[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                other[x * height + y] = levels[y * width + x];
            }
        }
        return new Greys(height, width, other);
    }

    /** Converts a rectangle of the transposed plane. */
    static PixelRectangle back(PixelRectangle box) {
        return new PixelRectangle(box.y(), box.x(), box.height(), box.width());
    }

    /** The same with a part of one level. */
    Greys without(PixelRectangle part) {
        byte[] other = levels.clone();
        byte level = other[part.y() * width + part.x()];
        for (int y = part.y(); y < part.bottom(); y++) {
            Arrays.fill(other, y * width + part.x(), y * width + part.right(), level);
        }
        return new Greys(width, height, other);
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(levels, width, height, 0, 0, width, height, false);
    }

    int at(int x, int y) {
        return levels[y * width + x] & WHITE;
    }
}
