package org.pixelanon.barcodes;

import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;

/**
 * Computes the rectangle of a code from the points of its decoder.
 *
 * @param seen the detected area, inside the plane
 * @param covered the code; null if it is only a line of a picture that decodes like one
 */
record CodePlace(PixelRectangle seen, @Nullable PixelRectangle covered) {

    /**
     * The points of a QR code are the centres of its finder patterns; a quarter more covers the
     * smallest.
     */
    private static final double BEYOND_QR = .25;

    /** The points of PDF417 are the corners of its rows. */
    private static final double BEYOND_PDF = .04;

    private static final int PADDING = 4;

    /** Bars of fewer rows are lines of a picture. */
    private static final int LEAST_ROWS = 8;

    /** Correlation with the row that was decoded from which a row belongs to the same bars. */
    private static final double SAME_BARS = .7;

    /** Rows with a scratch or the edge of a letter that are skipped. */
    private static final int MOST_MISSED = 2;

    /**
     * Margin at each end of bars, relative to their length, since decoders stop inside the code.
     */
    private static final double BEYOND_BARS = .06;

    /** The bars of a linear code, if any. */
    Optional<PixelRectangle> code() {
        return Optional.ofNullable(covered);
    }

    static CodePlace of(Result result, Greys greys) {
        List<ResultPoint> points =
                Arrays.stream(result.getResultPoints()).filter(Objects::nonNull).toList();
        Box box = Box.around(points);
        return switch (result.getBarcodeFormat()) {
            case QR_CODE -> whole(matrix(points, box), BEYOND_QR, greys);
            case PDF_417 -> whole(box, BEYOND_PDF, greys);
            default -> bars(box.inside(greys), greys);
        };
    }

    private static CodePlace whole(Box box, double beyond, Greys greys) {
        double side = Math.max(box.right - box.left, box.bottom - box.top);
        PixelRectangle code = box.grown(beyond * side + PADDING).inside(greys);
        return new CodePlace(code, code);
    }

    /** Left, top, right, bottom in pixels. */
    private record Box(double left, double top, double right, double bottom) {

        static Box around(List<ResultPoint> points) {
            return new Box(
                    points.stream().mapToDouble(ResultPoint::getX).min().orElseThrow(),
                    points.stream().mapToDouble(ResultPoint::getY).min().orElseThrow(),
                    points.stream().mapToDouble(ResultPoint::getX).max().orElseThrow(),
                    points.stream().mapToDouble(ResultPoint::getY).max().orElseThrow());
        }

        Box and(double x, double y) {
            return new Box(
                    Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
        }

        Box grown(double more) {
            return new Box(left - more, top - more, right + more, bottom + more);
        }

        /** The pixels it touches; at least one. */
        PixelRectangle inside(Greys greys) {
            int x = (int) Math.max(0, Math.min(greys.width() - 1, Math.floor(left)));
            int y = (int) Math.max(0, Math.min(greys.height() - 1, Math.floor(top)));
            int toX = (int) Math.min(greys.width(), Math.max(x, Math.ceil(right)) + 1);
            int toY = (int) Math.min(greys.height(), Math.max(y, Math.ceil(bottom)) + 1);
            return PixelRectangle.ofEdges(x, y, toX, toY);
        }
    }

    /** A matrix code, whose fourth corner follows from three. */
    private static Box matrix(List<ResultPoint> points, Box box) {
        Box whole = box;
        if (points.size() >= 3) {
            ResultPoint a = points.get(0);
            ResultPoint b = points.get(1);
            ResultPoint c = points.get(2);
            whole = box.and(a.getX() + c.getX() - b.getX(), a.getY() + c.getY() - b.getY());
        }
        return whole;
    }

    /** Bars, one row of which was decoded: as far up and down as rows are alike. */
    private static CodePlace bars(PixelRectangle row, Greys greys) {
        Rows rows = new Rows(greys, row.x(), row.right());
        int middle = row.y() + row.height() / 2;
        int top = rows.alike(middle, -1, -1);
        int bottom = rows.alike(middle, 1, greys.height()) + 1;
        int beyond = (int) (BEYOND_BARS * row.width()) + PADDING;
        PixelRectangle bars = PixelRectangle.ofEdges(row.x(), top, row.right(), bottom);
        PixelRectangle grown =
                bars.grow(beyond, PADDING).clip(greys.width(), greys.height()).orElse(bars);
        return new CodePlace(grown, bottom - top < LEAST_ROWS ? null : grown);
    }

    /** Rows of a plane between the ends of bars. */
    private record Rows(Greys greys, int from, int to) {

        /** The last row in a direction that is like the one that was decoded. */
        int alike(int middle, int step, int end) {
            int last = middle;
            int missed = 0;
            for (int row = middle; row != end && missed <= MOST_MISSED; row += step) {
                boolean alike = correlation(middle, row) >= SAME_BARS;
                last = alike ? row : last;
                missed = alike ? 0 : missed + 1;
            }
            return last;
        }

        private double correlation(int one, int other) {
            int n = to - from;
            double a = 0;
            double b = 0;
            double aa = 0;
            double bb = 0;
            double ab = 0;
            for (int x = from; x < to; x++) {
                int p = greys.at(x, one);
                int q = greys.at(x, other);
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
            double spread = (aa - a * a / n) * (bb - b * b / n);
            return spread <= 0 ? 0 : (ab - a * b / n) / Math.sqrt(spread);
        }
    }
}
