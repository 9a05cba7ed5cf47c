package org.pixelanon.pii.regex;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.BoundedPattern;

/**
 * A regular expression as Python's {@code re} understands it, ready to be matched. Immutable and
 * thread-safe.
 */
public final class PythonRegex {

    /** Longer texts are never matched. */
    static final int LONGEST_TEXT = 2000;

    private final int line;
    private final BoundedPattern pattern;
    private final RegexNode shape;
    private final CharacterMask mask;
    private final @Nullable String literal;

    /**
     * One line of a file.
     *
     * @param line 1-based line in its file
     * @param pattern the translated expression
     * @param shape what an automaton needs of it
     * @param literal the text, if the expression is one fixed text (in any case, if a flag says
     *     so); else null
     */
    PythonRegex(int line, BoundedPattern pattern, RegexNode shape, @Nullable String literal) {
        this.line = line;
        this.pattern = pattern;
        this.shape = shape;
        this.mask = CharacterMask.of(shape);
        this.literal = literal;
    }

    /** The 1-based line in its file. */
    int line() {
        return line;
    }

    RegexNode shape() {
        return shape;
    }

    CharacterMask mask() {
        return mask;
    }

    Optional<String> literal() {
        return Optional.ofNullable(literal);
    }

    /**
     * Returns whether the expression matches the whole text.
     *
     * @param text any text; one of more than 2000 characters is not matched
     * @return true if it does
     * @throws BoundedPattern.TooManySteps if that cannot be told
     */
    public boolean matches(String text) {
        return text.length() <= LONGEST_TEXT && pattern.matches(text);
    }

    /**
     * Tells at little cost that the expression does not match a text, because of the letters and
     * digits in it.
     *
     * @param text any text
     * @return false if it cannot match
     */
    public boolean mayMatch(String text) {
        return mask.allows(LetterBits.of(text));
    }

    /**
     * Returns whether the expression repeats what repeats, over which other engines may take
     * forever.
     *
     * @return true if it does
     */
    public boolean isNestedRepetition() {
        return pattern.isNestedRepetition();
    }
}
