package org.pixelanon.pii.regex;

import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** An expression that is read from its beginning to its end. Not thread-safe. */
final class RegexSource {

    private final String text;
    private int at;

    RegexSource(String text) {
        this.text = text;
    }

    /** Whether something is left to be read. */
    boolean more() {
        return at < text.length();
    }

    /** The next character, which is skipped. */
    char next() {
        if (!more()) {
            throw error("unterminated character set");
        }
        return text.charAt(at++);
    }

    /** The next code point, which is skipped; something must be left. */
    int nextCodePoint() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** The character at a distance from the next, or 0 at the end. */
    char peek(int distance) {
        return at + distance < text.length() ? text.charAt(at + distance) : 0;
    }

    /** Whether the next character is one of several. */
    boolean isAt(String characters) {
        return more() && characters.indexOf(text.charAt(at)) >= 0;
    }

    /** Whether there is nothing at a distance from the next character. */
    boolean ends(int distance) {
        return at + distance >= text.length();
    }

    boolean startsWith(String words) {
        return text.startsWith(words, at);
    }

    /** Passes over some characters, which are there. */
    void skip(int count) {
        at += count;
    }

    /** How far the next one of a character is away; negative if there is none. */
    int distance(char c) {
        int found = text.indexOf(c, at);
        return found < 0 ? -1 : found - at;
    }

    /** Passes over some characters, which are there, and returns them. */
    String take(int count) {
        at += count;
        return text.substring(at - count, at);
    }

    /** Characters ahead, from a distance on up to another, which are there. */
    String ahead(int from, int to) {
        return text.substring(at + from, at + to);
    }

    /** How often the thing before may stand; null if nothing is said of that. */
    @Nullable Quantifier quantifier() {
        return Quantifier.at(text, at);
    }

    /** Reads an escape that stands for one character, at a backslash, and moves behind it. */
    int escapedCharacter() {
        char c = text.charAt(at + 1);
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
                for (int i = 0; i < 2 && more() && Character.digit(text.charAt(at), 8) >= 0; i++) {
                    value = value * 8 + Character.digit(text.charAt(at++), 8);
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
                return nextCodePoint();
            }
        }
    }

    private int hex(int digits) {
        try {
            int value = Integer.parseInt(text.substring(at, at + digits), 16);
            at += digits;
            return value;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            PatternSyntaxException broken = error("incomplete escape");
            broken.initCause(e);
            throw broken;
        }
    }

    /** A character without any special meaning in the JDK's syntax. */
    static String quoted(int c) {
        boolean plain = c == ' ' || (c < 128 && Character.isLetterOrDigit(c));
        return plain ? Character.toString(c) : String.format(Locale.ROOT, "\\x{%x}", c);
    }

    /** What is wrong at this place. */
    PatternSyntaxException error(String reason) {
        return new PatternSyntaxException(reason, text, at);
    }
}
