package org.pixelanon.pipeline.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.PixelRectangle;

/** Finds private elements that distinguish files of one device with different rectangles. */
final class PrivateElements {

    private static final int LONGEST = 64;
    private static final int MOST_VALUES = 8;
    private static final int LAST_CREATOR = 0xFF;

    private PrivateElements() {}

    /** Short private values of a file, by tag. */
    static Map<Integer, String> of(Attributes attributes) {
        Map<Integer, String> values = new TreeMap<>();
        for (int tag : attributes.tags()) {
            boolean data = Tag.isPrivate(tag) && (tag & 0xFFFF) > LAST_CREATOR;
            if (data && attributes.length(tag) > 0 && attributes.length(tag) <= LONGEST) {
                values.put(
                        tag,
                        new String(attributes.getBytes(tag), StandardCharsets.ISO_8859_1).strip());
            }
        }
        return values;
    }

    /**
     * Elements that all files have and whose values never share a rectangle.
     *
     * @return a sentence each, without values
     */
    static List<String> separating(
            List<Map<Integer, String>> files, List<List<PixelRectangle>> rectangles) {
        List<String> sentences = new ArrayList<>();
        if (files.isEmpty()) {
            return sentences;
        }
        for (int tag : files.get(0).keySet()) {
            Map<String, Set<PixelRectangle>> places = new HashMap<>();
            boolean everywhere = true;
            for (int i = 0; i < files.size(); i++) {
                String value = files.get(i).get(tag);
                everywhere &= value != null;
                if (value != null) {
                    places.computeIfAbsent(value, v -> new HashSet<>()).addAll(rectangles.get(i));
                }
            }
            boolean few = places.size() > 1 && places.size() <= MOST_VALUES;
            if (everywhere && few && places.size() * 2 <= files.size() && apart(places)) {
                sentences.add(
                        String.format(
                                Locale.ROOT,
                                "the %d values of private element 0x%08X have different "
                                        + "rectangles: --group-by +0x%08X makes a rule for each",
                                places.size(),
                                tag,
                                tag));
            }
        }
        return sentences;
    }

    private static boolean apart(Map<String, Set<PixelRectangle>> places) {
        List<Set<PixelRectangle>> all = new ArrayList<>(places.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                for (PixelRectangle a : all.get(i)) {
                    if (all.get(j).stream().anyMatch(b -> isSame(a, b))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** More than half of the smaller one is shared. */
    private static boolean isSame(PixelRectangle a, PixelRectangle b) {
        long common = a.intersection(b).map(PixelRectangle::area).orElse(0L);
        return 2 * common > Math.min(a.area(), b.area());
    }
}
