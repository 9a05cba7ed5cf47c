package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What recognition makes of a text, by the mistakes that were measured. */
public final class ReadingNoise {

    private static final Map<String, List<String>> READ = new HashMap<>();

    static {
        Misreadings.LETTERS.forEach(
                (read, stood) -> stood.chars().forEach(s -> add((char) s + "", read + "")));
        Misreadings.PAIRS.forEach((read, stood) -> add(stood, read));
        Misreadings.DIGITS.forEach((read, stood) -> add(stood + "", read + ""));
        READ.values().forEach(read -> read.sort(null)); // their maps have another order each time
    }

    private ReadingNoise() {}

    private static void add(String stood, String read) {
        READ.computeIfAbsent(stood, s -> new ArrayList<>()).add(read);
    }

    /** The text with so many mistakes at drawn places, fewer if nothing in it is ever misread. */
    public static String misread(String text, int mistakes, Random random) {
        String noisy = text;
        for (int i = 0; i < mistakes; i++) {
            noisy = once(noisy, random);
        }
        return noisy;
    }

    private static String once(String text, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (READ.containsKey(text.substring(i, i + 1))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        int at = places.get(random.nextInt(places.size()));
        List<String> read = READ.get(text.substring(at, at + 1));
        return text.substring(0, at)
                + read.get(random.nextInt(read.size()))
                + text.substring(at + 1);
    }
}
