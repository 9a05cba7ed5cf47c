package org.pixelanon.pipeline.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixelanon.model.PixelRectangle;

/**
 * Compares readings with the truth. A text and a reading belong together if they share at least
 * half of the smaller one; connected ones are compared as one text, line by line from left to
 * right, with single spaces between. Case and spaces count.
 */
final class Readings {

    private Readings() {}

    /**
     * Compares the texts of one plane.
     *
     * @param texts what stands there
     * @param found what was read
     * @return how each text was read whose words the truth knows
     */
    static Map<TruthBox, BoxScore.Reading> of(List<TruthBox> texts, List<FoundText> found) {
        int[] root = new int[texts.size() + found.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        for (int t = 0; t < texts.size(); t++) {
            for (int f = 0; f < found.size(); f++) {
                if (belong(texts.get(t).box(), found.get(f).rectangle())) {
                    root[top(root, texts.size() + f)] = top(root, t);
                }
            }
        }
        Map<Integer, List<TruthBox>> stand = new HashMap<>();
        Map<Integer, List<FoundText>> read = new HashMap<>();
        for (int t = 0; t < texts.size(); t++) {
            stand.computeIfAbsent(top(root, t), k -> new ArrayList<>()).add(texts.get(t));
        }
        for (int f = 0; f < found.size(); f++) {
            int group = top(root, texts.size() + f);
            read.computeIfAbsent(group, k -> new ArrayList<>()).add(found.get(f));
        }
        Map<TruthBox, BoxScore.Reading> readings = new IdentityHashMap<>();
        stand.forEach(
                (group, some) -> compare(some, read.getOrDefault(group, List.of()), readings));
        return readings;
    }

    private static int top(int[] root, int of) {
        int at = of;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    private static boolean belong(PixelRectangle a, PixelRectangle b) {
        return a.intersection(b)
                .map(common -> 2 * common.area() >= Math.min(a.area(), b.area()))
                .orElse(false);
    }

    private static void compare(
            List<TruthBox> texts, List<FoundText> found, Map<TruthBox, BoxScore.Reading> readings) {
        if (texts.stream().anyMatch(t -> t.text().isEmpty())) {
            return;
        }
        String truth = joined(texts, TruthBox::box, TruthBox::text);
        String read = joined(found, FoundText::rectangle, FoundText::text);
        int errors = distance(truth.codePoints().toArray(), read.codePoints().toArray());
        double letters = texts.stream().mapToInt(Readings::letters).sum();
        for (TruthBox text : texts) {
            double share = errors * letters(text) / letters;
            readings.put(text, new BoxScore.Reading(share, letters(text), errors == 0));
        }
    }

    private static int letters(TruthBox text) {
        return text.text().codePointCount(0, text.text().length());
    }

    private static <T> String joined(
            List<T> parts, Function<T, PixelRectangle> place, Function<T, String> text) {
        Comparator<T> down = Comparator.comparingInt(p -> place.apply(p).y());
        Comparator<T> right = Comparator.comparingInt(p -> place.apply(p).x());
        List<T> left = new ArrayList<>(parts);
        left.sort(down.thenComparing(right));
        List<T> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            int bottom = place.apply(left.get(0)).bottom();
            List<T> line =
                    left.stream()
                            .filter(
                                    p ->
                                            2 * place.apply(p).y() + place.apply(p).height()
                                                    < 2 * bottom)
                            .sorted(right.thenComparing(down))
                            .toList();
            List<T> next = line.isEmpty() ? List.of(left.get(0)) : line;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered.stream()
                .map(text)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The least number of characters to insert, remove or change (Levenshtein 1966). */
    static int distance(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length];
    }
}
