package org.pixelanon.summary;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A time in which a person marked one file after the other without a long pause.
 *
 * @param user who
 * @param start when the first file was marked
 * @param seconds how long each later file took: from the mark before it to its own
 */
record Sitting(String user, LocalDateTime start, List<Long> seconds) {

    /** Pause that ends a sitting. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    Sitting {
        seconds = List.copyOf(seconds);
    }

    /**
     * Finds the sittings in which files were marked. Marks of one person in the same second were
     * made for a group of files at once and count as one.
     *
     * @param marks in any order
     * @return the sittings of two marks or more, by their start
     */
    static List<Sitting> of(List<ReviewEvent> marks) {
        Map<String, List<LocalDateTime>> byUser =
                marks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReviewEvent::user,
                                        TreeMap::new,
                                        Collectors.mapping(ReviewEvent::at, Collectors.toList())));
        List<Sitting> sittings = new ArrayList<>();
        byUser.forEach((user, times) -> add(user, times, sittings));
        sittings.sort(Comparator.comparing(Sitting::start).thenComparing(Sitting::user));
        return sittings;
    }

    private static void add(String user, List<LocalDateTime> times, List<Sitting> sittings) {
        List<LocalDateTime> sorted = times.stream().distinct().sorted().toList();
        List<Long> seconds = new ArrayList<>();
        LocalDateTime start = sorted.get(0);
        for (int i = 1; i <= sorted.size(); i++) {
            Duration took =
                    i < sorted.size()
                            ? Duration.between(sorted.get(i - 1), sorted.get(i))
                            : PAUSE.plusSeconds(1);
            if (took.compareTo(PAUSE) <= 0) {
                seconds.add(took.toSeconds());
            } else {
                if (!seconds.isEmpty()) {
                    sittings.add(new Sitting(user, start, seconds));
                }
                seconds.clear();
                start = i < sorted.size() ? sorted.get(i) : start;
            }
        }
    }
}
