package org.pixelanon.rules;

import java.util.List;
import java.util.Locale;
import org.pixelanon.model.BoundedPattern;

/** Decides, as far as their text allows, whether one condition follows from another. */
final class Implication {

    private Implication() {}

    /** True only if every file that fulfils the first certainly fulfils the second. */
    static boolean holds(Condition from, Condition to) {
        if (from.equals(to) || to.equals(Condition.ALWAYS)) {
            return true;
        }
        if (from instanceof Condition.Any any) {
            return any.terms().stream().allMatch(t -> holds(t, to));
        }
        if (to instanceof Condition.All all) {
            return all.terms().stream().allMatch(t -> holds(from, t));
        }
        if (to instanceof Condition.Any any && any.terms().stream().anyMatch(t -> holds(from, t))) {
            return true;
        }
        if (from instanceof Condition.All all) {
            return all.terms().stream().anyMatch(t -> holds(t, to));
        }
        if (from instanceof Condition.Ctp f && to instanceof Condition.Ctp t) {
            return f.field().equals(t.field()) && follows(f, t);
        }
        return from instanceof Condition.Deid f
                && to instanceof Condition.Deid t
                && f.field().equals(t.field())
                && follows(f, t);
    }

    private static boolean follows(Condition.Ctp from, Condition.Ctp to) {
        if (to.method().isNumeric()) {
            return compared(from, to);
        }
        if (from.method().isNumeric()) {
            return false;
        }
        if (from.ignoreCase() && !to.ignoreCase()
                || from.method() == Condition.Method.MATCHES
                || to.method() == Condition.Method.MATCHES) {
            return false;
        }
        String has = to.ignoreCase() ? from.argument().toLowerCase(Locale.ROOT) : from.argument();
        String needs = to.ignoreCase() ? to.argument().toLowerCase(Locale.ROOT) : to.argument();
        boolean whole = from.method() == Condition.Method.EQUALS;
        return switch (to.method()) {
            case EQUALS -> whole && has.equals(needs);
            case CONTAINS -> has.contains(needs);
            case STARTS_WITH ->
                    (whole || from.method() == Condition.Method.STARTS_WITH)
                            && has.startsWith(needs);
            case ENDS_WITH ->
                    (whole || from.method() == Condition.Method.ENDS_WITH) && has.endsWith(needs);
            case MATCHES, IS_LESS_THAN, IS_GREATER_THAN -> false;
        };
    }

    private static boolean compared(Condition.Ctp from, Condition.Ctp to) {
        double has = ConditionMatcher.number(from.argument()).orElse(Double.NaN);
        double limit = ConditionMatcher.number(to.argument()).orElse(Double.NaN);
        boolean less = to.method() == Condition.Method.IS_LESS_THAN;
        if (from.method() == to.method()) {
            return less ? has <= limit : has >= limit;
        }
        boolean exact = from.method() == Condition.Method.EQUALS;
        return exact && (less ? has < limit : has > limit);
    }

    private static boolean follows(Condition.Deid from, Condition.Deid to) {
        boolean there =
                from.criterion() == Condition.Criterion.CONTAINS
                        || from.criterion() == Condition.Criterion.EQUALS
                        || from.criterion() == Condition.Criterion.EMPTY;
        return switch (to.criterion()) {
            case PRESENT -> there;
            case EQUALS ->
                    from.criterion() == Condition.Criterion.EQUALS
                            && words(to.value()).containsAll(words(from.value()));
            case CONTAINS ->
                    from.criterion() == Condition.Criterion.EQUALS
                            && words(from.value()).stream().allMatch(w -> found(to.value(), w));
            default -> false;
        };
    }

    /** An expression whose evaluation is abandoned implies nothing. */
    private static boolean found(String expression, String text) {
        try {
            return Regex.compile(expression).find(text);
        } catch (BoundedPattern.TooManySteps e) {
            return false;
        }
    }

    private static List<String> words(String value) {
        return List.of(value.toLowerCase(Locale.ROOT).split("\\|"));
    }
}
