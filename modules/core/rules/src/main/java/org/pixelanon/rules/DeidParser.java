package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipes as documented by pydicom/deid: lines combine from top to bottom with {@code +} and
 * {@code ||}; a line is evaluated as if in parentheses; a line without operator begins another
 * check, and one true check is enough. Comments belong to the rule that follows.
 */
final class DeidParser {

    private static final Pattern FORMAT = Pattern.compile("(?i)format\\s+(\\S+)");
    private static final Pattern SECTION = Pattern.compile("%\\s*(\\w+)\\s*([^#]*)(?:#.*)?");
    private static final Pattern LABEL = Pattern.compile("(?i)label(?:\\s+([^#]*))?(?:#(.*))?");

    private final List<String> lines;
    private final List<String> preamble = new ArrayList<>();
    private final List<RuleFile.Section> sections = new ArrayList<>();
    private final List<Integer> ruleLines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean format;
    private @Nullable String filter;
    private @Nullable List<String> verbatim;
    private @Nullable DeidRule open;

    DeidParser(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = unmarked.lines().toList();
    }

    ParsedRules parse() throws RulesException {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("%")) {
                endSection();
                beginSection(line, lines.get(i), i + 1);
            } else if (verbatim != null) {
                verbatim.add(lines.get(i));
            } else if (line.startsWith("#")) {
                pending.add(line);
            } else if (!line.isEmpty()) {
                member(line, i + 1);
            }
        }
        endSection();
        if (!format) {
            throw new RulesException("FORMAT dicom is missing");
        }
        return new ParsedRules(
                new RuleFile(RuleLanguage.DEID, preamble, sections), ruleLines, notes);
    }

    private void beginSection(String line, String whole, int number) throws RulesException {
        Matcher matcher = SECTION.matcher(line);
        if (!matcher.matches()) {
            throw new RulesException(number, "a section has no name");
        }
        if (matcher.group(1).equalsIgnoreCase("filter")) {
            filter = matcher.group(2).strip();
            if (filter.isEmpty()) {
                throw new RulesException(number, "%filter needs a name");
            }
        } else {
            verbatim = new ArrayList<>(List.of(whole));
        }
    }

    private void endSection() throws RulesException {
        endRule();
        if (verbatim != null) {
            sections.add(new RuleFile.Verbatim(verbatim));
        } else if (filter != null) {
            sections.add(new RuleFile.Filter(filter, rules, pending));
        } else {
            preamble.addAll(pending);
        }
        pending.clear();
        rules.clear();
        filter = null;
        verbatim = null;
    }

    private void endRule() {
        if (open != null) {
            rules.add(open.rule());
            open = null;
        }
    }

    private void member(String line, int number) throws RulesException {
        if (filter == null) {
            Matcher matcher = FORMAT.matcher(line);
            if (!matcher.matches()) {
                throw new RulesException(number, "stands before the first section");
            }
            if (!matcher.group(1).equalsIgnoreCase("dicom")) {
                throw new RulesException(number, "only FORMAT dicom is known");
            }
            format = true;
            return;
        }
        Matcher label = LABEL.matcher(line);
        if (label.matches()) {
            endRule();
            String remark = label.group(2);
            open =
                    new DeidRule(
                            label.group(1) == null ? "" : label.group(1).strip(),
                            remark == null ? "" : remark.strip());
            open.comments.addAll(pending);
            ruleLines.add(number);
        } else if (open == null) {
            throw new RulesException(number, "before the first LABEL");
        } else {
            open.comments.addAll(pending);
            open.add(line, number);
        }
        pending.clear();
    }

    /** A rule that is being read. */
    private final class DeidRule {

        private final String label;
        private final String remark;
        private final List<String> comments = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<Condition> checks = new ArrayList<>();

        DeidRule(String label, String remark) {
            this.label = label;
            this.remark = remark;
        }

        Rule rule() {
            Condition condition = checks.isEmpty() ? Condition.ALWAYS : Condition.any(checks);
            return new Rule(label, remark, comments, condition, steps);
        }

        void add(String line, int number) throws RulesException {
            String word = line.toLowerCase(Locale.ROOT).split("[\\s(]", 2)[0];
            if (word.endsWith("coordinates")) {
                steps.add(DeidSteps.parse(word, line.substring(word.length()).strip(), number));
            } else if (line.startsWith("+")) {
                join(DeidCriteria.parse(line.substring(1).strip(), number), false, number);
            } else if (line.startsWith("||")) {
                join(DeidCriteria.parse(line.substring(2).strip(), number), true, number);
            } else {
                if (!checks.isEmpty()) {
                    notes.add(
                            "line "
                                    + number
                                    + ": another check; one true check is enough, as documented, although deid requires all");
                }
                checks.add(DeidCriteria.parse(line, number));
            }
        }

        /** An operator in the first line has nothing to join and is ignored. */
        private void join(Condition line, boolean or, int number) {
            if (checks.isEmpty()) {
                notes.add("line " + number + ": an operator joins nothing and is ignored");
                checks.add(line);
                return;
            }
            int last = checks.size() - 1;
            List<Condition> both = List.of(checks.get(last), line);
            checks.set(last, or ? Condition.any(both) : Condition.all(both));
        }
    }
}
