package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes scripts in normal form: one term per line, all regions in one line. */
final class CtpWriter {

    private CtpWriter() {}

    static String write(RuleFile file) throws RulesException {
        StringBuilder out = new StringBuilder();
        file.preamble().forEach(l -> out.append(l).append('\n'));
        for (RuleFile.Section section : file.sections()) {
            if (!(section instanceof RuleFile.Filter filter)) {
                throw new RulesException("a script cannot contain sections of a recipe");
            }
            for (Rule rule : filter.rules()) {
                if (!out.isEmpty()) {
                    out.append('\n');
                }
                rule.comments().forEach(c -> out.append(c).append('\n'));
                if (!rule.label().isEmpty()) {
                    out.append(rule.label()).append('\n');
                }
                out.append("  { ").append(expression(rule.condition(), 0)).append(" }\n");
                regions(rule, out);
            }
            if (!filter.trailing().isEmpty()) {
                out.append('\n');
                filter.trailing().forEach(c -> out.append(c).append('\n'));
            }
        }
        return out.toString();
    }

    private static void regions(Rule rule, StringBuilder out) throws RulesException {
        List<String> regions = new ArrayList<>();
        for (Step step : rule.steps()) {
            if (step.keep() || !(step.area() instanceof Step.Box box)) {
                throw new RulesException(
                        "a script cannot express coordinates all, from: and keepcoordinates");
            }
            var r = box.rectangle();
            regions.add(
                    String.format(
                            Locale.ROOT, "(%d,%d,%d,%d)", r.x(), r.y(), r.width(), r.height()));
        }
        if (!regions.isEmpty()) {
            out.append("  ").append(String.join(" ", regions)).append('\n');
        }
    }

    /**
     * An expression.
     *
     * @param binding 0 within nothing, 1 within or, 2 within and, 3 within not
     */
    private static String expression(Condition condition, int binding) throws RulesException {
        if (condition instanceof Condition.Any any) {
            return bracketed(join(any.terms(), " + ", 1), binding > 1);
        }
        if (condition instanceof Condition.All all) {
            return bracketed(join(all.terms(), binding == 0 ? " *\n    " : " * ", 2), binding > 2);
        }
        if (condition instanceof Condition.Not not) {
            return "!" + expression(not.term(), 3);
        }
        if (condition instanceof Condition.Ctp ctp) {
            return ctp.field().toCtp()
                    + "."
                    + ctp.method().word()
                    + (ctp.ignoreCase() ? "IgnoreCase" : "")
                    + "(\""
                    + ctp.argument()
                    + "\")";
        }
        if (condition instanceof Condition.Constant constant) {
            return constant.value() ? "true." : "false.";
        }
        throw new RulesException("a condition cannot be expressed in a script");
    }

    private static String join(List<Condition> terms, String operator, int binding)
            throws RulesException {
        List<String> parts = new ArrayList<>();
        for (Condition term : terms) {
            parts.add(expression(term, binding));
        }
        return String.join(operator, parts);
    }

    private static String bracketed(String text, boolean brackets) {
        return brackets ? "(" + text + ")" : text;
    }
}
