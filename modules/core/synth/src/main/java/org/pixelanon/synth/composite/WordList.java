package org.pixelanon.synth.composite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The words and templates that one split may use. Words of up to three letters, and templates of a
 * single word, are in all splits: R, L and mm are on every screen.
 */
final class WordList {
    /** Words and texts up to this length are in all splits. */
    static final int SHORT = 3;

    private static final Pattern BARE = Pattern.compile("[a-z]+ \\{\\w+}");

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<TextClass, List<String>> templates = new EnumMap<>(TextClass.class);

    WordList(Split split) {
        for (String line : lines("words.txt")) {
            int colon = line.indexOf(':');
            String kind = line.substring(0, colon);
            List<String> own = new ArrayList<>();
            for (String word : line.substring(colon + 2).split("\\|", -1)) {
                if (word.length() <= SHORT || split.holds(id(word))) {
                    own.add(word);
                }
            }
            words.put(kind, own);
        }
        words.put("brand", brands(split));
        for (TextClass kind : TextClass.values()) {
            templates.put(kind, new ArrayList<>());
        }
        for (String line : lines("phrases.txt")) {
            if (BARE.matcher(line).matches() || split.holds("template:" + line)) {
                int blank = line.indexOf(' ');
                String kind = line.substring(0, blank).toUpperCase(Locale.ROOT);
                templates(TextClass.valueOf(kind)).add(line.substring(blank + 1));
            }
        }
    }

    /** Every combination of head and tail, whatever their splits: only the whole word counts. */
    private static List<String> brands(Split split) {
        List<String> own = new ArrayList<>();
        for (String head : WordList.ofAll("brandhead")) {
            for (String tail : WordList.ofAll("brandtail")) {
                if (split.holds(id(head + tail))) {
                    own.add(head + tail);
                }
            }
        }
        return own;
    }

    private static List<String> ofAll(String kind) {
        String line =
                lines("words.txt").stream()
                        .filter(l -> l.startsWith(kind + ": "))
                        .findFirst()
                        .orElseThrow();
        return List.of(line.substring(kind.length() + 2).split("\\|", -1));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, resource),
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of a word, the same for all its kinds and spellings. */
    private static String id(String word) {
        return "word:" + word.toLowerCase(Locale.ROOT);
    }

    /** The words of a kind; empty if there is no such kind. */
    List<String> words(String kind) {
        return words.getOrDefault(kind, List.of());
    }

    /** The templates of a class. */
    List<String> templates(TextClass kind) {
        return Objects.requireNonNull(templates.get(kind), "every class has templates");
    }
}
