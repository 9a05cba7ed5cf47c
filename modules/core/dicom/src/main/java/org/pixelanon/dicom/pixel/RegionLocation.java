package org.pixelanon.dicom.pixel;

import java.util.Optional;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.PixelRectangle;

/**
 * The position of a region according to its item (DICOM PS3.3 C.8.5.5.1.2), if any.
 *
 * @param minX leftmost column, not a number if the item does not state it as one
 * @param minY topmost row
 * @param maxX rightmost column
 * @param maxY lowest row
 */
record RegionLocation(double minX, double minY, double maxX, double maxY) {

    static RegionLocation of(Attributes item) {
        return new RegionLocation(
                item.getDouble(Tag.RegionLocationMinX0, Double.NaN),
                item.getDouble(Tag.RegionLocationMinY0, Double.NaN),
                item.getDouble(Tag.RegionLocationMaxX1, Double.NaN),
                item.getDouble(Tag.RegionLocationMaxY1, Double.NaN));
    }

    /** Why this is no part of an image; empty if it is, at least in part. */
    Optional<String> fault(int width, int height) {
        Optional<String> across =
                fault(minX, maxX, width, Tag.RegionLocationMinX0, Tag.RegionLocationMaxX1);
        return across.isPresent()
                ? across
                : fault(minY, maxY, height, Tag.RegionLocationMinY0, Tag.RegionLocationMaxY1);
    }

    private static Optional<String> fault(
            double from, double to, int size, int fromTag, int toTag) {
        if (!isPosition(from)) {
            return Optional.of(name(fromTag) + " is not a position");
        }
        if (!isPosition(to)) {
            return Optional.of(name(toTag) + " is not a position");
        }
        if (to < from) {
            return Optional.of(name(toTag) + " lies before " + name(fromTag));
        }
        return from < size
                ? Optional.empty()
                : Optional.of(name(fromTag) + " lies outside the image");
    }

    /** Whole, not negative, and no wrapped negative number. */
    private static boolean isPosition(double value) {
        return value >= 0 && value < Integer.MAX_VALUE && value == Math.rint(value);
    }

    private static String name(int tag) {
        return Dictionary.find(tag).orElseThrow().name() + " " + Tag.toString(tag);
    }

    /** The region; only without a fault. */
    PixelRectangle rectangle() {
        return PixelRectangle.ofInclusive((int) minX, (int) minY, (int) maxX, (int) maxY);
    }
}
