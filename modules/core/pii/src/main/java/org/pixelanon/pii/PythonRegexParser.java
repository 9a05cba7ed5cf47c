package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.pixelanon.model.BoundedPattern;

/**
 * Translates an expression of Python's {@code re} (3.11) to the JDK's syntax, because they differ
 * in sets, flags, named groups, {@code \Z} and what a dot takes. What cannot be translated is
 * refused. Not thread-safe; the cache of character tests is shared by the expressions of one file.
 */
final class PythonRegexParser {

    private final Map<String, CharTest> tests;
    private final String source;
    private final StringBuilder java = new StringBuilder();
    private final StringBuilder literal = new StringBuilder();
    private final Map<String, Integer> names = new HashMap<>();
    private int at;
    private int groups;
    private int flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
    private boolean isLiteral = true;

    private PythonRegexParser(String source, Map<String, CharTest> tests) {
        this.source = source;
        this.tests = tests;
    }

    /**
     * Translates one expression.
     *
     * @throws PatternSyntaxException if it is broken or cannot be translated
     */
    static PythonRegex parse(String source, int line, Map<String, CharTest> tests) {
        PythonRegexParser parser = new PythonRegexParser(source, tests);
        parser.globalFlags();
        RegexNode shape = parser.choice();
        if (parser.more()) {
            throw parser.error("unbalanced parenthesis");
        }
        BoundedPattern pattern = BoundedPattern.compile(parser.java.toString(), parser.flags);
        Optional<String> literal =
                parser.isLiteral ? Optional.of(parser.literal.toString()) : Optional.empty();
        return new PythonRegex(line, pattern, shape, literal);
    }

    private void globalFlags() {
        while (source.startsWith("(?", at) && source.indexOf(')', at) > 0) {
            int end = source.indexOf(')', at);
            String letters = source.substring(at + 2, end);
            if (letters.isEmpty() || !letters.chars().allMatch(c -> "aimsux".indexOf(c) >= 0)) {
                return;
            }
            for (char letter : letters.toCharArray()) {
                switch (letter) {
                    case 'i' -> flags |= Pattern.CASE_INSENSITIVE;
                    case 'm' -> flags |= Pattern.MULTILINE;
                    case 's' -> flags |= Pattern.DOTALL;
                    case 'a' -> flags &= ~(Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);
                    case 'u' -> {}
                    default -> throw error("flag x is not supported");
                }
            }
            at = end + 1;
        }
    }

    private RegexNode choice() {
        List<RegexNode> options = new ArrayList<>();
        options.add(sequence());
        while (more() && source.charAt(at) == '|') {
            isLiteral = false;
            at++;
            java.append('|');
            options.add(sequence());
        }
        return options.size() == 1 ? options.get(0) : new RegexNode.Choice(options);
    }

