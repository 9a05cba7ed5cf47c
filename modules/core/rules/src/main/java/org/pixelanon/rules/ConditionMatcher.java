package org.pixelanon.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pixelanon.model.BoundedPattern;

/** Compiles a condition into a test that is quick to repeat. */
final class ConditionMatcher {

    private static final Pattern NO_NUMBER = Pattern.compile("[^0-9.]");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.?\\d*|\\.\\d+");

    private ConditionMatcher() {}

    static Predicate<Subject> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Predicate<Subject>> terms =
                    all.terms().stream().map(ConditionMatcher::of).toList();
            return subject -> terms.stream().allMatch(t -> t.test(subject));
        }
        if (condition instanceof Condition.Any any) {
            List<Predicate<Subject>> terms =
                    any.terms().stream().map(ConditionMatcher::of).toList();
            return subject -> terms.stream().anyMatch(t -> t.test(subject));
        }
        if (condition instanceof Condition.Not not) {
            return of(not.term()).negate();
        }
        if (condition instanceof Condition.Deid deid) {
            return deid(deid);
        }
        if (condition instanceof Condition.Ctp ctp) {
            return ctp(ctp);
        }
        boolean constant = ((Condition.Constant) condition).value();
        return subject -> constant;
    }

    /** Returns whether any regular expression of a condition has nested repetition. */
    static boolean repeatsRepetition(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.terms().stream().anyMatch(ConditionMatcher::repeatsRepetition);
        }
        if (condition instanceof Condition.Any any) {
            return any.terms().stream().anyMatch(ConditionMatcher::repeatsRepetition);
        }
        if (condition instanceof Condition.Not not) {
            return repeatsRepetition(not.term());
        }
        if (condition instanceof Condition.Deid deid) {
            boolean contains =
                    deid.criterion() == Condition.Criterion.CONTAINS
                            || deid.criterion() == Condition.Criterion.NOTCONTAINS;
            return contains && Regex.compile(deid.value()).isNestedRepetition();
        }
        return condition instanceof Condition.Ctp ctp
                && ctp.method() == Condition.Method.MATCHES
                && BoundedPattern.compile(ctp.argument(), 0).isNestedRepetition();
    }

    private static Predicate<Subject> deid(Condition.Deid deid) {
        Field field = deid.field();
        return switch (deid.criterion()) {
            case CONTAINS -> contains(deid);
            case NOTCONTAINS -> contains(deid).negate();
            case EQUALS -> equal(deid);
            case NOTEQUALS -> equal(deid).negate();
            case MISSING -> subject -> subject.values(field).isEmpty();
            case PRESENT -> subject -> subject.values(field).isPresent();
            case EMPTY ->
                    subject -> {
                        Optional<List<String>> values = subject.values(field);
                        return values.isPresent()
                                && values.get().isEmpty()
                                && subject.items(field).isEmpty();
                    };
        };
    }

    private static Predicate<Subject> contains(Condition.Deid deid) {
        BoundedPattern pattern = Regex.compile(deid.value());
        return subject ->
                subject.values(deid.field()).orElse(List.of()).stream().anyMatch(pattern::find);
    }

    private static Predicate<Subject> equal(Condition.Deid deid) {
        List<String> wanted = alternatives(deid.value());
        return subject ->
                subject.values(deid.field()).orElse(List.of()).stream()
                        .map(Subject::lower)
                        .anyMatch(wanted::contains);
    }

    /** The text itself and the texts between {@code |}, in lower case. */
    private static List<String> alternatives(String value) {
        List<String> all = new java.util.ArrayList<>(List.of(Subject.lower(value).strip()));
        for (String one : Subject.lower(value).split("\\|")) {
            all.add(one.strip());
        }
        all.removeIf(String::isEmpty);
        return all;
    }

    private static Predicate<Subject> ctp(Condition.Ctp ctp) {
        Field field = ctp.field();
        if (ctp.method() == Condition.Method.MATCHES) {
            int flags = ctp.ignoreCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            BoundedPattern pattern = BoundedPattern.compile(ctp.argument(), flags);
            return subject -> pattern.matches(subject.text(field));
        }
        if (ctp.method().isNumeric()) {
            return compared(ctp);
        }
        boolean fold = ctp.ignoreCase();
        String argument = fold ? ctp.argument().toLowerCase(Locale.ROOT) : ctp.argument();
        return subject -> {
            String text = fold ? Subject.lower(subject.text(field)) : subject.text(field);
            return switch (ctp.method()) {
                case EQUALS -> text.equals(argument);
                case CONTAINS -> text.contains(argument);
                case STARTS_WITH -> text.startsWith(argument);
                case ENDS_WITH -> text.endsWith(argument);
                case MATCHES, IS_LESS_THAN, IS_GREATER_THAN -> throw new AssertionError();
            };
        };
    }

    private static Predicate<Subject> compared(Condition.Ctp ctp) {
        double limit = number(ctp.argument()).orElse(Double.NaN);
        boolean less = ctp.method() == Condition.Method.IS_LESS_THAN;
        return subject -> {
            double value = number(subject.text(ctp.field())).orElse(Double.NaN);
            return less ? value < limit : value > limit; // false if either is not a number
        };
    }

    /** Parses as CTP does: only the digits and points of a text count, so a sign is ignored. */
    static OptionalDouble number(String text) {
        String digits = NO_NUMBER.matcher(text).replaceAll("");
        return NUMBER.matcher(digits).matches()
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }
}
