package org.pixelanon.pii;

/**
 * Translates a set such as {@code [Oo0-9]}. The JDK reads brackets, {@code &&} and a leading
 * closing bracket inside a set differently, so every character is written as its number.
 */
final class SetTranslation {

    private final PythonRegexParser parser;
    private final StringBuilder java = new StringBuilder("[");

    SetTranslation(PythonRegexParser parser) {
        this.parser = parser;
    }

    String translate() {
        parser.next();
        if (parser.peek(0) == '^') {
            parser.next();
            java.append('^');
        }
        boolean first = true;
        while (first || parser.peek(0) != ']') {
            first = false;
            if (!parser.more()) {
                throw parser.error("unterminated character set");
            }
            item();
        }
        parser.next();
        return java.append(']').toString();
    }

    private void item() {
        if (isClass()) {
            parser.next();
            java.append('\\').append(parser.next());
            return;
        }
        int from = character();
        java.append(PythonRegexParser.quoted(from));
        if (parser.peek(0) == '-' && parser.peek(1) != ']' && parser.peek(1) != 0) {
            parser.next();
            if (isClass()) {
                throw parser.error("bad character range");
            }
            int to = character();
            if (to < from) {
                throw parser.error("bad character range");
            }
            java.append('-').append(PythonRegexParser.quoted(to));
        }
    }

    private boolean isClass() {
        return parser.peek(0) == '\\' && "dDsSwW".indexOf(parser.peek(1)) >= 0;
    }

    private int character() {
        if (parser.peek(0) == '\\') {
            if (parser.peek(1) == 0) {
                throw parser.error("unterminated character set");
            }
            return parser.escapedCharacter();
        }
        char c = parser.next();
        return Character.isHighSurrogate(c) ? Character.toCodePoint(c, parser.next()) : c;
    }
}
