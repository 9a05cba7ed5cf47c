package org.pixelanon.pipeline.format;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Region;

/**
 * The rectangle lists people type: {@code x0,y0,x1,y1} with both corners inside, or {@code
 * x0,y0,+w,+h} whose right edge is x0+w inclusive as in the Python tool; then optionally {@code
 * ,frame,overlay}; several separated by {@code ;}. Brackets and blanks are ignored.
 */
public final class RectangleOption {

    private RectangleOption() {}

    /**
     * Reads a list of rectangles.
     *
     * @param text what the person typed
     * @return the regions in that order, at least one
     * @throws IllegalArgumentException naming the rectangle that is malformed, inverted or entirely
     *     left of or above the image
     */
    public static List<Region> parse(String text) {
        List<Region> regions = new ArrayList<>();
        for (String item : text.replaceAll("[\\s()\\[\\]{}]", "").split(";", -1)) {
            if (!item.isEmpty()) {
                regions.add(parseOne(item));
            }
        }
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("no rectangle in '" + text + "'");
        }
        return List.copyOf(regions);
    }

    private static Region parseOne(String item) {
        String[] fields = item.split(",", -1);
        if (fields.length != 4 && fields.length != 6) {
            throw new IllegalArgumentException(
                    "rectangle '" + item + "' has " + fields.length + " numbers instead of 4 or 6");
        }
        int left = number(item, fields[0]);
        int top = number(item, fields[1]);
        int right = edge(item, left, fields[2]);
        int bottom = edge(item, top, fields[3]);
        int frame = fields.length == 6 ? number(item, fields[4]) : InclusiveBox.NONE;
        int overlay = fields.length == 6 ? number(item, fields[5]) : InclusiveBox.NONE;
        if (left < 0 || top < 0) {
            throw new IllegalArgumentException("rectangle '" + item + "' begins outside the image");
        }
        try {
            return new InclusiveBox(left, top, right, bottom, frame, overlay).toRegion();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("rectangle '" + item + "': " + e.getMessage(), e);
        }
    }

    private static int edge(String item, int start, String field) {
        return field.startsWith("+")
                ? start + number(item, field.substring(1))
                : number(item, field);
    }

    private static int number(String item, String field) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "rectangle '" + item + "': '" + field + "' is not a number", e);
        }
    }
}
