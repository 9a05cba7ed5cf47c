package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;

/**
 * Rules in the other language.
 *
 * @param file the converted rules
 * @param notes which rules became wider or were omitted
 */
public record RuleConversion(RuleFile file, List<String> notes) {

    /** Copies the list. */
    public RuleConversion {
        notes = List.copyOf(notes);
    }

    /**
     * Converts rules. The converted rule blanks the same rectangles; where a language has no
     * equivalent test, the condition becomes the narrowest wider one, and a note says so.
     *
     * @param from the rules
     * @param to the language
     * @param skip whether rules that cannot be converted are omitted with a note
     * @return the same rules if the language is the same
     * @throws RulesException naming the first rule that cannot be converted, unless such rules are
     *     skipped
     */
    public static RuleConversion of(RuleFile from, RuleLanguage to, boolean skip)
            throws RulesException {
        if (from.language() == to) {
            return new RuleConversion(from, List.of());
        }
        List<String> notes = new ArrayList<>();
        List<RuleFile.Section> sections = new ArrayList<>();
        List<Rule> flat = new ArrayList<>();
        List<String> trailing = new ArrayList<>();
        for (RuleFile.Section section : from.sections()) {
            if (section instanceof RuleFile.Verbatim verbatim) {
                notes.add("section " + verbatim.heading() + " cannot be in a script");
            } else if (section instanceof RuleFile.Filter filter) {
                List<Rule> rules = rules(filter.rules(), to, skip, notes);
                if (to == RuleLanguage.DEID) {
                    sections.add(new RuleFile.Filter("graylist", rules, marked(filter.trailing())));
                } else {
                    flat.addAll(rules);
                    trailing.addAll(bare(filter.trailing()));
                }
            }
        }
        if (to == RuleLanguage.CTP) {
            if (flat.size() > 1) {
                notes.add(
                        "a script stops at the first matching signature; if several rules match "
                                + "a file, put the widest first or join them");
            }
            sections.add(new RuleFile.Filter("", withPreamble(from, flat), trailing));
        }
        return new RuleConversion(new RuleFile(to, List.of(), sections), notes);
    }

    private static List<Rule> withPreamble(RuleFile from, List<Rule> rules) {
        if (rules.isEmpty() || from.preamble().isEmpty()) {
            return rules;
        }
        List<Rule> all = new ArrayList<>(rules);
        Rule first = all.get(0);
        List<String> comments = new ArrayList<>(bare(from.preamble()));
        comments.addAll(first.comments());
        all.set(0, new Rule(first.label(), "", comments, first.condition(), first.steps()));
        return all;
    }

    private static List<Rule> rules(
            List<Rule> rules, RuleLanguage to, boolean skip, List<String> notes)
            throws RulesException {
        List<Rule> out = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String name = rule.label().isEmpty() ? "rule " + (i + 1) : "'" + rule.label() + "'";
            List<String> wider = new ArrayList<>();
            try {
                out.add(
                        to == RuleLanguage.CTP
                                ? toScript(rule, wider)
                                : toRecipe(rule, "Rule " + (i + 1), wider));
                wider.forEach(w -> notes.add(name + ": " + w));
            } catch (RulesException e) {
                if (!skip) {
                    throw new RulesException(name + ": " + e.getMessage());
                }
                notes.add(name + " is omitted: " + e.getMessage());
            }
        }
        return out;
    }

    private static Rule toScript(Rule rule, List<String> notes) throws RulesException {
        if (rule.steps().isEmpty()) {
            throw new RulesException(
                    "it has no rectangle; in a script it would keep files from later rules");
        }
        List<Step> steps = new ArrayList<>();
        for (Step step : rule.steps()) {
            if (step.keep() || !(step.area() instanceof Step.Box box)) {
                throw new RulesException(
                        "a script cannot express coordinates all, from: and keepcoordinates");
            }
            steps.add(new Step(false, new Step.Box(box.rectangle(), true)));
        }
        List<String> comments = new ArrayList<>(bare(rule.comments()));
        if (!rule.remark().isEmpty()) {
            comments.addAll(bare(List.of("# " + rule.remark())));
        }
        String label = bare(List.of(rule.label())).get(0);
        Rule converted =
                new Rule(
                        label,
                        "",
                        comments,
                        new ToScript(notes).of(rule.condition()),
                        List.copyOf(steps));
        RuleWriter.write(
                single(RuleLanguage.CTP, label.isEmpty() ? withoutComments(converted) : converted));
        return converted;
    }

    private static Rule toRecipe(Rule rule, String otherwise, List<String> notes)
            throws RulesException {
        List<Step> steps = new ArrayList<>();
        for (Step step : rule.steps()) {
            PixelRectangle r = ((Step.Box) step.area()).rectangle();
            steps.add(new Step(step.keep(), new Step.Box(r, true)));
        }
        String label = rule.label().replace('#', ' ').strip();
        ToRecipe recipe = new ToRecipe(notes);
        Condition condition = recipe.of(rule.condition());
        Rule converted =
                new Rule(
                        label.isEmpty() ? otherwise : label,
                        "",
                        marked(rule.comments()),
                        condition,
                        steps);
        try {
            RuleWriter.write(single(RuleLanguage.DEID, converted));
            return converted;
        } catch (RulesException e) {
            // nested more deeply than lines of a recipe can express
            Rule flat =
                    new Rule(
                            converted.label(),
                            "",
                            converted.comments(),
                            ToRecipe.conjunction(condition),
                            steps);
            RuleWriter.write(single(RuleLanguage.DEID, flat));
            return flat;
        }
    }

    private static RuleFile single(RuleLanguage language, Rule rule) {
        String group = language == RuleLanguage.DEID ? "graylist" : "";
        return new RuleFile(
                language, List.of(), List.of(new RuleFile.Filter(group, List.of(rule), List.of())));
    }

    private static Rule withoutComments(Rule rule) {
        return new Rule(rule.label(), "", List.of(), rule.condition(), rule.steps());
    }

    /** Comments with the comment sign of a recipe. */
    private static List<String> marked(List<String> comments) {
        return comments.stream()
                .map(String::strip)
                .map(c -> c.startsWith("#") ? c : "# " + c)
                .toList();
    }

    /** Comments of a script must not contain braces or parentheses. */
    private static List<String> bare(List<String> comments) {
        return comments.stream()
                .map(c -> c.replaceAll("[({]", "[").replaceAll("[)}]", "]").stripTrailing())
                .toList();
    }
}
