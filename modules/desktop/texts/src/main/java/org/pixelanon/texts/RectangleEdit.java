package org.pixelanon.texts;

import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.item.ReviewItem;

/** Computes a rectangle from a number typed over its place or size. */
final class RectangleEdit {

    /** The numbers of a rectangle. */
    enum Part {
        /** Leftmost column. */
        X,
        /** Topmost row. */
        Y,
        /** Columns. */
        WIDTH,
        /** Rows. */
        HEIGHT;

        /** The current number. */
        int of(PixelRectangle rectangle) {
            return switch (this) {
                case X -> rectangle.x();
                case Y -> rectangle.y();
                case WIDTH -> rectangle.width();
                case HEIGHT -> rectangle.height();
            };
        }
    }

    private RectangleEdit() {}

    /**
     * A rectangle with another number, clipped to its plane: a place moves it, a size stretches it.
     *
     * @param old the rectangle as it is
     * @param part the number to change
     * @param value the number typed
     * @param bounds the pixels of the plane
     * @return the new rectangle; empty if no pixel of it would lie on the plane
     */
    static Optional<PixelRectangle> with(
            PixelRectangle old, Part part, int value, PixelRectangle bounds) {
        boolean size = part == Part.WIDTH || part == Part.HEIGHT;
        int most = Integer.MAX_VALUE / 2;
        if (size ? value < 1 : value < -most) {
            return Optional.empty();
        }
        // limits the number so that additions do not overflow
        int number = Math.min(value, most);
        PixelRectangle wanted =
                switch (part) {
                    case X -> new PixelRectangle(number, old.y(), old.width(), old.height());
                    case Y -> new PixelRectangle(old.x(), number, old.width(), old.height());
                    case WIDTH -> new PixelRectangle(old.x(), old.y(), number, old.height());
                    case HEIGHT -> new PixelRectangle(old.x(), old.y(), old.width(), number);
                };
        return bounds.intersection(wanted);
    }

    /**
     * The pixels available to an item.
     *
     * @param file the file
     * @param item one of its items
     * @return the bounds of the largest of its planes; empty if the file has none of them
     */
    static Optional<PixelRectangle> bounds(OpenFile file, ReviewItem item) {
        return file.planes().stream()
                .filter(p -> item.isOn(p.plane()))
                .map(PlaneGeometry::bounds)
                .reduce(PixelRectangle::union);
    }
}
