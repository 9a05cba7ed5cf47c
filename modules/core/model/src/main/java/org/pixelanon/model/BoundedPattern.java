package org.pixelanon.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression from outside that always answers: in time linear in the length of the text,
 * or after a number of steps that is the same on every machine. JDK syntax. Immutable and
 * thread-safe.
 *
 * <p>The JDK's engine starts and its steps are counted. What it does not settle soon is settled by
 * RE2/J in linear time, unless the expression has look-around or back references, or the text has
 * characters that the engines treat differently (control characters, non-ASCII letters): then the
 * JDK's engine gets more steps, and gives up after them.
 */
public final class BoundedPattern {

    /** Characters the JDK's engine may look at before RE2/J is asked. */
    private static final int FEW_STEPS = 20_000;

    /** Characters it may look at where RE2/J cannot be asked; some 20 ms. */
    private static final int MOST_STEPS = 1_000_000;

    /** The JDK's engine calls itself for each repetition of a group: longer texts end its stack. */
    private static final int LONGEST_COUNTED = 2_000;

    private final Pattern jdk;

    private BoundedPattern(Pattern jdk) {
        this.jdk = jdk;
    }

    /** An expression was given up on a text. The message holds neither. */
    public static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooManySteps() {
            super("a regular expression takes too many steps", null, false, false);
        }
    }

    /**
     * Compiles an expression.
     *
     * @param expression in the syntax of {@link Pattern}
     * @param flags of {@link Pattern}
     * @return the expression
     * @throws java.util.regex.PatternSyntaxException if it is broken
     */
    public static BoundedPattern compile(String expression, int flags) {
        return new BoundedPattern(Pattern.compile(expression, flags));
    }

    /**
     * Returns whether the whole text matches.
     *
     * @param text any text
     * @return true if it does
     * @throws TooManySteps if that cannot be told in a bounded number of steps
     */
    public boolean matches(String text) {
        return settle(text, Matcher::matches, com.google.re2j.Matcher::matches);
    }

    /**
     * Returns whether a part of the text matches.
     *
     * @param text any text
     * @return true if it does
     * @throws TooManySteps if that cannot be told in a bounded number of steps
     */
    public boolean find(String text) {
        return settle(text, Matcher::find, com.google.re2j.Matcher::find);
    }

    private boolean settle(
            String text, Predicate<Matcher> ask, Predicate<com.google.re2j.Matcher> askLinear) {
        if (text.length() <= LONGEST_COUNTED) {
            try {
                return ask.test(jdk.matcher(new Counted(text, new int[] {FEW_STEPS})));
            } catch (TooManySteps e) {
                // asked once more below
            }
        }
        Optional<com.google.re2j.Pattern> linear = isPlain(text) ? linear(jdk) : Optional.empty();
        if (linear.isPresent()) {
            return askLinear.test(linear.get().matcher(text));
        }
        if (text.length() > LONGEST_COUNTED) {
            throw new TooManySteps();
        }
        return ask.test(jdk.matcher(new Counted(text, new int[] {MOST_STEPS})));
    }

    /**
     * Returns whether the expression repeats something that repeats, as {@code (a+)+} does. Other
     * tools may take forever over such an expression; here it may be given up.
     *
     * @return true if it is written so
     */
    public boolean isNestedRepetition() {
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean repeats = false;
        boolean closed = false;
        String e = jdk.pattern();
        for (int i = 0; i < e.length(); i++) {
            char c = e.charAt(i);
            boolean many = c == '*' || c == '+' || c == '{';
            if (closed && many && isMore(e, i)) {
                return true;
            }
            closed = false;
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = endOfSet(e, i);
            } else if (c == '(') {
                groups.push(repeats);
                repeats = false;
            } else if (c == ')' && !groups.isEmpty()) {
                closed = repeats;
                repeats |= groups.pop();
            } else if (many && isUnlimited(e, i)) {
                repeats = true;
            }
        }
        return false;
    }

    private static boolean isMore(String e, int at) {
        return e.charAt(at) != '{' || !e.startsWith("{0,1}", at) && !e.startsWith("{1}", at);
    }

    private static boolean isUnlimited(String e, int at) {
        int end = e.indexOf('}', at);
        return e.charAt(at) != '{' || end > at && e.charAt(end - 1) == ',';
    }

    private static int endOfSet(String e, int at) {
        int i = at + 1;
        while (i < e.length() && (e.charAt(i) != ']' || i == at + 1)) {
            i += e.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static Optional<com.google.re2j.Pattern> linear(Pattern jdk) {
        String expression = jdk.pattern();
        if (!isPlain(expression) || isOwnSyntax(expression) || has(jdk, Pattern.COMMENTS)) {
            return Optional.empty();
        }
        int flags =
                has(jdk, Pattern.CASE_INSENSITIVE) ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0;
        flags |= has(jdk, Pattern.MULTILINE) ? com.google.re2j.Pattern.MULTILINE : 0;
        flags |= has(jdk, Pattern.DOTALL) ? com.google.re2j.Pattern.DOTALL : 0;
        try {
            return Optional.of(com.google.re2j.Pattern.compile(expression, flags));
        } catch (com.google.re2j.PatternSyntaxException e) {
            return Optional.empty(); // not in RE2's language: its steps are counted
        }
    }

    private static boolean has(Pattern jdk, int flag) {
        return (jdk.flags() & flag) != 0;
    }

    /** Sets within sets, intersections and a few escapes are read otherwise by RE2. */
    private static boolean isOwnSyntax(String e) {
        for (int i = 0; i < e.length(); i++) {
            if (e.charAt(i) == '\\') {
                i++;
                if (i < e.length() && "0ZGXRhHvVNce".indexOf(e.charAt(i)) >= 0) {
                    return true;
                }
            } else if (e.charAt(i) == '[') {
                int end = endOfSet(e, i);
                String set = e.substring(i + 1, Math.min(end, e.length()));
                if (set.indexOf('[') >= 0 || set.contains("&&") || set.contains("\\0")) {
                    return true;
                }
                i = end;
            }
        }
        return false;
    }

    /** True if ends of lines, cases and kinds of letters are the same to both engines. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    /** A text that counts how often it is looked at. */
    private record Counted(String text, int[] left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), left);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
