package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.pixelanon.model.BoundedPattern;
import org.pixelanon.pii.regex.PythonRegex;
import org.pixelanon.pii.regex.PythonRegexParser;

/** Checks a list of expressions for problems before it is used. */
public final class AllowListCheck {

    /** Invented names, dates and numbers: an expression that matches one of them matches any. */
    private static final Map<String, String> PROBES =
            Map.of(
                    "Qwzxk Vbnmjhg", "name",
                    "QWZXK^VBNMJHG", "name",
                    "Qwzxkvbnm", "name",
                    "04.12.1873", "date",
                    "18731204", "date or number",
                    "7305916284", "number",
                    "QX7305916", "number");

    /** A text whose only special character is a dot or a question mark. */
    private static final Pattern UNESCAPED =
            Pattern.compile(
                    "(\\(\\?[a-z]+\\))?[^\\\\\\[\\](){}|*+^$]*(?<!\\\\)[.?][^\\\\\\[\\](){}|*+^$]*");

    /** A fixed text of letters and word separators. */
    private static final Pattern FIXED =
            Pattern.compile("(?:\\(\\?[a-z]+\\))?(?<text>[\\p{L}\\p{M}][\\p{L}\\p{M} '’-]*)");

    private static final Pattern DOT_OR_MARK = Pattern.compile("[.?]");

    /**
     * A finding about a line.
     *
     * @param line 1-based
     * @param error true for an error, false for a note
     * @param what the message; quotes no text of the list, but surnames of a public list of names
     */
    public record Remark(int line, boolean error, String what) {}

    /** Most surnames named for a line. */
    private static final int MOST_TOLD = 3;

    private AllowListCheck() {}

    /**
     * Checks a file.
     *
     * @param file one Python regular expression per line, UTF-8
     * @return the findings, in the order of lines
     * @throws PiiException if the file cannot be read
     */
    public static List<Remark> check(Path file) throws PiiException {
        List<String> lines = RegexFile.lines(file);
        List<Remark> remarks = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        PythonRegexParser parser = new PythonRegexParser();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || AllowListFile.isRemark(line)) {
                continue;
            }
            Integer first = seen.putIfAbsent(line, i + 1);
            if (first != null) {
                remarks.add(new Remark(i + 1, false, "duplicates line " + first));
                continue;
            }
            check(parser, line, i + 1, remarks);
        }
        return remarks;
    }

    /**
     * Finds the lines that match names.
     *
     * @param lines of an allow-list; invalid ones are skipped
     * @return one remark per line, in their order
     */
    public static List<Remark> names(List<String> lines) {
        List<Remark> remarks = new ArrayList<>();
        NameGuard guard = new NameGuard();
        PythonRegexParser parser = new PythonRegexParser();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !AllowListFile.isRemark(line)) {
                int number = i + 1;
                name(parser, guard, line, number)
                        .ifPresent(what -> remarks.add(new Remark(number, true, what)));
            }
        }
        return remarks;
    }

    private static Optional<String> name(
            PythonRegexParser parser, NameGuard guard, String line, int number) {
        PythonRegex expression;
        try {
            expression = parser.parse(line, number);
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // a list that contains it is refused
        }
        Matcher fixed = FIXED.matcher(line);
        if (fixed.matches() && guard.isName(fixed.group("text"))) {
            return Optional.of("matches a possible name");
        }
        return anybody(expression)
                .map(what -> "matches any " + what)
                .or(() -> surnames(expression));
    }

    private static void check(
            PythonRegexParser parser, String line, int number, List<Remark> remarks) {
        PythonRegex expression;
        try {
            expression = parser.parse(line, number);
        } catch (PatternSyntaxException e) {
            remarks.add(new Remark(number, true, e.getDescription()));
            return;
        }
        Optional<String> anybody = anybody(expression);
        anybody.ifPresent(what -> remarks.add(new Remark(number, true, "matches any " + what)));
        if (anybody.isEmpty()) {
            surnames(expression).ifPresent(what -> remarks.add(new Remark(number, false, what)));
        }
        if (expression.isNestedRepetition()) {
            remarks.add(
                    new Remark(
                            number,
                            false,
                            "has nested repetition: other tools may hang on it; here it may time "
                                    + "out and then matches nothing"));
        }
        if (!line.equals(line.strip())) {
            remarks.add(
                    new Remark(
                            number,
                            false,
                            "begins or ends with a blank, which recognised text never does"));
        }
        String text = line.replaceFirst("^\\(\\?[a-z]+\\)", "");
        if (UNESCAPED.matcher(line).matches() && DOT_OR_MARK.matcher(text).find()) {
            remarks.add(
                    new Remark(
                            number,
                            false,
                            "has an unescaped dot or question mark in what looks like a word"));
        }
    }

    private static Optional<String> anybody(PythonRegex expression) {
        return PROBES.entrySet().stream()
                .filter(probe -> matches(expression, probe.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    private static boolean matches(PythonRegex expression, String text) {
        try {
            return expression.matches(text);
        } catch (BoundedPattern.TooManySteps e) {
            return false; // it matches nothing, and its repetition is reported
        }
    }

    /** The surnames that an expression matches as whole texts, in their usual spellings. */
    private static Optional<String> surnames(PythonRegex expression) {
        List<String> released =
                Surnames.COMMON.stream()
                        .filter(expression::mayMatch)
                        .filter(
                                name ->
                                        matches(expression, name)
                                                || matches(
                                                        expression, name.toUpperCase(Locale.ROOT)))
                        .toList();
        if (released.isEmpty()) {
            return Optional.empty();
        }
        String told =
                released.stream()
                        .limit(MOST_TOLD)
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                released.size() == 1
                        ? "matches a common surname: " + told
                        : "matches "
                                + released.size()
                                + " common surnames: "
                                + told
                                + (released.size() > MOST_TOLD ? ", …" : ""));
    }
}
