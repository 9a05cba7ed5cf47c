package org.pixelanon.synth.composite;

import java.util.Arrays;
import org.pixelanon.synth.face.Mask;

/**
 * A drawn line of text, rotated as placed. Ink is what is covered by half or more; around it is a
 * fringe of less coverage, at most {@link #FRINGE} pixels beyond its rectangle.
 *
 * @param width columns, with the fringe
 * @param height rows, with the fringe
 * @param cover 0 to 255 for each pixel, row by row
 * @param left columns before the first ink
 * @param top rows before the first ink
 * @param right the column after the last ink
 * @param bottom the row after the last ink
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lettering(int width, int height, int[] cover, int left, int top, int right, int bottom) {
    /** The least coverage of ink. */
    static final int INK = 128;

    static final int FRINGE = 2;

    /** The line rotated counterclockwise by some degrees. */
    static Lettering of(Mask mask, int degrees) {
        Lettering flat = tight(mask.width(), mask.height(), mask.ink());
        while (flat.left > FRINGE
                || flat.top > FRINGE
                || flat.width - flat.right > FRINGE
                || flat.height - flat.bottom > FRINGE) {
            flat = flat.thicker();
        }
        return degrees == 0 ? flat : flat.turned(degrees);
    }

    /** Thickens thin letters so that their edges become ink. */
    private Lettering thicker() {
        return tight(width, height, Arrays.stream(cover).map(c -> Math.min(255, c * 2)).toArray());
    }

    private Lettering turned(int degrees) {
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        boolean straight = degrees % 90 == 0;
        double wide = Math.abs(width * cos) + Math.abs(height * sin);
        double high = Math.abs(width * sin) + Math.abs(height * cos);
        int newWidth = (int) StrictMath.rint(wide) + (straight ? 0 : 2);
        int newHeight = (int) StrictMath.rint(high) + (straight ? 0 : 2);
        int[] turned = new int[newWidth * newHeight];
        for (int i = 0; i < turned.length; i++) {
            double dx = i % newWidth + 0.5 - newWidth / 2.0;
            double dy = i / newWidth + 0.5 - newHeight / 2.0;
            double x = dx * cos - dy * sin + width / 2.0 - 0.5;
            double y = dx * sin + dy * cos + height / 2.0 - 0.5;
            turned[i] =
                    straight
                            ? at((int) StrictMath.rint(x), (int) StrictMath.rint(y))
                            : between(x, y);
        }
        Mask mask = Mask.of(newWidth, newHeight, turned);
        return tight(mask.width(), mask.height(), mask.ink()).cut();
    }

    private int between(double x, double y) {
        int left = (int) StrictMath.floor(x);
        int top = (int) StrictMath.floor(y);
        double right = x - left;
        double down = y - top;
        double upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
        double lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return (int) (upper * (1 - down) + lower * down + 0.5);
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : cover[y * width + x];
    }

    /** Removes fringe that lies too far out. */
    private Lettering cut() {
        int x0 = Math.max(0, left - FRINGE);
        int y0 = Math.max(0, top - FRINGE);
        int newWidth = Math.min(width, right + FRINGE) - x0;
        int newHeight = Math.min(height, bottom + FRINGE) - y0;
        int[] kept = new int[newWidth * newHeight];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = at(x0 + i % newWidth, y0 + i / newWidth);
        }
        return tight(newWidth, newHeight, kept);
    }

    private static Lettering tight(int width, int height, int[] cover) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < cover.length; i++) {
            if (cover[i] >= INK) {
                left = Math.min(left, i % width);
                top = Math.min(top, i / width);
                right = Math.max(right, i % width + 1);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return new Lettering(width, height, cover, left, top, right, bottom);
    }

    /** Covered by less than half. */
    boolean isFringe(int x, int y) {
        int covered = at(x, y);
        return covered > 0 && covered < INK;
    }

    boolean isInk(int x, int y) {
        return at(x, y) >= INK;
    }

    /**
     * The ink in its rectangle as run lengths, row by row, continuing across row ends: ground, ink,
     * ground and so on; the first is 0 if the first pixel is ink.
     */
    int[] runs() {
        int[] runs = new int[(right - left) * (bottom - top) + 1];
        int count = 0;
        boolean ink = false;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isInk(x, y) != ink) {
                    ink = !ink;
                    count++;
                }
                runs[count]++;
            }
        }
        return Arrays.copyOf(runs, count + 1);
    }
}
