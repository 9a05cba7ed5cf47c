package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads scripts of the DicomPixelAnonymizer: signatures in braces, each with the regions that
 * follow it; all other text is comment and belongs to the signature that follows.
 */
final class CtpParser {

    private static final Pattern REGION = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern FOUR =
            Pattern.compile(
                    "\\s*(-?\\d{1,9})[\\s,]+(-?\\d{1,9})[\\s,]+(-?\\d{1,9})[\\s,]+(-?\\d{1,9})\\s*");

    private final String text;
    private final List<String> notes = new ArrayList<>();

    CtpParser(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    ParsedRules parse() throws RulesException {
        List<Rule> rules = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<String> comments = comments(text.substring(0, brace(0)));
        int at = brace(0);
        while (at < text.length()) {
            int end = CtpExpression.end(text, at, lineAt(at));
            Condition condition =
                    new CtpExpression(text.substring(at + 1, end), lineAt(at)).parse();
            lines.add(lineAt(at));
            int next = brace(end + 1);
            String between = text.substring(end + 1, next);
            if (between.indexOf('}') >= 0) {
                throw new RulesException(
                        lineAt(end + 1 + between.indexOf('}')), "unmatched closing brace");
            }
            int regions = regions(between, end + 1, steps);
            rules.add(new Rule(label(comments), "", withoutLabel(comments), condition, steps));
            comments = comments(between.substring(regions));
            steps = new ArrayList<>();
            at = next;
        }
        RuleFile.Filter all = new RuleFile.Filter("", rules, comments);
        return new ParsedRules(
                new RuleFile(RuleLanguage.CTP, List.of(), List.of(all)), lines, notes);
    }

    private int brace(int from) {
        int at = text.indexOf('{', from);
        return at < 0 ? text.length() : at;
    }

    private int lineAt(int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    /** Reads the regions and returns where the last one ends. */
    private int regions(String between, int start, List<Step> steps) throws RulesException {
        Matcher matcher = REGION.matcher(between);
        int end = 0;
        while (matcher.find()) {
            int line = lineAt(start + matcher.start());
            if (end > 0 && !between.substring(end, matcher.start()).isBlank()) {
                throw new RulesException(line, "text between the regions of a signature");
            }
            int[] value = numbers(matcher.group(1), line);
            steps.add(new Step(false, DeidSteps.box(value, true, line)));
            end = matcher.end();
        }
        return end;
    }

    /** CTP skips a region without commas, which would leave its area visible. */
    private int[] numbers(String region, int line) throws RulesException {
        Matcher four = FOUR.matcher(region);
        if (!four.matches()) {
            throw new RulesException(line, "a region is (x,y,width,height)");
        }
        if (region.chars().filter(c -> c == ',').count() != 3) {
            notes.add("line " + line + ": missing comma; CTP ignores this region");
        }
        int[] value = new int[4];
        for (int i = 0; i < 4; i++) {
            value[i] = Integer.parseInt(four.group(i + 1));
        }
        return value;
    }

    private static List<String> comments(String between) {
        return between.lines().map(String::stripTrailing).filter(l -> !l.isBlank()).toList();
    }

    /** The last comment line that is not an extension. */
    private static String label(List<String> comments) {
        for (int i = comments.size() - 1; i >= 0; i--) {
            if (!RuleExtensions.isExtension(comments.get(i))) {
                return comments.get(i).strip();
            }
        }
        return "";
    }

    private static List<String> withoutLabel(List<String> comments) {
        List<String> others = new ArrayList<>(comments);
        for (int i = comments.size() - 1; i >= 0; i--) {
            if (!RuleExtensions.isExtension(comments.get(i))) {
                others.remove(i);
                return others;
            }
        }
        return others;
    }
}
