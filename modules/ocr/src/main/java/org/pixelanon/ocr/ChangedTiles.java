package org.pixelanon.ocr;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tiles of an image that must be searched again: those in which a pixel changed, and their
 * neighbours, because a pixel is marked by what surrounds it.
 */
final class ChangedTiles {

    /** Edge length in pixels; at least the reach of the marks plus the ring around components. */
    static final int TILE = 32;

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

    /** Everything. */
    static ChangedTiles all(GreyImage image) {
        ChangedTiles all = new ChangedTiles(image.width(), image.height());
        all.tiles.set(0, all.columns * all.rows);
        return all;
    }

    /** What differs between two images of one size, with the neighbouring tiles. */
    static ChangedTiles between(GreyImage before, GreyImage after) {
        ChangedTiles changed = new ChangedTiles(after.width(), after.height());
        for (int row = 0; row < changed.rows; row++) {
            for (int column = 0; column < changed.columns; column++) {
                if (changed.differs(before.samples(), after.samples(), column, row)) {
                    changed.setWithNeighbours(column, row);
                }
            }
        }
        return changed;
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

    /** Tells whether a rectangle, grown by one pixel, reaches into one of the tiles. */
    boolean touch(int left, int top, int right, int bottom) {
        int lastColumn = Math.min(columns - 1, right / TILE);
        int lastRow = Math.min(rows - 1, bottom / TILE);
        for (int row = Math.max(0, (top - 1) / TILE); row <= lastRow; row++) {
            int next = tiles.nextSetBit(row * columns + Math.max(0, (left - 1) / TILE));
            if (next >= 0 && next <= row * columns + lastColumn) {
                return true;
            }
        }
        return false;
    }

    /** Calls back for rectangles of neighbouring tiles that together are all the tiles. */
    void forEachRun(Run run) {
        boolean[] done = new boolean[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (tiles.get(row * columns + column) && !done[row * columns + column]) {
                    run(run, done, column, row);
                }
            }
        }
    }

    private void run(Run run, boolean[] done, int column, int row) {
        int end = column;
        while (end < columns && free(done, end, row)) {
            end++;
        }
        int last = row;
        while (last < rows && allFree(done, column, end, last)) {
            Arrays.fill(done, last * columns + column, last * columns + end, true);
            last++;
        }
        run.at(
                column * TILE,
                row * TILE,
                Math.min(width, end * TILE),
                Math.min(height, last * TILE));
    }

    private boolean free(boolean[] done, int column, int row) {
        return tiles.get(row * columns + column) && !done[row * columns + column];
    }

    private boolean allFree(boolean[] done, int from, int end, int row) {
        for (int column = from; column < end; column++) {
            if (!free(done, column, row)) {
                return false;
            }
        }
        return true;
    }

    /** Receives a rectangle, right and bottom exclusive. */
    interface Run {
        void at(int left, int top, int right, int bottom);
    }
}
