package org.pixelanon.pii;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A list of regular expressions that must match a whole text, compiled once. Patterns without
 * special characters are looked up in a table; of the others only those are tried whose first
 * character can begin the text. Immutable and thread-safe.
 */
final class PatternList {

    private static final String SPECIAL = "\\[](){}.*+?^$|";

    private record Entry(int line, Pattern pattern) {}

    private final Map<String, Integer> literals = new HashMap<>();
    private final Map<Character, List<Entry>> byFirst = new HashMap<>();
    private final List<Entry> anyFirst = new ArrayList<>();

    private PatternList() {}

    /**
     * Reads a list: one pattern a line; blank lines and lines that begin with # are passed over.
     *
     * @param file UTF-8
     * @return the list
     * @throws PiiException if it cannot be read or a line is no pattern
     */
    static PatternList read(Path file) throws PiiException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PiiException(file + ": cannot be read", e);
        }
        return of(lines, file.toString());
    }

    static PatternList of(List<String> lines, String name) throws PiiException {
        PatternList list = new PatternList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    list.add(i + 1, line);
                } catch (PatternSyntaxException e) {
                    throw new PiiException(
                            name + ": line " + (i + 1) + ": " + e.getDescription(), e);
                }
            }
        }
        return list;
    }

    private void add(int line, String text) {
        String body = unanchored(text);
        if (isLiteral(body)) {
            literals.putIfAbsent(body, line);
            return;
        }
        Entry entry = new Entry(line, Pattern.compile(text));
        char first = body.charAt(0);
        boolean plainStart =
                SPECIAL.indexOf(first) < 0
                        && (body.length() == 1 || "*?{+".indexOf(body.charAt(1)) < 0)
                        && !body.contains("|");
        if (plainStart) {
            byFirst.computeIfAbsent(first, c -> new ArrayList<>()).add(entry);
        } else {
            anyFirst.add(entry);
        }
    }

    /** Anchors say nothing when the whole text must match. */
    private static String unanchored(String text) {
        String body = text.startsWith("^") ? text.substring(1) : text;
        boolean anchored = body.endsWith("$") && !body.endsWith("\\$");
        return anchored ? body.substring(0, body.length() - 1) : body;
    }

    private static boolean isLiteral(String body) {
        for (int i = 0; i < body.length(); i++) {
            if (SPECIAL.indexOf(body.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first line, in lookup order, whose pattern matches the whole text.
     *
     * @param text any text
     * @return the 1-based line, or empty if none matches
     */
    OptionalInt match(String text) {
        Integer literal = literals.get(text);
        if (literal != null) {
            return OptionalInt.of(literal);
        }
        if (!text.isEmpty()) {
            OptionalInt line = first(byFirst.getOrDefault(text.charAt(0), List.of()), text);
            if (line.isPresent()) {
                return line;
            }
        }
        return first(anyFirst, text);
    }

    private static OptionalInt first(List<Entry> entries, String text) {
        for (Entry entry : entries) {
            Matcher matcher = entry.pattern().matcher(text);
            if (matcher.matches()) {
                return OptionalInt.of(entry.line());
            }
        }
        return OptionalInt.empty();
    }
}
