package org.pixelanon.dicom.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.ToleratedDifference;

/**
 * Compares the words of a frame with those of its original, row by row: inside rectangles they are
 * the fill, except for the bits of overlays; outside they are equal. One instance per frame.
 */
final class RowComparison {

    private final FrameWords a;
    private final FrameWords b;
    private final List<PixelRectangle> rectangles;
    private final List<ExpectedChanges.Bits> overlays;
    private final long[] fill;
    private final long kept;
    private final long signs;
    private final int highBit;
    private final byte[] blank;
    private long inside;
    private long outside;
    private long cleared;
    private long leaked;
    private long changed;
    private boolean signsDiffer;

    /**
     * Compares when asked to.
     *
     * @param a of the original
     * @param b of the copy, as many words of the same size
     * @param fill the word of each sample of a pixel inside rectangles
     * @param kept bits that stay inside rectangles
     * @param signs bits above samples that may be zero or repeat the sign, whatever they were
     * @param highBit the bit of a word that is the sign
     */
    RowComparison(
            FrameWords a,
            FrameWords b,
            List<PixelRectangle> rectangles,
            List<ExpectedChanges.Bits> overlays,
            long[] fill,
            long kept,
            long signs,
            int highBit) {
        this.a = a;
        this.b = b;
        this.rectangles = rectangles;
        this.overlays = overlays;
        this.fill = fill;
        this.kept = kept;
        this.signs = signs;
        this.highBit = highBit;
        this.blank = kept == 0 && overlays.isEmpty() ? blankRow() : new byte[0];
    }

    private byte[] blankRow() {
        byte[] row = new byte[a.columns() * a.channels() * a.unit()];
        for (int i = 0; i < row.length; i++) {
            int word = i / a.unit();
            row[i] = (byte) (fill[word % a.channels()] >>> 8 * (i % a.unit()));
        }
        return row;
    }

    /** What was found on one frame. */
    record Found(
            long inside,
            long outside,
            long overlayBits,
            Set<ToleratedDifference> tolerated,
            String problem) {}

    Found compare() {
        for (int y = 0; y < a.rows(); y++) {
            int row = y;
            boolean hit =
                    rectangles.stream().anyMatch(r -> isOn(r, row))
                            || overlays.stream().anyMatch(o -> isOn(o.rectangle(), row));
            int from = y * a.columns();
            if (!hit) {
                stretch(from, from + a.columns(), false);
            } else if (blank.length > 0) {
                stretches(y);
            } else {
                for (int x = 0; x < a.columns(); x++) {
                    pixel(x, y);
                }
            }
        }
        changed += Arrays.equals(a.rest(), b.rest()) ? 0 : 1;
        String problem = "";
        if (leaked > 0) {
            problem = leaked + " samples inside a rectangle do not have the redaction value";
        }
        if (changed > 0) {
            problem += (problem.isEmpty() ? "" : ", ") + changed + " samples changed outside";
        }
        Set<ToleratedDifference> tolerated =
                signsDiffer ? Set.of(ToleratedDifference.SIGN_BITS) : Set.of();
        return new Found(inside, outside, cleared, tolerated, problem);
    }

    private static boolean isOn(PixelRectangle r, int row) {
        return row >= r.y() && row < r.bottom();
    }

    /** A row, stretch by stretch between the edges of rectangles. */
    private void stretches(int y) {
        int x = 0;
        while (x < a.columns()) {
            int insideEnd = x;
            int outsideEnd = a.columns();
            for (PixelRectangle r : rectangles) {
                if (isOn(r, y) && r.x() <= x && r.right() > x) {
                    insideEnd = Math.max(insideEnd, r.right());
                } else if (isOn(r, y) && r.x() > x) {
                    outsideEnd = Math.min(outsideEnd, r.x());
                }
            }
            boolean in = insideEnd > x;
            int end = in ? Math.min(insideEnd, a.columns()) : outsideEnd;
            stretch(y * a.columns() + x, y * a.columns() + end, in);
            x = end;
        }
    }

    /** Pixels of a row that are all inside or all outside. */
    private void stretch(int from, int to, boolean in) {
        int pixel = a.channels() * a.unit();
        int first = in ? from % a.columns() * pixel : from * pixel;
        byte[] expected = in ? blank : a.bytes();
        int length = (to - from) * pixel;
        int words = (to - from) * a.channels();
        int wrong = 0;
        if (!Arrays.equals(expected, first, first + length, b.bytes(), from * pixel, to * pixel)) {
            for (int i = from * a.channels(); i < to * a.channels(); i++) {
                long word = in ? fill[i % a.channels()] : a.word(i);
                wrong += differs(word, b.word(i)) == 0 ? 0 : 1;
            }
        }
        inside += in ? words - wrong : 0;
        outside += in ? 0 : words - wrong;
        leaked += in ? wrong : 0;
        changed += in ? 0 : wrong;
    }

    private void pixel(int x, int y) {
        boolean in = rectangles.stream().anyMatch(r -> r.contains(x, y));
        long clear = 0;
        for (ExpectedChanges.Bits bits : overlays) {
            clear |= bits.rectangle().contains(x, y) ? bits.mask() : 0;
        }
        cleared += Long.bitCount(clear);
        long written = in ? clear | ~kept : clear;
        int i = (y * a.columns() + x) * a.channels();
        for (int c = 0; c < a.channels(); c++, i++) {
            long word = a.word(i);
            long expected = (in ? word & kept | fill[c] : word) & ~clear;
            long wrong = differs(expected, b.word(i));
            inside += in && wrong == 0 ? 1 : 0;
            outside += !in && wrong == 0 ? 1 : 0;
            leaked += (wrong & written) != 0 ? 1 : 0;
            changed += wrong != 0 && (wrong & written) == 0 ? 1 : 0;
        }
    }

    /** The bits that are not as they must be. */
    private long differs(long expected, long word) {
        long wrong = expected ^ word;
        if ((wrong & signs) != 0) {
            long above = word & signs;
            boolean negative = (word >> highBit & 1) != 0;
            if (above == 0 || negative && above == signs) {
                signsDiffer = true;
                wrong &= ~signs;
            }
        }
        return wrong;
    }
}
