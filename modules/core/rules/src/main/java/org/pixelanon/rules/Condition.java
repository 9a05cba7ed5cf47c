package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;

/** What must hold of a file for a rule to match it. */
public sealed interface Condition {

    /** Holds of every file. */
    Condition ALWAYS = new Constant(true);

    /**
     * Holds of every file or of none.
     *
     * @param value which
     */
    record Constant(boolean value) implements Condition {}

    /**
     * All of several.
     *
     * @param terms two or more, none of them {@link All}
     */
    record All(List<Condition> terms) implements Condition {
        /** Copies the list. */
        public All {
            terms = List.copyOf(terms);
        }
    }

    /**
     * At least one of several.
     *
     * @param terms two or more, none of them {@link Any}
     */
    record Any(List<Condition> terms) implements Condition {
        /** Copies the list. */
        public Any {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The contrary.
     *
     * @param term what must not hold
     */
    record Not(Condition term) implements Condition {}

    /** Criteria of a recipe. Case does not matter; blanks around values do not count. */
    enum Criterion {
        /** A regular expression is found in one of the values. */
        CONTAINS,
        /** It is found in none. */
        NOTCONTAINS,
        /** One of the values is the text, or one of the texts between {@code |}. */
        EQUALS,
        /** None is. */
        NOTEQUALS,
        /** The element is not there. */
        MISSING,
        /** The element is there, with or without a value. */
        PRESENT,
        /** The element is there without a value. */
        EMPTY;

        /**
         * Returns whether a value belongs to it.
         *
         * @return false for what needs only a field
         */
        public boolean hasValue() {
            return ordinal() <= NOTEQUALS.ordinal();
        }
    }

    /**
     * A criterion of a recipe.
     *
     * @param criterion which
     * @param field of which element
     * @param value the text or expression; empty where none belongs to the criterion
     */
    record Deid(Criterion criterion, Field field, String value) implements Condition {}

    /** Methods of a script. Several values count as one text with backslashes between. */
    enum Method {
        /** The text itself; an absent element is an empty text. */
        EQUALS("equals"),
        /** The text occurs. */
        CONTAINS("contains"),
        /** The text stands at the beginning. */
        STARTS_WITH("startsWith"),
        /** The text stands at the end. */
        ENDS_WITH("endsWith"),
        /** A regular expression matches the whole. */
        MATCHES("matches"),
        /** The number in the text is smaller; false if there is none. */
        IS_LESS_THAN("isLessThan"),
        /** The number in the text is larger; false if there is none. */
        IS_GREATER_THAN("isGreaterThan");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /**
         * The word in a script.
         *
         * @return e.g. {@code startsWith}
         */
        public String word() {
            return word;
        }

        /**
         * Returns whether numbers are compared.
         *
         * @return false for what compares texts
         */
        public boolean isNumeric() {
            return this == IS_LESS_THAN || this == IS_GREATER_THAN;
        }
    }

    /**
     * A term of a script.
     *
     * @param method which
     * @param ignoreCase whether case does not matter
     * @param field of which element
     * @param argument the text or expression
     */
    record Ctp(Method method, boolean ignoreCase, Field field, String argument)
            implements Condition {}

    /**
     * All of several, flat.
     *
     * @param terms any number
     * @return the one term, or all of them; {@link #ALWAYS} for none
     */
    static Condition all(List<Condition> terms) {
        List<Condition> flat = new ArrayList<>();
        for (Condition term : terms) {
            if (term instanceof All all) {
                flat.addAll(all.terms());
            } else {
                flat.add(term);
            }
        }
        return flat.isEmpty() ? ALWAYS : flat.size() == 1 ? flat.get(0) : new All(flat);
    }

    /**
     * At least one of several, flat.
     *
     * @param terms at least one
     * @return the one term, or any of them
     */
    static Condition any(List<Condition> terms) {
        List<Condition> flat = new ArrayList<>();
        for (Condition term : terms) {
            if (term instanceof Any any) {
                flat.addAll(any.terms());
            } else {
                flat.add(term);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Any(flat);
    }
}
