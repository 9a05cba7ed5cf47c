package org.pixelanon.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Releases a line that is made of nothing but side markers, views, positions and technique, from a
 * list of our own ({@code harmless.txt}), also where recognition took one sign for another that
 * looks like it. Immutable and thread-safe.
 */
public final class HarmlessList implements PiiDetector {

    private static final Pattern DEFINITION = Pattern.compile("(<[a-z]+>) = (.+)");

    /** Letters glued to so many digits are an id, or a number whose 1 was read as l. */
    private static final Pattern LIKE_AN_ID =
            Pattern.compile("[A-Za-z]{1,3}(?=\\D{0,3}\\d)[0-9OoQIilSsZBG@?#&|!]{4,}");

    /** Quotes stand for strokes of letters beside them. */
    private static final Pattern QUOTES = Pattern.compile("[\"“”„]");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Specks beside a line; no sign that stands for a letter or digit, no sign with a meaning. */
    private static final Pattern EDGES =
            Pattern.compile(
                    "^[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*.,:;—–-]+|[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*.,:;—–-]+$");

    /** A word of the list that is long enough to be known by its shape. */
    private static final Pattern LONG_WORD = Pattern.compile("(?<![A-Za-z<\\\\])[A-Z]{4,}");

    /** Signs that no name holds, and what they are a bad reading of. */
    private static final Map<Character, Character> SIGNS =
            Map.of('¥', 'V', '$', 'S', '€', 'E', '™', 'T', '¦', '|');

    private static final Map<Character, String> ALIKE =
            Map.of(
                    'O', "[O0Q]", 'I', "[I1L|!]", 'L', "[L1I|!]", 'S', "[S5]", 'B', "[B8]", 'Z',
                    "[Z2]", 'G', "[G6]");

    private static final int MOST_WORDS = 60;
    private static final int LONGEST_ITEM = 8;

    private final RegexList items;

    /** Reads the list from the class path. */
    public HarmlessList() {
        try (InputStream in = HarmlessList.class.getResourceAsStream("harmless.txt")) {
            if (in == null) {
                throw new IllegalStateException("harmless.txt is missing from the jar");
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            items = RegexList.of(expressions(all.split("\n", -1)), "harmless.txt");
        } catch (IOException e) {
            throw new UncheckedIOException("harmless.txt in the jar is broken", e);
        }
    }

    /** One expression for each line; comments and definitions become empty. */
    private static List<String> expressions(String[] lines) {
        Map<String, String> definitions = new LinkedHashMap<>();
        List<String> expressions = new ArrayList<>();
        for (String line : lines) {
            Matcher definition = DEFINITION.matcher(line);
            if (definition.matches()) {
                definitions.put(definition.group(1), expanded(definition.group(2), definitions));
                expressions.add("");
            } else if (line.startsWith("#") || line.isBlank()) {
                expressions.add("");
            } else {
                expressions.add("(?i)" + expanded(lookAlikes(line), definitions));
            }
        }
        return expressions;
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
        StringBuilder known = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            known.append((char) SIGNS.getOrDefault(c, c));
        }
        String unquoted = QUOTES.matcher(known).replaceAll("");
        String apart = Normalizer.normalize(unquoted, Normalizer.Form.NFD);
        return EDGES.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll("");
    }

    private boolean isHarmless(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (text.isBlank() || words.length > MOST_WORDS) {
            return false;
        }
        boolean[] reached = new boolean[words.length + 1];
        reached[0] = true;
        for (int from = 0; from < words.length; from++) {
            StringBuilder item = new StringBuilder();
            for (int to = from;
                    reached[from] && to < words.length && to < from + LONGEST_ITEM;
                    to++) {
                item.append(to > from ? " " : "").append(words[to]);
                String bare = bare(item.toString());
                reached[to + 1] |=
                        !LIKE_AN_ID.matcher(bare).matches() && items.line(bare).isPresent();
            }
        }
        return reached[words.length];
    }

    /** Without the comma or semicolon that parts items. */
    private static String bare(String item) {
        return item.endsWith(",") || item.endsWith(";")
                ? item.substring(0, item.length() - 1)
                : item;
    }
}
