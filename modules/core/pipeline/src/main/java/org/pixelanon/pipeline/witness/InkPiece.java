package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;

/**
 * Ink that hangs together, also over corners.
 *
 * @param bounds where it is
 * @param pixels how many it has
 * @param onCore how many of them are marked as text
 */
record InkPiece(PixelRectangle bounds, int pixels, int onCore) {

    /**
     * The pieces of a rectangle.
     *
     * @param ink row by row; cleared
     * @param core which pixels are marked as text
     * @param width pixels in a row
     */
    static List<InkPiece> of(boolean[] ink, boolean[] core, int width) {
        List<InkPiece> pieces = new ArrayList<>();
        int[] open = new int[ink.length];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                pieces.add(from(i, ink, core, width, open));
            }
        }
        return pieces;
    }

    private static InkPiece from(int first, boolean[] ink, boolean[] core, int width, int[] open) {
        int count = 1;
        int pixels = 0;
        int onCore = 0;
        int left = width;
        int right = 0;
        int top = first / width;
        int bottom = 0;
        open[0] = first;
        ink[first] = false;
        while (count > 0) {
            int at = open[--count];
            int x = at % width;
            int y = at / width;
            pixels++;
            onCore += core[at] ? 1 : 0;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            int lastRow = Math.min(ink.length / width - 1, y + 1);
            int lastColumn = Math.min(width - 1, x + 1);
            for (int row = Math.max(0, y - 1); row <= lastRow; row++) {
                for (int column = Math.max(0, x - 1); column <= lastColumn; column++) {
                    int next = row * width + column;
                    if (ink[next]) {
                        ink[next] = false;
                        open[count++] = next;
                    }
                }
            }
        }
        return new InkPiece(PixelRectangle.ofEdges(left, top, right, bottom), pixels, onCore);
    }
}
