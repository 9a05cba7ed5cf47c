package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;

/** The condition under which a rule matches a file. */
public sealed interface Condition {

    /** True for every file. */
    Condition ALWAYS = new Constant(true);

    /**
     * True for every file or for none.
     *
     * @param value which
     */
    record Constant(boolean value) implements Condition {}

    /**
     * A conjunction.
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
     * A disjunction.
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
     * A negation.
     *
     * @param term what must not hold
     */
    record Not(Condition term) implements Condition {}

    /** Criteria of a recipe. Case and blanks around values are ignored. */
    enum Criterion {
        /** A regular expression occurs in one of the values. */
        CONTAINS,
        /** It occurs in none. */
        NOTCONTAINS,
        /** One of the values is the text, or one of the texts between {@code |}. */
        EQUALS,
        /** None of the values is. */
        NOTEQUALS,
        /** The element is absent. */
        MISSING,
        /** The element is present, with or without a value. */
        PRESENT,
        /** The element is present without a value. */
        EMPTY;

        /**
         * Returns whether the criterion takes a value.
         *
         * @return false if it needs only a field
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
     * @param value the text or expression; empty if the criterion takes none
     */
    record Deid(Criterion criterion, Field field, String value) implements Condition {}

    /** Methods of a script. Several values are one text, separated by backslashes. */
    enum Method {
        /** The value equals the text; an absent element is an empty text. */
        EQUALS("equals"),
        /** The value contains the text. */
        CONTAINS("contains"),
        /** The value begins with the text. */
        STARTS_WITH("startsWith"),
        /** The value ends with the text. */
        ENDS_WITH("endsWith"),
        /** A regular expression matches the whole value. */
        MATCHES("matches"),
        /** The number in the value is smaller; false if there is none. */
        IS_LESS_THAN("isLessThan"),
        /** The number in the value is larger; false if there is none. */
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
         * @return false if texts are compared
         */
        public boolean isNumeric() {
            return this == IS_LESS_THAN || this == IS_GREATER_THAN;
        }
    }

    /**
     * A term of a script.
     *
     * @param method which
     * @param ignoreCase whether case is ignored
     * @param field of which element
     * @param argument the text or expression
     */
    record Ctp(Method method, boolean ignoreCase, Field field, String argument)
            implements Condition {}

    /**
     * The flat conjunction of several conditions.
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
     * The flat disjunction of several conditions.
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
