package org.pixelanon.viewer;

import java.awt.Cursor;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/**
 * The effect of dragging: draws, moves or resizes a rectangle. Pure.
 *
 * @param grip which edges follow the pointer
 * @param start the rectangle when the button was pressed; for drawing the pixel under the pointer
 * @param column image column where the button was pressed
 * @param row image row where the button was pressed
 */
record RectangleDrag(Grip grip, PixelRectangle start, int column, int row) {

    private static final double REACH = 7;

    /** Which edges follow the pointer; the inside moves all of them. */
    enum Grip {
        NEW(0, 0, Cursor.CROSSHAIR_CURSOR),
        INSIDE(0, 0, Cursor.MOVE_CURSOR),
        NORTH(0, -1, Cursor.N_RESIZE_CURSOR),
        SOUTH(0, 1, Cursor.S_RESIZE_CURSOR),
        WEST(-1, 0, Cursor.W_RESIZE_CURSOR),
        EAST(1, 0, Cursor.E_RESIZE_CURSOR),
        NORTH_WEST(-1, -1, Cursor.NW_RESIZE_CURSOR),
        NORTH_EAST(1, -1, Cursor.NE_RESIZE_CURSOR),
        SOUTH_WEST(-1, 1, Cursor.SW_RESIZE_CURSOR),
        SOUTH_EAST(1, 1, Cursor.SE_RESIZE_CURSOR);

        private final int horizontal;
        private final int vertical;
        private final int cursor;

        Grip(int horizontal, int vertical, int cursor) {
            this.horizontal = horizontal;
            this.vertical = vertical;
            this.cursor = cursor;
        }

        int cursor() {
            return cursor;
        }

        private static Grip of(int horizontal, int vertical) {
            for (Grip grip : values()) {
                if (grip.horizontal == horizontal && grip.vertical == vertical && grip != NEW) {
                    return grip;
                }
            }
            throw new IllegalArgumentException(horizontal + "," + vertical);
        }
    }

    /** The part of a rectangle on screen that is under the pointer. */
    static Optional<Grip> at(Rectangle2D onScreen, Point2D pointer) {
        Rectangle2D reach =
                new Rectangle2D.Double(
                        onScreen.getX() - REACH,
                        onScreen.getY() - REACH,
                        onScreen.getWidth() + 2 * REACH,
                        onScreen.getHeight() + 2 * REACH);
        if (!reach.contains(pointer)) {
            return Optional.empty();
        }
        return Optional.of(
                Grip.of(
                        side(pointer.getX(), onScreen.getMinX(), onScreen.getMaxX()),
                        side(pointer.getY(), onScreen.getMinY(), onScreen.getMaxY())));
    }

    /**
     * In a small rectangle, the outer third of each side resizes, so that the middle can move it.
     */
    private static int side(double at, double low, double high) {
        double reach = Math.min(REACH, (high - low) / 3);
        if (at < low + reach) {
            return -1;
        }
        return at > high - reach ? 1 : 0;
    }

    /** The rectangle for a pointer position, within an image. */
    PixelRectangle to(int toColumn, int toRow, int width, int height) {
        int x = clamp(toColumn, width);
        int y = clamp(toRow, height);
        if (grip == Grip.NEW) {
            return spanned(clamp(column, width), clamp(row, height), x, y);
        }
        if (grip == Grip.INSIDE) {
            int left = Math.max(0, Math.min(width - start.width(), start.x() + toColumn - column));
            int top = Math.max(0, Math.min(height - start.height(), start.y() + toRow - row));
            return new PixelRectangle(left, top, start.width(), start.height());
        }
        int left = grip.horizontal < 0 ? x : start.x();
        int right = grip.horizontal > 0 ? x : start.right() - 1;
        int top = grip.vertical < 0 ? y : start.y();
        int bottom = grip.vertical > 0 ? y : start.bottom() - 1;
        return spanned(left, top, right, bottom);
    }

    private static int clamp(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }

    private static PixelRectangle spanned(int x0, int y0, int x1, int y1) {
        return PixelRectangle.ofInclusive(
                Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }
}
