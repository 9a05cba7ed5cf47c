package org.pixelanon.review.item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;

/**
 * Merges suggestions of several origins for the same thing: found text, a rule, similar files,
 * ultrasound regions. One of them remains and names the others; accepting it blanks what any of
 * them would blank. Suggestions that were already decided do not come back under another origin.
 * Pure.
 */
public final class Origins {

    /** Rectangles are the same if they share this part of their union. */
    static final double SHARED = 0.6;

    private Origins() {}

    /**
     * Merges suggestions for the same thing.
     *
     * @param found items that are kept: rows of the database
     * @param suggestions other suggestions, the most certain origin first
     * @param planes the planes of the file
     * @return the rows and the remaining suggestions
     */
    public static List<ReviewItem> merged(
            List<ReviewItem> found, List<ReviewItem> suggestions, List<PlaneGeometry> planes) {
        List<ReviewItem> all = new ArrayList<>(found);
        for (ReviewItem suggestion : suggestions) {
            Optional<Set<Integer>> hosts = hosts(suggestion, all, planes);
            if (hosts.isEmpty()) {
                all.add(suggestion);
            } else {
                hosts.get().forEach(i -> all.set(i, all.get(i).with(origin(suggestion))));
            }
        }
        return all;
    }

    private static Origin origin(ReviewItem suggestion) {
        return new Origin(suggestion.layer(), suggestion.region().rectangle(), suggestion.reason());
    }

    /**
     * The items that represent a suggestion on each of its planes.
     *
     * @return their indexes, without decided ones; empty if some plane has none
     */
    private static Optional<Set<Integer>> hosts(
            ReviewItem suggestion, List<ReviewItem> all, List<PlaneGeometry> planes) {
        Set<Integer> hosts = new HashSet<>();
        InclusiveBox box = InclusiveBox.of(suggestion.region());
        for (int i = 0; i < all.size(); i++) {
            if (InclusiveBox.of(all.get(i).region()).equals(box) && waits(all.get(i))) {
                return Optional.of(Set.of(i)); // both would be stored as the same row
            }
        }
        boolean any = false;
        for (PlaneGeometry geometry : planes) {
            Plane plane = geometry.plane();
            if (!suggestion.isOn(plane)) {
                continue;
            }
            any = true;
            int host = host(suggestion, plane, all);
            if (host < 0) {
                return Optional.empty();
            }
            if (all.get(host).verdict() == Verdict.UNDECIDED) {
                hosts.add(host);
            }
        }
        return any ? Optional.of(hosts) : Optional.empty();
    }

    private static boolean waits(ReviewItem item) {
        return item.verdict() == Verdict.UNDECIDED && item.sensitive();
    }

    private static int host(ReviewItem suggestion, Plane plane, List<ReviewItem> all) {
        for (int i = 0; i < all.size(); i++) {
            ReviewItem item = all.get(i);
            if (item.layer() != suggestion.layer()
                    && item.isOn(plane)
                    && standsFor(item, suggestion.region().rectangle())) {
                return i;
            }
        }
        return -1;
    }

    /** A text judged harmless does not represent a suggestion to blank. */
    private static boolean standsFor(ReviewItem item, PixelRectangle suggested) {
        PixelRectangle own = item.region().rectangle();
        return switch (item.verdict()) {
            case REDACT -> own.contains(suggested);
            case KEEP -> isSame(own, suggested);
            case UNDECIDED -> item.sensitive() && isSame(own, suggested);
        };
    }

    private static boolean isSame(PixelRectangle one, PixelRectangle other) {
        long shared = one.intersection(other).map(PixelRectangle::area).orElse(0L);
        return shared >= SHARED * (one.area() + other.area() - shared);
    }
}
