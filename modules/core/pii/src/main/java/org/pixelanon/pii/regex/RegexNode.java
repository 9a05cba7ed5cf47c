package org.pixelanon.pii.regex;

import java.util.List;

/**
 * The shape of a regular expression as far as an automaton needs it. It may match more than the
 * expression does, never less: assertions are dropped and back references match anything.
 */
sealed interface RegexNode {

    /** Matches nothing but the empty text. */
    RegexNode EMPTY = new Sequence(List.of());

    /** Matches every text. */
    RegexNode ANYTHING = new Repeat(new One(CharClass.ANY), 0, Repeat.UNBOUNDED);

    /** One character. */
    record One(CharClass characters) implements RegexNode {}

    /** One after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {}

    /** One of several. */
    record Choice(List<RegexNode> options) implements RegexNode {}

    /** Several times the same. */
    record Repeat(RegexNode body, int min, int max) implements RegexNode {
        static final int UNBOUNDED = Integer.MAX_VALUE;
    }
}
