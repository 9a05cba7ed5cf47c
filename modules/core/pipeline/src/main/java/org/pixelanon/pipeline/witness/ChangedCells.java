package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/** Where a plane differs from another one of its size, in squares of pixels. */
final class ChangedCells {

    /** Side of a square. */
    static final int CELL = 32;

    /** Most squares of a place along each side: what a network looks at in one go. */
    private static final int LONGEST = 20;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final BitSet changed;

    private ChangedCells(PlaneImage view) {
        width = view.width();
        height = view.height();
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        changed = new BitSet(columns * rows);
    }

    /**
     * Compares two planes.
     *
     * @param before views of one, as many and as large as those of the other
     * @param after views of the other
     * @return where they differ
     */
    static ChangedCells between(List<PlaneImage> before, List<PlaneImage> after) {
        ChangedCells cells = new ChangedCells(after.get(0));
        for (int cell = 0; cell < cells.columns * cells.rows; cell++) {
            for (int view = 0; view < after.size(); view++) {
                if (cells.differs(before.get(view), after.get(view), cells.box(cell))) {
                    cells.changed.set(cell);
                }
            }
        }
        return cells;
    }

    private boolean differs(PlaneImage before, PlaneImage after, PixelRectangle box) {
        for (int y = box.y(); y < box.bottom(); y++) {
            int from = (y * width + box.x()) * after.channels();
            int to = (y * width + box.right()) * after.channels();
            if (!Arrays.equals(before.samples(), from, to, after.samples(), from, to)) {
                return true;
            }
        }
        return false;
    }

    private PixelRectangle box(int cell) {
        int x = cell % columns * CELL;
        int y = cell / columns * CELL;
        return PixelRectangle.ofEdges(x, y, Math.min(width, x + CELL), Math.min(height, y + CELL));
    }

    /** The part of the plane that differs, 0 to 1. */
    double part() {
        return changed.cardinality() / (double) (columns * rows);
    }

    /** The squares that differ. */
    List<PixelRectangle> boxes() {
        return changed.stream().mapToObj(this::box).toList();
    }

    /**
     * Where to look again: places that touch a square that differs, as whole squares and put
     * together in rows.
     */
    List<PixelRectangle> touchedBy(List<PixelRectangle> places) {
        BitSet wanted = new BitSet(columns * rows);
        for (PixelRectangle place : places) {
            BitSet cells = cells(place);
            if (cells.intersects(changed)) {
                wanted.or(cells);
            }
        }
        List<PixelRectangle> boxes = new ArrayList<>();
        for (int cell = wanted.nextSetBit(0); cell >= 0; cell = wanted.nextSetBit(cell + 1)) {
            boxes.add(grown(wanted, cell));
        }
        return boxes;
    }

    private BitSet cells(PixelRectangle place) {
        BitSet cells = new BitSet(columns * rows);
        int left = Math.max(0, place.x() / CELL);
        int right = Math.min(columns, (place.right() + CELL - 1) / CELL);
        for (int row = Math.max(0, place.y() / CELL);
                row < Math.min(rows, (place.bottom() + CELL - 1) / CELL);
                row++) {
            cells.set(row * columns + left, row * columns + right);
        }
        return cells;
    }

    /** The largest rectangle that begins with a square, to the right first; takes its squares. */
    private PixelRectangle grown(BitSet wanted, int cell) {
        int column = cell % columns;
        int row = cell / columns;
        int right = column;
        while (right < columns && right - column < LONGEST && wanted.get(row * columns + right)) {
            right++;
        }
        int bottom = row;
        while (bottom < rows
                && bottom - row < LONGEST
                && wanted.nextClearBit(bottom * columns + column) >= bottom * columns + right) {
            wanted.clear(bottom * columns + column, bottom * columns + right);
            bottom++;
        }
        return PixelRectangle.ofEdges(
                column * CELL,
                row * CELL,
                Math.min(width, right * CELL),
                Math.min(height, bottom * CELL));
    }
}
