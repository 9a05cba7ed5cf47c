package org.pixelanon.ocr;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tiles of an image that must be searched again: those in which a pixel changed, and their
 * neighbours, because the mark of a pixel depends on its surroundings.
 */
final class ChangedTiles {

    /** Edge length in pixels; at least the reach of marks plus the ring around components. */
    static final int TILE = 32;

    /** Edge length in tiles of the blocks in which tiles are searched together. */
    private static final int BLOCK = ThinStrokes.BLOCK / TILE;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final BitSet tiles;

    private ChangedTiles(int width, int height) {
        this.width = width;
        this.height = height;
        columns = (width + TILE - 1) / TILE;
        rows = (height + TILE - 1) / TILE;
        tiles = new BitSet(columns * rows);
    }

    /** All tiles. */
    static ChangedTiles all(GreyImage image) {
        ChangedTiles all = new ChangedTiles(image.width(), image.height());
        all.tiles.set(0, all.columns * all.rows);
        return all;
    }

    /** The tiles that differ between two images of equal size, and their neighbours. */
    static ChangedTiles between(GreyImage before, GreyImage after) {
        ChangedTiles changed = new ChangedTiles(after.width(), after.height());
        for (int row = 0; row < changed.rows; row++) {
            for (int column = 0; column < changed.columns; column++) {
                if (changed.differs(before.samples(), after.samples(), column, row)) {
                    changed.setWithNeighbours(column, row);
                }
            }
        }
        return changed.rounded();
    }

    private boolean differs(byte[] a, byte[] b, int column, int row) {
        int left = column * TILE;
        int right = Math.min(width, left + TILE);
        int bottom = Math.min(height, (row + 1) * TILE);
        for (int y = row * TILE; y < bottom; y++) {
            int from = y * width + left;
            int to = y * width + right;
            if (!Arrays.equals(a, from, to, b, from, to)) {
                return true;
            }
        }
        return false;
    }

    private void setWithNeighbours(int column, int row) {
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            int from = y * columns + Math.max(0, column - 1);
            tiles.set(from, y * columns + Math.min(columns - 1, column + 1) + 1);
        }
    }

    boolean none() {
        return tiles.isEmpty();
    }

    /** Calls back for disjoint rectangles that together cover all tiles. */
    void forEachPatch(Patch patch) {
        for (int row = 0; row < rows; row += BLOCK) {
            for (int column = 0; column < columns; column += BLOCK) {
                int right = Math.min(columns, column + BLOCK);
                int bottom = Math.min(rows, row + BLOCK);
                int[] box = box(column, row, right, bottom);
                if (box[0] < box[2]) {
                    patch.at(
                            box[0] * TILE,
                            box[1] * TILE,
                            Math.min(width, box[2] * TILE),
                            Math.min(height, box[3] * TILE));
                }
            }
        }
    }

    /**
     * Adds tiles until those of each block form a rectangle: searching a few more tiles costs less
     * than searching many small patches.
     */
    private ChangedTiles rounded() {
        for (int row = 0; row < rows; row += BLOCK) {
            for (int column = 0; column < columns; column += BLOCK) {
                int right = Math.min(columns, column + BLOCK);
                int bottom = Math.min(rows, row + BLOCK);
                int[] box = box(column, row, right, bottom);
                for (int y = box[1]; y < box[3]; y++) {
                    tiles.set(y * columns + box[0], y * columns + box[2]);
                }
            }
        }
        return this;
    }

    /** Left, top, right and bottom, exclusive, of the tiles of a block; empty if there is none. */
    private int[] box(int column, int row, int right, int bottom) {
        int[] box = {right, bottom, column, row};
        for (int y = row; y < bottom; y++) {
            int first = tiles.nextSetBit(y * columns + column);
            if (first >= 0 && first < y * columns + right) {
                int last = tiles.previousSetBit(y * columns + right - 1);
                box[0] = Math.min(box[0], first - y * columns);
                box[1] = Math.min(box[1], y);
                box[2] = Math.max(box[2], last - y * columns + 1);
                box[3] = y + 1;
            }
        }
        return box;
    }

    /** Receives a rectangle, right and bottom exclusive. */
    interface Patch {
        void at(int left, int top, int right, int bottom);
    }
}
