package org.pixelanon.pii;

import org.pixelanon.model.FailureText;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.PatternSyntaxException;
import org.pixelanon.model.BoundedPattern;

/**
 * Expressions that must match a whole text, compiled once. Fixed texts are looked up, the rest is
 * asked only if the automaton cannot rule it out, and nothing counts as matched unless a regular
 * expression engine says so. Immutable to callers and thread-safe.
 */
final class RegexList {

    private static final int MOST_REPORTED = 5;
    private static final int GROUP = 12;

    private final Map<String, List<PythonRegex>> fixed = new HashMap<>();
    private final List<PythonRegex> others = new ArrayList<>();
    private final List<CharacterMask> masks = new ArrayList<>();

    /** Small, because equal endings of all expressions are one: says whether any may match. */
    private final LazyAutomaton any;

    /** Larger, asked about few texts: says which may match. */
    private final LazyAutomaton which;

    private RegexList(List<PythonRegex> expressions) {
        for (PythonRegex expression : expressions) {
            if (expression.literal().isPresent()) {
                String key = fold(expression.literal().get());
                fixed.computeIfAbsent(key, k -> new ArrayList<>()).add(expression);
            } else {
                others.add(expression);
                masks.add(CharacterMask.of(expression.shape()));
            }
        }
        List<RegexNode> shapes = others.stream().map(PythonRegex::shape).toList();
        any = new LazyAutomaton(shapes, Math.max(1, shapes.size()));
        which = new LazyAutomaton(shapes, GROUP);
    }

    /**
     * Reads a file, one expression a line, UTF-8, empty lines ignored.
     *
     * @throws PiiException if the file cannot be read, or naming every line that is broken
     */
    static RegexList read(Path file) throws PiiException {
        try {
            return of(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString());
        } catch (CharacterCodingException e) {
            throw new PiiException(file + ": not UTF-8", e);
        } catch (PiiException e) {
            throw e;
        } catch (IOException e) {
            throw new PiiException(file + ": cannot be read: " + FailureText.reason(e), e);
        }
    }

    /** A line of a file that may begin with a byte order mark. */
    static String unmarked(List<String> lines, int index) {
        String line = lines.get(index);
        return index == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    static RegexList of(List<String> lines, String name) throws PiiException {
        Map<String, CharTest> tests = new HashMap<>();
        List<PythonRegex> expressions = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = unmarked(lines, i);
            if (line.isBlank()) {
                continue;
            }
            try {
                expressions.add(PythonRegexParser.parse(line, i + 1, tests));
            } catch (PatternSyntaxException e) {
                broken.add("line " + (i + 1) + ": " + e.getDescription());
            }
        }
        if (!broken.isEmpty()) {
            int shown = Math.min(MOST_REPORTED, broken.size());
            String more = broken.size() > shown ? " and " + (broken.size() - shown) + " more" : "";
            throw new PiiException(
                    name + ": " + String.join("; ", broken.subList(0, shown)) + more);
        }
        return new RegexList(expressions);
    }

    /**
     * The 1-based line of an expression that matches the whole text.
     *
     * @param givenUp what is taken to be the answer of an expression that is given up
     */
    OptionalInt line(String text, boolean givenUp) {
        List<PythonRegex> same = fixed.get(fold(text));
        if (same != null) {
            for (PythonRegex expression : same) {
                if (matches(expression, text, givenUp)) {
                    return OptionalInt.of(expression.line());
                }
            }
        }
        if (text.length() > PythonRegex.LONGEST_TEXT || any.mayMatch(text).length == 0) {
            return OptionalInt.empty();
        }
        long letters = CharacterMask.bits(text);
        for (int group : which.mayMatch(text)) {
            int end = Math.min(others.size(), (group + 1) * GROUP);
            for (int i = group * GROUP; i < end; i++) {
                if (masks.get(i).allows(letters) && matches(others.get(i), text, givenUp)) {
                    return OptionalInt.of(others.get(i).line());
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean matches(PythonRegex expression, String text, boolean givenUp) {
        try {
            return expression.matches(text);
        } catch (BoundedPattern.TooManySteps e) {
            return givenUp;
        }
    }

    /** Texts that the JDK's engine takes as equal in any case have equal folds. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
        }
        return folded.toString();
    }
}
