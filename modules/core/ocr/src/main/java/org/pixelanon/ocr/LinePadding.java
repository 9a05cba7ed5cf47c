package org.pixelanon.ocr;

import org.pixelanon.model.PixelRectangle;

/**
 * Grows the box of a line until it contains every glyph pixel: over dashes, dots and broken glyphs
 * close to its ends, then by a margin for soft edges, accents and descenders.
 */
final class LinePadding {

    /** Widest gap, in heights, before ink that still belongs to the line. */
    private static final double GAP = .9;

    /** Most that the box grows over ink at one end, in heights. */
    private static final double FURTHEST = 2;

    private static final int MARGIN = 3;
    private static final double MARGIN_ACROSS = .12;
    private static final double MARGIN_ALONG = .37;

    private final MarkImage marks;
    private final int mark;
    private final boolean vertical;

    LinePadding(MarkImage marks, int mark, boolean vertical) {
        this.marks = marks;
        this.mark = mark;
        this.vertical = vertical;
    }

    private PixelRectangle inImage(PixelRectangle box) {
        return vertical ? new PixelRectangle(box.y(), box.x(), box.height(), box.width()) : box;
    }

    /** Returns whether the line runs upwards or downwards. */
    boolean vertical() {
        return vertical;
    }

    /** The line grown over ink at its ends, without the margin, in the coordinates of the image. */
    PixelRectangle core(LineCandidate line) {
        int left = line.left();
        int right = line.right();
        if (line.glyphs() > 1) {
            left = 1 - grow(1 - left, -1, line);
            right = grow(right, 1, line);
        }
        return inImage(PixelRectangle.ofEdges(left, line.top(), right, line.bottom()));
    }

    /** The core with its margin; it may extend beyond the image. */
    PixelRectangle padded(PixelRectangle core, LineCandidate line) {
        int across = MARGIN + (int) (MARGIN_ACROSS * line.height());
        int along =
                MARGIN + (int) ((line.glyphs() > 1 ? MARGIN_ALONG : MARGIN_ACROSS) * line.height());
        return vertical ? core.grow(across, along) : core.grow(along, across);
    }

    /**
     * Moves an end of the line over ink.
     *
     * @param end first column outside, in columns that count in the direction of sign (column c is
     *     at position c * sign, with 1 added where sign is negative)
     */
    private int grow(int end, int sign, LineCandidate line) {
        int furthest = end + (int) (FURTHEST * line.height());
        int grown = end;
        for (int at = end; at < furthest && at - grown <= GAP * line.height(); at++) {
            if (ink(sign > 0 ? at : -at, line.top(), line.bottom())) {
                grown = at + 1;
            }
        }
        return grown;
    }

    private boolean ink(int column, int top, int bottom) {
        int columns = vertical ? marks.height() : marks.width();
        if (column < 0 || column >= columns) {
            return false;
        }
        for (int row = top; row < bottom; row++) {
            if (vertical ? marks.has(row, column, mark) : marks.has(column, row, mark)) {
                return true;
            }
        }
        return false;
    }
}
