package org.pixelanon.pii;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a list: a regular expression as Python's {@code re} understands it, ready for the
 * JDK's engine.
 *
 * @param line 1-based line in its file
 * @param pattern the translated expression
 * @param shape what an automaton needs of it
 * @param literal the text, if the expression is one fixed text (in any case, if the flag says so)
 */
record PythonRegex(int line, Pattern pattern, RegexNode shape, Optional<String> literal) {

    /** Longer texts are never released: recursion in the JDK's engine could overflow the stack. */
    static final int LONGEST_TEXT = 2000;

    boolean matches(String text) {
        return text.length() <= LONGEST_TEXT && pattern.matcher(text).matches();
    }
}
