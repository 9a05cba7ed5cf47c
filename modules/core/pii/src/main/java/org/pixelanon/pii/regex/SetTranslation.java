package org.pixelanon.pii.regex;

/**
 * Translates a set such as {@code [Oo0-9]}. The JDK reads brackets, {@code &&} and a leading
 * closing bracket inside a set differently, so every character is written as its number.
 */
final class SetTranslation {

    private final RegexSource in;
    private final StringBuilder java = new StringBuilder("[");

    SetTranslation(RegexSource in) {
        this.in = in;
    }

    String translate() {
        in.next();
        if (in.peek(0) == '^') {
            in.next();
            java.append('^');
        }
        boolean first = true;
        while (first || in.peek(0) != ']') {
            first = false;
            if (!in.more()) {
                throw in.error("unterminated character set");
            }
            item();
        }
        in.next();
        return java.append(']').toString();
    }

    private void item() {
        if (isClass()) {
            in.next();
            java.append('\\').append(in.next());
            return;
        }
        int from = character();
        java.append(RegexSource.quoted(from));
        if (in.peek(0) == '-' && in.peek(1) != ']' && in.peek(1) != 0) {
            in.next();
            if (isClass()) {
                throw in.error("bad character range");
            }
            int to = character();
            if (to < from) {
                throw in.error("bad character range");
            }
            java.append('-').append(RegexSource.quoted(to));
        }
    }

    private boolean isClass() {
        return in.peek(0) == '\\' && "dDsSwW".indexOf(in.peek(1)) >= 0;
    }

    private int character() {
        if (in.peek(0) == '\\') {
            if (in.peek(1) == 0) {
                throw in.error("unterminated character set");
            }
            return in.escapedCharacter();
        }
        char c = in.next();
        return Character.isHighSurrogate(c) ? Character.toCodePoint(c, in.next()) : c;
    }
}
