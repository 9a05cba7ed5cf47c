package org.pixelanon.neural.line;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Otsu;

/**
 * Finds the ink of a found line: finders leave room above and below that makes the letters small
 * for a network, include a slice of the next line, and sometimes take two lines for one.
 */
public final class LineBands {

    /** Least height of a separate line, relative to the tallest band. */
    private static final double LINE = .6;

    /** Fewest rows of a separate line. */
    private static final int FEWEST_ROWS = 6;

    /** Height below which a band at a border is a slice, relative to the tallest band. */
    private static final double SLICE = .35;

    private LineBands() {}

    /**
     * Consecutive rows with ink, and its columns, in pixels of the crop.
     *
     * @param top the first row
     * @param bottom the row after the last
     * @param left the first column
     * @param right the column after the last
     */
    public record Band(int top, int bottom, int left, int right) {

        /**
         * The height of the line.
         *
         * @return rows
         */
        public int height() {
            return bottom - top;
        }

        Band with(Band other) {
            return new Band(
                    Math.min(top, other.top),
                    Math.max(bottom, other.bottom),
                    Math.min(left, other.left),
                    Math.max(right, other.right));
        }
    }

    /**
     * The lines of a crop.
     *
     * @param line the part of a plane in which a line was found
     * @return one band for each line of letters, from top to bottom; none if there is no ink
     */
    public static List<Band> of(PlaneImage line) {
        List<Band> bands = bands(line);
        int tallest = bands.stream().mapToInt(Band::height).max().orElse(0);
        List<Band> kept = new ArrayList<>();
        for (Band band : bands) {
            boolean border = band.top == 0 || band.bottom == line.height();
            if (!border || band.height() >= SLICE * tallest) {
                kept.add(band);
            }
        }
        return joined(kept, tallest);
    }

    /** Joins dots, accents and descenders to the nearer line. */
    private static List<Band> joined(List<Band> bands, int tallest) {
        List<Band> lines = new ArrayList<>();
        List<Band> parts = new ArrayList<>();
        for (Band band : bands) {
            boolean own =
                    band.height() >= Math.max(FEWEST_ROWS, LINE * tallest)
                            && band.right - band.left >= band.height();
            (own ? lines : parts).add(band);
        }
        if (lines.isEmpty()) {
            return bands.isEmpty()
                    ? List.of()
                    : List.of(bands.stream().reduce(Band::with).orElseThrow());
        }
        for (Band part : parts) {
            int nearest = 0;
            for (int i = 1; i < lines.size(); i++) {
                if (apart(lines.get(i), part) < apart(lines.get(nearest), part)) {
                    nearest = i;
                }
            }
            lines.set(nearest, lines.get(nearest).with(part));
        }
        return lines;
    }

    private static int apart(Band one, Band other) {
        return Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
    }

    private static List<Band> bands(PlaneImage line) {
        boolean[] ink = Otsu.smallerClass(Otsu.brightest(line));
        List<Band> bands = new ArrayList<>();
        Band open = null;
        for (int y = 0; y < line.height(); y++) {
            int left = line.width();
            int right = 0;
            for (int x = 0; x < line.width(); x++) {
                if (ink[y * line.width() + x]) {
                    left = Math.min(left, x);
                    right = x + 1;
                }
            }
            if (right > 0) {
                Band row = new Band(y, y + 1, left, right);
                open = open == null ? row : open.with(row);
            } else if (open != null) {
                bands.add(open);
                open = null;
            }
        }
        if (open != null) {
            bands.add(open);
        }
        return bands;
    }
}
