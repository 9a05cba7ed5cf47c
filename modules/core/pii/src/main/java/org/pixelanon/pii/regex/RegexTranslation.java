package org.pixelanon.pii.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.pixelanon.model.BoundedPattern;

/**
 * Translates an expression of Python's {@code re} (3.11) to the JDK's syntax, because they differ
 * in sets, flags, named groups, {@code \Z} and what a dot takes. Not thread-safe.
 */
final class RegexTranslation {

    private final Map<String, CharClass> classes;
    private final RegexSource in;
    private final StringBuilder java = new StringBuilder();
    private final StringBuilder literal = new StringBuilder();
    private final Map<String, Integer> names = new HashMap<>();
    private int groups;
    private int flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
    private boolean isLiteral = true;

    private RegexTranslation(String source, Map<String, CharClass> classes) {
        this.in = new RegexSource(source);
        this.classes = classes;
    }

    /**
     * Translates one expression.
     *
     * @param line 1-based line in its file
     * @param classes those that were made before; new ones are added
     * @throws PatternSyntaxException if it is broken or cannot be translated
     */
    static PythonRegex of(String source, int line, Map<String, CharClass> classes) {
        RegexTranslation translation = new RegexTranslation(source, classes);
        translation.globalFlags();
        RegexNode shape = translation.choice();
        if (translation.in.more()) {
            throw translation.in.error("unbalanced parenthesis");
        }
        BoundedPattern pattern =
                BoundedPattern.compile(translation.java.toString(), translation.flags);
        String literal = translation.isLiteral ? translation.literal.toString() : null;
        return new PythonRegex(line, pattern, shape, literal);
    }

    private void globalFlags() {
        while (in.startsWith("(?") && in.distance(')') > 0) {
            int end = in.distance(')');
            String letters = in.ahead(2, end);
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
                    default -> throw in.error("flag x is not supported");
                }
            }
            in.skip(end + 1);
        }
    }

    private RegexNode choice() {
        List<RegexNode> options = new ArrayList<>();
        options.add(sequence());
        while (in.isAt("|")) {
            isLiteral = false;
            in.skip(1);
            java.append('|');
            options.add(sequence());
        }
        return options.size() == 1 ? options.get(0) : new RegexNode.Choice(options);
    }

    private RegexNode sequence() {
        List<RegexNode> parts = new ArrayList<>();
        while (in.more() && !in.isAt("|)")) {
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
    }

    private RegexNode quantified(RegexNode body) {
        Quantifier quantifier = in.quantifier();
        if (quantifier == null) {
            return body;
        }
        isLiteral = false;
        in.skip(quantifier.length());
        java.append(quantifier.java());
        if (in.isAt("?+")) {
            java.append(in.next());
        }
        if (in.quantifier() != null) {
            throw in.error("multiple repeat");
        }
        return new RegexNode.Repeat(body, quantifier.min(), quantifier.max());
    }

    private RegexNode atom() {
        if (in.quantifier() != null) {
            throw in.error("nothing to repeat");
        }
        switch (in.peek(0)) {
            case '(' -> {
                isLiteral = false;
                return group();
            }
            case '[' -> {
                isLiteral = false;
                return one(new SetTranslation(in).translate());
            }
            case '\\' -> {
                return escape();
            }
            case '.' -> {
                isLiteral = false;
                in.skip(1);
                return one(".");
            }
            case '^', '$' -> {
                isLiteral = false;
                java.append(in.next());
                return RegexNode.EMPTY;
            }
            default -> {
                return character(in.nextCodePoint());
            }
        }
    }

    private RegexNode character(int c) {
        literal.appendCodePoint(c);
        return one(RegexSource.quoted(c));
    }

    private RegexNode one(String javaSource) {
        java.append(javaSource);
        int key = flags;
        return new RegexNode.One(
                classes.computeIfAbsent(
                        key + " " + javaSource,
                        k -> new CharClass(Pattern.compile(javaSource, key))));
    }

    private RegexNode escape() {
        if (in.ends(1)) {
            throw in.error("bad escape (end of pattern)");
        }
        char c = in.peek(1);
        if (c == 'A' || c == 'b' || c == 'B' || c == 'Z') {
            isLiteral = false;
            in.skip(2);
            java.append('\\').append(c == 'Z' ? 'z' : c);
            return RegexNode.EMPTY;
        }
        if ("dDsSwW".indexOf(c) >= 0) {
            isLiteral = false;
            in.skip(2);
            return one("\\" + c);
        }
        if (c >= '1' && c <= '9') {
            return backReference();
        }
        return character(in.escapedCharacter());
    }

    private RegexNode backReference() {
        isLiteral = false;
        in.skip(1);
        int digits = Character.isDigit(in.peek(1)) ? 2 : 1;
        return reference(Integer.parseInt(in.take(digits)));
    }

    private RegexNode reference(int number) {
        if (number > groups) {
            throw in.error("invalid group reference " + number);
        }
        java.append("(?:\\").append(number).append(')');
        return RegexNode.ANYTHING;
    }

    private RegexNode group() {
        if (!in.startsWith("(?")) {
            in.skip(1);
            return body("(", true, true);
        }
        for (String plain : List.of("(?:", "(?>")) {
            if (in.startsWith(plain)) {
                in.skip(plain.length());
                return body(plain, false, true);
            }
        }
        for (String looking : List.of("(?=", "(?!", "(?<=", "(?<!")) {
            if (in.startsWith(looking)) {
                in.skip(looking.length());
                return body(looking, false, false);
            }
        }
        if (in.startsWith("(?#")) {
            in.skip(closing() + 1);
            return RegexNode.EMPTY;
        }
        if (in.startsWith("(?P<")) {
            int end = in.distance('>');
            if (end < 0) {
                throw in.error("missing >, unterminated name");
            }
            names.put(in.ahead(4, end), groups + 1);
            in.skip(end + 1);
            return body("(", true, true);
        }
        if (in.startsWith("(?P=")) {
            int end = closing();
            Integer number = names.get(in.ahead(4, end));
            if (number == null) {
                throw in.error("unknown group name");
            }
            in.skip(end + 1);
            return reference(number);
        }
        return scopedFlags();
    }

    private RegexNode scopedFlags() {
        int colon = in.distance(':');
        String letters = colon < 0 ? "" : in.ahead(2, colon);
        if (!letters.matches("[ims]*(-[ims]+)?") || letters.isEmpty()) {
            throw in.error("this group is not supported");
        }
        in.skip(colon + 1);
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
        if (!in.isAt(")")) {
            throw in.error("missing ), unterminated subpattern");
        }
        in.skip(1);
        java.append(')');
        return consuming ? inner : RegexNode.EMPTY;
    }

    /** How far the end of this group is away. */
    private int closing() {
        int end = in.distance(')');
        if (end < 0) {
            throw in.error("missing ), unterminated subpattern");
        }
        return end;
    }
}
