package org.pixelanon.neural.dots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.neural.dots.Spots.Spot;

/**
 * Decides whether a plane shows letters made of separate dots: spots of equal size and brightness,
 * most of which are midway between two others, as in the rows, columns and diagonals of a letter.
 * Speckle and noise have spots, too, but not in such an order.
 */
public final class DotPrint {

    /** Side of the tiles in which large planes are searched, and their overlap. */
    private static final int PART = 512;

    private static final int OVERLAP = 96;

    /**
     * Side of the cells in pixels, of which blocks of four are counted: the size of a large letter.
     */
    private static final int CELL = 32;

    /** Fewest spots midway between two others that make a letter. */
    private static final int FEWEST = 10;

    /** Their least share of the spots that have neighbours. */
    private static final double REGULAR = .45;

    /** Distance of the next spots relative to the nearest: a diagonal and a bit more. */
    private static final double NEXT = 1.5;

    /** How far a spot may be from the midpoint, in half pixels. */
    private static final int SLACK = 2;

    private final Map<Cell, List<Spot>> cells = new HashMap<>();

    private record Cell(int column, int row) {

        static Cell of(Spot spot) {
            return new Cell(spot.x2() / 2 / CELL, spot.y2() / 2 / CELL);
        }

        Cell at(int columns, int rows) {
            return new Cell(column + columns, row + rows);
        }
    }

    private DotPrint(List<Spot> spots) {
        for (Spot spot : spots) {
            cells.computeIfAbsent(Cell.of(spot), key -> new ArrayList<>()).add(spot);
        }
    }

    /**
     * Looks for dots.
     *
     * @param view the plane
     * @param dark whether to look for dots darker than the background
     * @return whether there is a letter made of them
     */
    public static boolean isIn(PlaneImage view, boolean dark) {
        for (int y = 0; y == 0 || y + OVERLAP < view.height(); y += PART - OVERLAP) {
            for (int x = 0; x == 0 || x + OVERLAP < view.width(); x += PART - OVERLAP) {
                int right = Math.min(view.width(), x + PART);
                int bottom = Math.min(view.height(), y + PART);
                PlaneImage part = view.part(PixelRectangle.ofEdges(x, y, right, bottom));
                DotPrint print = new DotPrint(Spots.of(part, dark));
                if (print.cells.keySet().stream().anyMatch(print::isLetter)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether spots are regular in a square of two by two cells. */
    private boolean isLetter(Cell corner) {
        int neighboured = 0;
        int middle = 0;
        for (Spot spot : around(corner, 0)) {
            List<Spot> alike = alike(spot);
            if (alike.size() > 1) {
                neighboured++;
                middle += isMiddle(spot, alike) ? 1 : 0;
            }
        }
        return middle >= FEWEST && middle >= REGULAR * neighboured;
    }

    /** The spots of a cell, of those to the right and below, and of some cells before. */
    private List<Spot> around(Cell cell, int before) {
        List<Spot> spots = new ArrayList<>();
        for (int row = -before; row <= 1; row++) {
            for (int column = -before; column <= 1; column++) {
                spots.addAll(cells.getOrDefault(cell.at(column, row), List.of()));
            }
        }
        return spots;
    }

    /** Spots of the same kind that are about as close as the nearest of them. */
    private List<Spot> alike(Spot spot) {
        int reach = 2 * (2 * spot.size() + 3);
        List<Spot> alike =
                around(Cell.of(spot), 1).stream()
                        .filter(
                                other ->
                                        other != spot
                                                && distance(spot, other) <= reach
                                                && isAlike(spot, other))
                        .toList();
        double nearest = alike.stream().mapToDouble(o -> distance(spot, o)).min().orElse(0);
        return alike.stream().filter(o -> distance(spot, o) <= NEXT * nearest).toList();
    }

    private static boolean isAlike(Spot one, Spot other) {
        return Math.abs(other.size() - one.size()) <= 1
                && 4 * other.contrast() >= 3 * one.contrast()
                && 4 * one.contrast() >= 3 * other.contrast();
    }

    /** Distance between the centres of two spots, in half pixels. */
    private static double distance(Spot one, Spot other) {
        return Math.hypot(one.x2() - other.x2(), one.y2() - other.y2());
    }

    private static boolean isMiddle(Spot spot, List<Spot> alike) {
        for (Spot one : alike) {
            int x = 2 * spot.x2() - one.x2();
            int y = 2 * spot.y2() - one.y2();
            for (Spot other : alike) {
                if (other != one
                        && Math.abs(other.x2() - x) <= SLACK
                        && Math.abs(other.y2() - y) <= SLACK) {
                    return true;
                }
            }
        }
        return false;
    }
}
