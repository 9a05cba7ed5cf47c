package org.pixelanon.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.regex.RegexList;

/**
 * Releases a line that is made of nothing but side markers, views, positions and technique, from a
 * list of our own ({@code harmless.txt}), also where recognition took one sign for another that
 * looks like it. What a surname or initials may be is released only beside something that is
 * neither. Immutable and thread-safe.
 */
public final class HarmlessList implements PiiDetector {

    private static final Pattern DEFINITION = Pattern.compile("(<[a-z]+>) = (.+)");
    private static final Pattern HEADING = Pattern.compile("== ([a-z]+):?.*");

    /** Letters glued to so many digits are an id, or a number whose 1 was read as l. */
    private static final Pattern LIKE_AN_ID =
            Pattern.compile("[A-Za-z]{1,3}(?=\\D{0,3}\\d)[0-9OoQIilSsZBG@?#&|!]{4,}");

    /** Quotes stand for strokes of letters beside them. */
    private static final Pattern QUOTES = Pattern.compile("[\"“”„]");

    /** Specks beside a line; no sign that stands for a letter or digit, no sign with a meaning. */
    private static final Pattern EDGES =
            Pattern.compile(
                    "^[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*.,:;—–-]+|[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*.,:;—–-]+$");

    /** A word of the list that is long enough to be known by its shape. */
    private static final Pattern LONG_WORD = Pattern.compile("(?<![A-Za-z<\\\\])[A-Z]{4,}");

    private static final Map<Character, String> ALIKE =
            Map.of(
                    'O', "[O0Q]", 'I', "[I1L|!]", 'L', "[L1I|!]", 'S', "[S5]", 'B', "[B8]", 'Z',
                    "[Z2]", 'G', "[G6]");

    private static final int MOST_WORDS = 60;
    private static final int LONGEST_ITEM = 8;

    /** The part of the list an item stands in; the heading of a part begins with its word. */
    private enum Part {
        MARKERS,
        SURE,
        UNSURE
    }

    /** What the items of the beginning of a line amount to. */
    private enum Reached {
        NOTHING,
        MARKER,
        UNSURE,
        SURE;

        Reached and(Part next) {
            if (this == SURE || next == Part.SURE) {
                return SURE;
            }
            return this == NOTHING && next == Part.MARKERS ? MARKER : UNSURE;
        }
    }

    private final Map<Part, RegexList> items = new EnumMap<>(Part.class);

    /** Reads the list from the class path. */
    public HarmlessList() {
        try (InputStream in = HarmlessList.class.getResourceAsStream("harmless.txt")) {
            if (in == null) {
                throw new IllegalStateException("harmless.txt is missing from the jar");
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<Part, List<String>> part : expressions(all.split("\n", -1)).entrySet()) {
                items.put(part.getKey(), RegexFile.of(part.getValue(), "harmless.txt"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("harmless.txt in the jar is broken", e);
        }
    }

    /** One expression for each line, with what is defined put in. */
    private static Map<Part, List<String>> expressions(String[] lines) {
        Map<String, String> definitions = new LinkedHashMap<>();
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            Matcher definition = DEFINITION.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (definition.matches()) {
                definitions.put(definition.group(1), expanded(definition.group(2), definitions));
            } else if (heading.matches()) {
                part = new ArrayList<>();
                parts.put(Part.valueOf(heading.group(1).toUpperCase(Locale.ROOT)), part);
            } else if (!line.startsWith("#") && !line.isBlank()) {
                part.add("(?i)" + expanded(lookAlikes(line), definitions));
            }
        }
        return parts;
    }

    private static String expanded(String line, Map<String, String> definitions) {
        String expanded = line;
        for (Map.Entry<String, String> definition : definitions.entrySet()) {
            expanded = expanded.replace(definition.getKey(), definition.getValue());
        }
        return expanded;
    }

    /**
     * No surname is a word of the list but for these exchanges; short words are taken as written.
     */
    private static String lookAlikes(String line) {
        return LONG_WORD
                .matcher(line)
                .replaceAll(
                        word -> {
                            StringBuilder alike = new StringBuilder();
                            for (char letter : word.group().toCharArray()) {
                                alike.append(
                                        ALIKE.getOrDefault(letter, Character.toString(letter)));
                            }
                            return Matcher.quoteReplacement(alike.toString());
                        });
    }

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        return isHarmless(folded(text))
                ? Optional.of(new Opinion(false, new Reason(Reason.Kind.BUILT_IN_LIST, "")))
                : Optional.empty();
    }

    /** Without accents, specks at its ends, and signs that no word holds; the case stays. */
    private static String folded(String text) {
        String unquoted = QUOTES.matcher(text).replaceAll("");
        return EDGES.matcher(PlainText.folded(unquoted)).replaceAll("");
    }

    private boolean isHarmless(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (text.isBlank() || words.length > MOST_WORDS) {
            return false;
        }
        List<Set<Reached>> reached = new ArrayList<>();
        for (int i = 0; i <= words.length; i++) {
            reached.add(EnumSet.noneOf(Reached.class));
        }
        reached.get(0).add(Reached.NOTHING);
        for (int from = 0; from < words.length; from++) {
            StringBuilder item = new StringBuilder();
            for (int to = from; to < words.length && to < from + LONGEST_ITEM; to++) {
                item.append(to > from ? " " : "").append(words[to]);
                if (!reached.get(from).isEmpty()) {
                    for (Part part : partsOf(bare(item.toString()))) {
                        for (Reached before : reached.get(from)) {
                            reached.get(to + 1).add(before.and(part));
                        }
                    }
                }
            }
        }
        Set<Reached> whole = reached.get(words.length);
        return whole.contains(Reached.SURE) || whole.contains(Reached.MARKER);
    }

    /** The parts of the list that know an item; none for what may be an id. */
    private Set<Part> partsOf(String item) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (!LIKE_AN_ID.matcher(item).matches()) {
            items.forEach(
                    (part, list) -> {
                        if (list.line(item, false).isPresent()) {
                            parts.add(part);
                        }
                    });
        }
        return parts;
    }

    /** Without the comma or semicolon that parts items. */
    private static String bare(String item) {
        return item.endsWith(",") || item.endsWith(";")
                ? item.substring(0, item.length() - 1)
                : item;
    }
}
