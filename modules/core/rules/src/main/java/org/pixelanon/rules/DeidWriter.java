package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes recipes in normal form: each line of a rule is indented by two blanks, and a blank line
 * precedes the rule.
 */
final class DeidWriter {

    private final StringBuilder out = new StringBuilder();

    private DeidWriter() {}

    static String write(RuleFile file) throws RulesException {
        DeidWriter writer = new DeidWriter();
        writer.line("FORMAT dicom");
        if (!file.preamble().isEmpty()) {
            writer.line("");
            file.preamble().forEach(writer::line);
        }
        boolean separate = true;
        for (RuleFile.Section section : file.sections()) {
            if (separate) {
                writer.line("");
            }
            separate = section instanceof RuleFile.Filter; // a blank line would belong to others
            if (section instanceof RuleFile.Verbatim verbatim) {
                verbatim.lines().forEach(writer::line);
            } else if (section instanceof RuleFile.Filter filter) {
                writer.filter(filter);
            }
        }
        return writer.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void filter(RuleFile.Filter filter) throws RulesException {
        line("%filter " + filter.name());
        for (Rule rule : filter.rules()) {
            line("");
            rule.comments().forEach(this::line);
            String remark = rule.remark().isEmpty() ? "" : " # " + rule.remark();
            line(("LABEL " + rule.label() + remark).strip());
            for (String criterion : lines(rule.condition())) {
                line("  " + criterion);
            }
            rule.steps().forEach(step -> line("  " + step(step)));
        }
        if (!filter.trailing().isEmpty()) {
            line("");
            filter.trailing().forEach(this::line);
        }
    }

    private static String step(Step step) {
        boolean size = step.area() instanceof Step.Box box && box.asSize();
        String word = (size ? "ctp" : "") + (step.keep() ? "keep" : "") + "coordinates ";
        if (step.area() instanceof Step.From from) {
            return word + "from:" + from.field().toDeid();
        }
        if (!(step.area() instanceof Step.Box box)) {
            return word + "all";
        }
        var r = box.rectangle();
        return word
                + (size
                        ? r.x() + "," + r.y() + "," + r.width() + "," + r.height()
                        : r.x() + "," + r.y() + "," + (r.right() - 1) + "," + (r.bottom() - 1));
    }

    /** The lines of a condition, each with its operator. */
    private static List<String> lines(Condition condition) throws RulesException {
        List<String> lines = new ArrayList<>();
        if (condition.equals(Condition.ALWAYS)) {
            return lines;
        }
        if (condition instanceof Condition.Any any) {
            for (Condition term : any.terms()) {
                List<String> inner = block(term);
                if (!lines.isEmpty() && inner.size() == 1) {
                    lines.add("|| " + inner.get(0));
                } else {
                    lines.addAll(inner); // a further check
                }
            }
            return lines;
        }
        return block(condition);
    }

    /** Lines that combine from top to bottom into one check. */
    private static List<String> block(Condition condition) throws RulesException {
        List<Condition> terms = terms(condition);
        if (terms.isEmpty()) {
            return List.of(criterion(condition));
        }
        String operator = condition instanceof Condition.All ? "+ " : "|| ";
        List<String> lines = new ArrayList<>(block(terms.get(0)));
        for (Condition term : terms.subList(1, terms.size())) {
            lines.add(operator + inLine(term));
        }
        return lines;
    }

    /** One line that combines from left to right. */
    private static String inLine(Condition condition) throws RulesException {
        List<Condition> terms = terms(condition);
        if (terms.isEmpty()) {
            return criterion(condition);
        }
        String operator = condition instanceof Condition.All ? " + " : " || ";
        StringBuilder line = new StringBuilder(inLine(terms.get(0)));
        for (Condition term : terms.subList(1, terms.size())) {
            line.append(operator).append(criterion(term));
        }
        return line.toString();
    }

    private static List<Condition> terms(Condition condition) {
        return condition instanceof Condition.All all
                ? all.terms()
                : condition instanceof Condition.Any any ? any.terms() : List.of();
    }

    private static String criterion(Condition condition) throws RulesException {
        if (!(condition instanceof Condition.Deid deid)) {
            throw new RulesException("a condition cannot be expressed in a recipe");
        }
        String word = deid.criterion().name().toLowerCase(Locale.ROOT);
        return (word + " " + deid.field().toDeid() + " " + deid.value()).strip();
    }
}
