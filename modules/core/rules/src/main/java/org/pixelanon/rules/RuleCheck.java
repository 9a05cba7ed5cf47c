package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;

/**
 * Finds probable mistakes in valid rules: duplicates, and rules that are unreachable or never true.
 */
public final class RuleCheck {

    /**
     * A probable mistake.
     *
     * @param line 1-based line the rule begins at
     * @param text what it is, naming the rule
     */
    public record Problem(int line, String text) {}

    /** An edge beyond any rectangle. */
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final ParsedRules parsed;
    private final List<Rule> rules;
    private final Set<Integer> labels = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private RuleCheck(ParsedRules parsed) {
        this.parsed = parsed;
        this.rules = parsed.file().rules();
    }

    /**
     * Checks a file.
     *
     * @param parsed the rules
     * @return the problems in the order of the lines; empty if there are none
     */
    public static List<Problem> of(ParsedRules parsed) {
        RuleCheck check = new RuleCheck(parsed);
        for (int i = 0; i < check.rules.size(); i++) {
            check.alone(i);
            for (int j = 0; j < i; j++) {
                check.pair(j, i);
            }
        }
        check.problems.sort(Comparator.comparingInt(Problem::line));
        return List.copyOf(check.problems);
    }

    private void alone(int index) {
        Rule rule = rules.get(index);
        Optional<String> never = ContradictionCheck.why(rule.condition());
        if (never.isPresent()) {
            add(index, "never matches: " + never.get());
        } else {
            ContradictionCheck.unknown(rule.condition())
                    .forEach(k -> add(index, "unknown element " + k));
        }
        if (ConditionMatcher.repeatsRepetition(rule.condition())) {
            add(
                    index,
                    "has an expression with nested repetition: other tools may hang on it; here "
                            + "it may time out, and the file then needs review");
        }
        int columns = ContradictionCheck.size(rule.condition(), "Columns").orElse(UNKNOWN);
        int rows = ContradictionCheck.size(rule.condition(), "Rows").orElse(UNKNOWN);
        for (Step step : rule.steps()) {
            if (step.area() instanceof Step.Box box) {
                outside(index, box.rectangle(), columns, rows);
            }
        }
    }

    private void outside(int index, PixelRectangle r, int columns, int rows) {
        boolean wholly = r.x() >= columns || r.y() >= rows;
        boolean partly = r.right() > columns || r.bottom() > rows;
        if (wholly || partly) {
            add(
                    index,
                    "rectangle "
                            + r
                            + (wholly ? " lies outside" : " extends outside")
                            + " the image");
        }
    }

    private void pair(int first, int second) {
        Rule a = rules.get(first);
        Rule b = rules.get(second);
        String there = " line " + parsed.lines().get(first);
        if (a.condition().equals(b.condition()) && a.steps().equals(b.steps())) {
            add(second, "duplicates the rule in" + there);
            return;
        }
        boolean recipe = parsed.file().language() == RuleLanguage.DEID;
        if (recipe && a.label().equalsIgnoreCase(b.label()) && labels.add(second)) {
            add(second, "has the same label as" + there);
        }
        if (!recipe) {
            if (Implication.holds(b.condition(), a.condition())) {
                add(second, "is never reached: the signature in" + there + " matches first");
            }
        } else if (!b.steps().isEmpty()
                && Implication.holds(b.condition(), a.condition())
                && b.steps().stream().allMatch(s -> blanked(s, a))) {
            add(second, "adds nothing to what" + there + " blanks");
        }
    }

    private static boolean blanked(Step step, Rule by) {
        if (step.keep() || by.steps().stream().anyMatch(Step::keep)) {
            return false;
        }
        return by.steps().stream()
                .anyMatch(
                        s ->
                                s.equals(step)
                                        || s.area() instanceof Step.Whole
                                        || s.area() instanceof Step.Box outer
                                                && step.area() instanceof Step.Box inner
                                                && outer.rectangle().contains(inner.rectangle()));
    }

    private void add(int index, String text) {
        String label = rules.get(index).label();
        String name = label.isEmpty() ? "" : "'" + label + "' ";
        problems.add(new Problem(parsed.lines().get(index), name + text));
    }
}
