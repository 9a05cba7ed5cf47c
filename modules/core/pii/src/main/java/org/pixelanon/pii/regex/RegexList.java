package org.pixelanon.pii.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.pixelanon.model.BoundedPattern;

/**
 * Expressions that must match a whole text, compiled once. Fixed texts are looked up, the rest is
 * asked only if the automaton cannot rule it out, and nothing counts as matched unless a regular
 * expression engine says so. Immutable to callers and thread-safe.
 */
public final class RegexList {

    private static final int GROUP = 12;

    private final Map<String, List<PythonRegex>> fixed = new HashMap<>();
    private final List<PythonRegex> others = new ArrayList<>();

    /** Small, because equal endings of all expressions are one: says whether any may match. */
    private final LazyAutomaton any;

    /** Larger, asked about few texts: says which may match. */
    private final LazyAutomaton which;

    /**
     * A list.
     *
     * @param expressions in the order they are asked
     */
    public RegexList(List<PythonRegex> expressions) {
        for (PythonRegex expression : expressions) {
            if (expression.literal().isPresent()) {
                String key = fold(expression.literal().get());
                fixed.computeIfAbsent(key, k -> new ArrayList<>()).add(expression);
            } else {
                others.add(expression);
            }
        }
        List<RegexNode> shapes = others.stream().map(PythonRegex::shape).toList();
        any = new LazyAutomaton(shapes, Math.max(1, shapes.size()));
        which = new LazyAutomaton(shapes, GROUP);
    }

    /**
     * Finds an expression that matches the whole text.
     *
     * @param text any text
     * @param givenUp what is taken to be the answer of an expression that is given up
     * @return its 1-based line; empty if none does
     */
    public OptionalInt line(String text, boolean givenUp) {
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
        long letters = LetterBits.of(text);
        for (int group : which.mayMatch(text)) {
            int end = Math.min(others.size(), (group + 1) * GROUP);
            for (int i = group * GROUP; i < end; i++) {
                if (others.get(i).mask().allows(letters) && matches(others.get(i), text, givenUp)) {
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
