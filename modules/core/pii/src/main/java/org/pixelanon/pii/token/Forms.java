package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.pii.regex.PythonRegex;
import org.pixelanon.pii.regex.PythonRegexParser;
import org.pixelanon.pii.regex.RegexList;
import org.pixelanon.pii.token.Item.Strength;

/**
 * Finds what has the form of markers, views, positions, probes and technique, from a list of our
 * own ({@code forms.txt}), also where recognition took one sign for another that looks like it.
 * Immutable and thread-safe.
 */
final class Forms {

    private static final String FILE = "forms.txt";
    private static final Pattern DEFINITION = Pattern.compile("(<[a-z]+>) = (.+)");

    /** Letters glued to so many digits are an id, or a number whose 1 was read as l. */
    private static final Pattern LIKE_AN_ID =
            Pattern.compile("[A-Za-z]{1,3}(?=\\D{0,3}\\d)[0-9OoQIilSsZBG@?#&|!]{4,}");

    /**
     * A word of the list that is long enough to be known by its shape; a set of letters is none.
     */
    private static final Pattern LONG_WORD =
            Pattern.compile("(?<![A-Za-z<\\\\\\[])[A-Z]{4,}(?![^\\[\\]]*\\])");

    private static final Map<Character, String> ALIKE =
            Map.of(
                    'O', "[O0Q]", 'I', "[I1L|!]", 'L', "[L1I|!]", 'S', "[S5]", 'B', "[B8]", 'Z',
                    "[Z2]", 'G', "[G6]");

    private static final int LONGEST_ITEM = 8;

    /** What one heading announces. */
    private record Part(TokenType type, Strength strength, boolean firm) {}

    private final Map<Part, RegexList> items = new LinkedHashMap<>();

    Forms() {
        Map<String, String> definitions = new LinkedHashMap<>();
        Map<Part, List<PythonRegex>> parts = new LinkedHashMap<>();
        PythonRegexParser parser = new PythonRegexParser();
        DataFile.read(
                FILE,
                (file, line) -> {
                    Matcher definition = DEFINITION.matcher(line.text());
                    if (definition.matches()) {
                        definitions.put(
                                definition.group(1), expanded(definition.group(2), definitions));
                    } else {
                        String regex = "(?i)" + expanded(lookAlikes(line.text()), definitions);
                        parts.computeIfAbsent(part(line.heading()), p -> new ArrayList<>())
                                .add(parser.parse(regex, line.number()));
                    }
                });
        parts.forEach((part, list) -> items.put(part, new RegexList(list)));
    }

    private static Part part(List<String> heading) {
        return new Part(
                TokenType.valueOf(heading.get(0).toUpperCase(Locale.ROOT)),
                Strength.valueOf(heading.get(1).toUpperCase(Locale.ROOT)),
                heading.contains("firm"));
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

    /** Adds what begins at a part of a line, from blank to blank. */
    void add(Atoms atoms, int from, List<Item> found) {
        if (from > 0 && !atoms.get(from).spaced()) {
            return;
        }
        int words = 0;
        for (int to = from + 1; to <= atoms.size() && words < LONGEST_ITEM; to++) {
            if (to < atoms.size() && !atoms.get(to).spaced()) {
                continue;
            }
            words++;
            String item = bare(atoms.between(from, to));
            if (LIKE_AN_ID.matcher(item).matches()) {
                continue;
            }
            for (Map.Entry<Part, RegexList> part : items.entrySet()) {
                OptionalInt line = part.getValue().line(item, false);
                if (line.isPresent()) {
                    Part p = part.getKey();
                    String rule = "form (" + FILE + " line " + line.getAsInt() + ")";
                    found.add(new Item(from, to, p.type(), p.strength(), rule, 0, p.firm()));
                }
            }
        }
    }

    /** Without the comma or semicolon that parts items, and with single blanks. */
    private static String bare(String item) {
        String one = item.replaceAll("\\s+", " ");
        return one.endsWith(",") || one.endsWith(";") ? one.substring(0, one.length() - 1) : one;
    }
}
