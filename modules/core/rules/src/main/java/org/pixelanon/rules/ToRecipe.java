package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the condition of a script into that of a recipe. */
final class ToRecipe {

    private static final int MOST_LINES = 256;

    private final List<String> notes;

    ToRecipe(List<String> notes) {
        this.notes = notes;
    }

    Condition of(Condition condition) throws RulesException {
        Condition result = of(condition, false);
        if (result instanceof Condition.Constant constant && !constant.value()) {
            throw new RulesException("it matches no file");
        }
        return result;
    }

    private Condition of(Condition condition, boolean not) throws RulesException {
        if (condition instanceof Condition.Not inner) {
            return of(inner.term(), !not);
        }
        if (condition instanceof Condition.Constant constant) {
            return new Condition.Constant(constant.value() != not);
        }
        if (condition instanceof Condition.Ctp ctp) {
            return term(ctp, not);
        }
        boolean all = condition instanceof Condition.All;
        if (!all && !(condition instanceof Condition.Any)) {
            return condition;
        }
        List<Condition> terms =
                all ? ((Condition.All) condition).terms() : ((Condition.Any) condition).terms();
        boolean conjunction = all != not;
        List<Condition> out = new ArrayList<>();
        for (Condition term : terms) {
            Condition converted = of(term, not);
            if (!(converted instanceof Condition.Constant constant)) {
                out.add(converted);
            } else if (constant.value() != conjunction) {
                return constant; // decides everything
            }
        }
        if (out.isEmpty()) {
            return new Condition.Constant(conjunction);
        }
        return conjunction ? Condition.all(out) : Condition.any(out);
    }

    private Condition term(Condition.Ctp ctp, boolean not) throws RulesException {
        if (ctp.method().isNumeric()) {
            throw new RulesException(
                    "a recipe cannot compare numbers; " + ctp.field() + " " + ctp.method().word());
        }
        if (!ctp.ignoreCase() && hasLetters(ctp.argument())) {
            notes.add("a recipe ignores case; " + ctp.field() + " " + ctp.method().word());
        }
        String text = escapedEnds(ToScript.escaped(ctp.argument()));
        String expression =
                switch (ctp.method()) {
                    case EQUALS -> "";
                    case CONTAINS -> text;
                    case STARTS_WITH -> "^" + text;
                    case ENDS_WITH -> text + "$";
                    case MATCHES -> "^(?:" + ctp.argument() + ")$";
                    case IS_LESS_THAN, IS_GREATER_THAN -> throw new AssertionError();
                };
        Field field = ctp.field();
        if (ctp.method() == Condition.Method.EQUALS) {
            String value = ctp.argument().strip();
            if (value.isEmpty()) {
                return criterion(
                        field, ".", !not); // absent and empty values alike contain no characters
            }
            if (!value.contains("|") && !value.contains("\\")) {
                return new Condition.Deid(
                        not ? Condition.Criterion.NOTEQUALS : Condition.Criterion.EQUALS,
                        field,
                        value);
            }
            expression = "^" + ToScript.escaped(value) + "$";
        }
        return expression.isEmpty()
                ? new Condition.Constant(!not)
                : criterion(field, expression, not);
    }

    private static Condition criterion(Field field, String expression, boolean not) {
        return new Condition.Deid(
                not ? Condition.Criterion.NOTCONTAINS : Condition.Criterion.CONTAINS,
                field,
                expression);
    }

    private static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** Blanks at the ends of a line are ignored, unless in brackets. */
    private static String escapedEnds(String text) {
        String begun = text.startsWith(" ") ? "[ ]" + text.substring(1) : text;
        return begun.endsWith(" ") ? begun.substring(0, begun.length() - 1) + "[ ]" : begun;
    }

    /**
     * The condition in conjunctive normal form: all lines must hold, each a disjunction of
     * criteria.
     */
    static Condition conjunction(Condition condition) throws RulesException {
        List<Condition> lines = new ArrayList<>();
        for (Set<Condition> line : clauses(condition)) {
            lines.add(Condition.any(List.copyOf(line)));
        }
        return Condition.all(lines);
    }

    private static List<Set<Condition>> clauses(Condition condition) throws RulesException {
        List<Set<Condition>> out = new ArrayList<>();
        if (condition instanceof Condition.All all) {
            for (Condition term : all.terms()) {
                out.addAll(clauses(term));
            }
        } else if (condition instanceof Condition.Any any) {
            out.add(new LinkedHashSet<>());
            for (Condition term : any.terms()) {
                out = product(out, clauses(term));
            }
        } else {
            out.add(new LinkedHashSet<>(Set.of(condition)));
        }
        return out;
    }

    private static List<Set<Condition>> product(
            List<Set<Condition>> left, List<Set<Condition>> right) throws RulesException {
        if ((long) left.size() * right.size() > MOST_LINES) {
            throw new RulesException("its condition needs more than " + MOST_LINES + " lines");
        }
        List<Set<Condition>> out = new ArrayList<>();
        for (Set<Condition> l : left) {
            for (Set<Condition> r : right) {
                Set<Condition> both = new LinkedHashSet<>(l);
                both.addAll(r);
                out.add(both);
            }
        }
        return out;
    }
}