    private RegexNode sequence() {
        List<RegexNode> parts = new ArrayList<>();
        while (more() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
    }

    private RegexNode quantified(RegexNode body) {
        Quantifier quantifier = Quantifier.at(source, at);
        if (quantifier == null) {
            return body;
        }
        isLiteral = false;
        at += quantifier.length();
        java.append(quantifier.java());
        if (more() && (source.charAt(at) == '?' || source.charAt(at) == '+')) {
            java.append(source.charAt(at++));
        }
        if (Quantifier.at(source, at) != null) {
            throw error("multiple repeat");
        }
        return new RegexNode.Repeat(body, quantifier.min(), quantifier.max());
    }

    private RegexNode atom() {
        if (Quantifier.at(source, at) != null) {
            throw error("nothing to repeat");
        }
        int c = source.codePointAt(at);
        switch (c) {
            case '(' -> {
                isLiteral = false;
                return group();
            }
            case '[' -> {
                isLiteral = false;
                return one(new SetTranslation(this).translate());
            }
            case '\\' -> {
                return escape();
            }
            case '.' -> {
                isLiteral = false;
                at++;
                return one(".");
            }
            case '^', '$' -> {
                isLiteral = false;
                at++;
                java.append((char) c);
                return RegexNode.EMPTY;
            }
            default -> {
                at += Character.charCount(c);
                return character(c);
            }
        }
    }

    private RegexNode character(int c) {
        literal.appendCodePoint(c);
        return one(quoted(c));
    }

    /** A character without any special meaning in the JDK's syntax. */
    static String quoted(int c) {
        boolean plain = c == ' ' || (c < 128 && Character.isLetterOrDigit(c));
        return plain ? Character.toString(c) : String.format(Locale.ROOT, "\\x{%x}", c);
    }

    private RegexNode one(String javaSource) {
        java.append(javaSource);
        int key = flags;
        return new RegexNode.One(
                tests.computeIfAbsent(
                        key + " " + javaSource,
                        k -> new CharTest(Pattern.compile(javaSource, key))));
    }

    private RegexNode escape() {
        if (at + 1 >= source.length()) {
            throw error("bad escape (end of pattern)");
        }
        char c = source.charAt(at + 1);
        if (c == 'A' || c == 'b' || c == 'B' || c == 'Z') {
            isLiteral = false;
            at += 2;
            java.append('\\').append(c == 'Z' ? 'z' : c);
            return RegexNode.EMPTY;
        }
        if ("dDsSwW".indexOf(c) >= 0) {
            isLiteral = false;
            at += 2;
            return one("\\" + c);
        }
        if (c >= '1' && c <= '9') {
            return backReference();
        }
        return character(escapedCharacter());
    }

    private RegexNode backReference() {
        isLiteral = false;
        int end = at + 2;
        if (end < source.length() && Character.isDigit(source.charAt(end))) {
            end++;
        }
        int number = Integer.parseInt(source.substring(at + 1, end));
        at = end;
        return reference(number);
    }

    private RegexNode reference(int number) {
        if (number > groups) {
            throw error("invalid group reference " + number);
        }
        java.append("(?:\\").append(number).append(')');
        return RegexNode.ANYTHING;
    }

    /** Reads an escape that stands for one character, at a backslash, and moves behind it. */
    int escapedCharacter() {
        char c = source.charAt(at + 1);
        at += 2;
        switch (c) {
            case 'x' -> {
                return hex(2);
            }
            case 'u' -> {
                return hex(4);
            }
            case 'U' -> {
                return hex(8);
            }
            case '0' -> {
                int value = 0;
                for (int i = 0;
                        i < 2 && more() && Character.digit(source.charAt(at), 8) >= 0;
                        i++) {
                    value = value * 8 + Character.digit(source.charAt(at++), 8);
                }
                return value;
            }
            default -> {
                int known = "abfnrtv".indexOf(c);
                if (known >= 0) {
                    return "\u0007\b\f\n\r\t\u000b".charAt(known);
                }
                if (Character.isLetterOrDigit(c) && c < 128) {
                    throw error("bad escape \\" + c);
                }
                at--;
                int whole = source.codePointAt(at);
                at += Character.charCount(whole);
                return whole;
            }
        }
    }

    private int hex(int digits) {
        try {
            int value = Integer.parseInt(source.substring(at, at + digits), 16);
            at += digits;
            return value;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            PatternSyntaxException broken = error("incomplete escape");
            broken.initCause(e);
            throw broken;
        }
    }

    private RegexNode group() {
        if (!source.startsWith("(?", at)) {
            at++;
            return body("(", true, true);
        }
        for (String plain : List.of("(?:", "(?>")) {
            if (source.startsWith(plain, at)) {
                at += plain.length();
                return body(plain, false, true);
            }
        }
        for (String looking : List.of("(?=", "(?!", "(?<=", "(?<!")) {
            if (source.startsWith(looking, at)) {
                at += looking.length();
                return body(looking, false, false);
            }
        }
        if (source.startsWith("(?#", at)) {
            at = closing() + 1;
            return RegexNode.EMPTY;
        }
        if (source.startsWith("(?P<", at)) {
            int end = source.indexOf('>', at);
            if (end < 0) {
                throw error("missing >, unterminated name");
            }
            names.put(source.substring(at + 4, end), groups + 1);
            at = end + 1;
            return body("(", true, true);
        }
        if (source.startsWith("(?P=", at)) {
            int end = closing();
            Integer number = names.get(source.substring(at + 4, end));
            if (number == null) {
                throw error("unknown group name");
            }
            at = end + 1;
            return reference(number);
        }
        return scopedFlags();
    }

    private RegexNode scopedFlags() {
        int colon = source.indexOf(':', at);
        String letters = colon < 0 ? "" : source.substring(at + 2, colon);
        if (!letters.matches("[ims]*(-[ims]+)?") || letters.isEmpty()) {
            throw error("this group is not supported");
        }
        at = colon + 1;
        int outer = flags;
        boolean on = true;
        for (char letter : letters.toCharArray()) {
            if (letter == '-') {
                on = false;
                continue;
            }
            int flag =
                    letter == 'i'
                            ? Pattern.CASE_INSENSITIVE
                            : letter == 'm' ? Pattern.MULTILINE : Pattern.DOTALL;
            flags = on ? flags | flag : flags & ~flag;
        }
        RegexNode inner = body("(?" + letters + ":", false, true);
        flags = outer;
        return inner;
    }

    private RegexNode body(String opening, boolean capturing, boolean consuming) {
        java.append(opening);
        if (capturing) {
            groups++;
        }
        RegexNode inner = choice();
        if (!more() || source.charAt(at) != ')') {
            throw error("missing ), unterminated subpattern");
        }
        at++;
        java.append(')');
        return consuming ? inner : RegexNode.EMPTY;
    }

    private int closing() {
        int end = source.indexOf(')', at);
        if (end < 0) {
            throw error("missing ), unterminated subpattern");
        }
        return end;
    }

    boolean more() {
        return at < source.length();
    }

    /** The next character, which is passed over. */
    char next() {
        if (!more()) {
            throw error("unterminated character set");
        }
        return source.charAt(at++);
    }

    /** The character at a distance from the next, or 0 at the end. */
    char peek(int distance) {
        return at + distance < source.length() ? source.charAt(at + distance) : 0;
    }

    PatternSyntaxException error(String reason) {
        return new PatternSyntaxException(reason, source, at);
    }
}
