package org.pixelanon.synth.composite;

import java.util.function.IntBinaryOperator;
import org.pixelanon.model.PixelRectangle;

/**
 * The brightness of a part of a plane.
 *
 * @param mean of the brightest channel, 0 to 255
 * @param deviation its standard deviation
 */
record Ground(double mean, double deviation) {

    /** Measures the part of a rectangle inside the plane. */
    static Ground of(Sheet sheet, PixelRectangle where) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = Math.max(0, where.y()); y < Math.min(sheet.height, where.bottom()); y++) {
            for (int x = Math.max(0, where.x()); x < Math.min(sheet.width, where.right()); x++) {
                int light = sheet.light(x, y);
                sum += light;
                squares += light * (double) light;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.max(0, squares / count - mean * mean);
        return new Ground(mean, StrictMath.sqrt(variance));
    }

    /**
     * How much lighter the ink is than its surroundings: difference of the means of the brightest
     * channel in the rectangle of the ink, grown by two pixels; the fringe of letters counts as
     * neither.
     */
    static double contrast(Sheet sheet, Lettering text, int x, int y) {
        return contrast(text, x, y, sheet, sheet::light);
    }

    /** The same after conversion to grey, in which blue is dark. */
    static double contrastInGrey(Sheet sheet, Lettering text, int x, int y) {
        return contrast(text, x, y, sheet, sheet::grey);
    }

    private static double contrast(
            Lettering text, int x, int y, Sheet sheet, IntBinaryOperator lightness) {
        double ink = 0;
        int inks = 0;
        double ground = 0;
        int grounds = 0;
        for (int row = text.top() - 2; row < text.bottom() + 2; row++) {
            for (int column = text.left() - 2; column < text.right() + 2; column++) {
                int px = x + column;
                int py = y + row;
                if (px < 0 || py < 0 || px >= sheet.width || py >= sheet.height) {
                    continue;
                }
                if (text.isInk(column, row)) {
                    ink += lightness.applyAsInt(px, py);
                    inks++;
                } else if (!text.isFringe(column, row)) {
                    ground += lightness.applyAsInt(px, py);
                    grounds++;
                }
            }
        }
        return ink / Math.max(1, inks) - ground / Math.max(1, grounds);
    }
}
