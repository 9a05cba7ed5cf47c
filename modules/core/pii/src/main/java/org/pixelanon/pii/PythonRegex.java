package org.pixelanon.pii;

import java.util.Optional;
import org.pixelanon.model.BoundedPattern;

/**
 * One line of a list: a regular expression as Python's {@code re} understands it, ready to be
 * matched.
 *
 * @param line 1-based line in its file
 * @param pattern the translated expression
 * @param shape what an automaton needs of it
 * @param literal the text, if the expression is one fixed text (in any case, if the flag says so)
 */
record PythonRegex(int line, BoundedPattern pattern, RegexNode shape, Optional<String> literal) {

    /** Longer texts are never released. */
    static final int LONGEST_TEXT = 2000;

    /**
     * Tells whether the expression matches the whole text.
     *
     * @throws BoundedPattern.TooManySteps if that cannot be told
     */
    boolean matches(String text) {
        return text.length() <= LONGEST_TEXT && pattern.matches(text);
    }
}
