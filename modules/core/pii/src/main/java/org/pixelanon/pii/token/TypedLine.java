package org.pixelanon.pii.token;

import java.util.List;

/**
 * A line, part by part.
 *
 * @param tokens in the order of the line; one of type {@link TokenType#UNKNOWN} if the line as a
 *     whole is not explained
 * @param harmless whether every part is harmless, and each that may be something else is confirmed
 *     by its neighbours
 * @param firm whether every number is named by a label or a unit, and nothing was misread, so that
 *     a form such as that of a time says nothing
 */
public record TypedLine(List<Token> tokens, boolean harmless, boolean firm) {

    /** Copies the list. */
    public TypedLine {
        tokens = List.copyOf(tokens);
    }

    /**
     * The part that explains most: measurements before technique, and so on, as the types are
     * ordered.
     *
     * @return that part
     */
    public Token main() {
        Token main = tokens.get(0);
        for (Token token : tokens) {
            if (token.type().compareTo(main.type()) < 0) {
                main = token;
            }
        }
        return main;
    }

    /**
     * How sure the line is.
     *
     * @return the confidence of its least sure part, 0 to 1
     */
    public double confidence() {
        return tokens.stream().mapToDouble(Token::confidence).min().orElse(0);
    }
}
