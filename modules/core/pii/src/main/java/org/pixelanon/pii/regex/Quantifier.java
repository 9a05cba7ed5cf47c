package org.pixelanon.pii.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often the preceding element may occur: {@code *}, {@code +}, {@code ?}, <code>{m,n}</code>.
 */
record Quantifier(int min, int max, int length, String java) {

    private static final Pattern BRACES = Pattern.compile("\\{(\\d{0,4})(?:(,)(\\d{0,4}))?\\}");

    /** The quantifier at a place, or null; a brace that is none is an ordinary character. */
    static @Nullable Quantifier at(String source, int at) {
        if (at >= source.length()) {
            return null;
        }
        return switch (source.charAt(at)) {
            case '*' -> new Quantifier(0, RegexNode.Repeat.UNBOUNDED, 1, "*");
            case '+' -> new Quantifier(1, RegexNode.Repeat.UNBOUNDED, 1, "+");
            case '?' -> new Quantifier(0, 1, 1, "?");
            case '{' -> braces(source, at);
            default -> null;
        };
    }

    private static @Nullable Quantifier braces(String source, int at) {
        Matcher m = BRACES.matcher(source).region(at, source.length());
        if (!m.lookingAt() || (m.group(2) == null && m.group(1).isEmpty())) {
            return null;
        }
        int min = m.group(1).isEmpty() ? 0 : Integer.parseInt(m.group(1));
        if (m.group(2) == null) {
            return new Quantifier(min, min, m.end() - at, "{" + min + "}");
        }
        boolean open = m.group(3).isEmpty();
        int max = open ? RegexNode.Repeat.UNBOUNDED : Integer.parseInt(m.group(3));
        String java = "{" + min + "," + (open ? "" : m.group(3)) + "}";
        return new Quantifier(min, max, m.end() - at, java);
    }
}
