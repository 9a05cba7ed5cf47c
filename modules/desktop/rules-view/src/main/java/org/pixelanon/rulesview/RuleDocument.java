package org.pixelanon.rulesview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleFile;
import org.pixelanon.rules.RuleFile.Filter;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;

/**
 * A rules file as shown in the view. Immutable; everything that creates one reads, parses or
 * checks, and is called on workers.
 *
 * @param path its file; null if it was never saved
 * @param disk the content when it was last read or saved
 * @param parsed the rules
 * @param problems their problems
 * @param conditions of each rule, in normal form and on one line
 * @param changed whether it has unsaved rules
 */
@Messages({
    "MSG_Unsaved=not saved yet",
    "# {0} - file name",
    "# {1} - language",
    "LBL_Document={0} ({1})",
    "# {0} - file name",
    "# {1} - language",
    "LBL_DocumentChanged={0} ({1}), changed",
    "WORD_Recipe=recipe",
    "WORD_Script=script"
})
record RuleDocument(
        @Nullable Path path,
        String disk,
        ParsedRules parsed,
        List<RuleCheck.Problem> problems,
        List<String> conditions,
        boolean changed) {

    /** The recipe group for new rules. */
    private static final String GROUP = "graylist";

    RuleDocument {
        problems = List.copyOf(problems);
        conditions = List.copyOf(conditions);
    }

    /** A file without rules. */
    static RuleDocument empty(RuleLanguage language) {
        RuleFile none = new RuleFile(language, List.of(), List.of());
        return of(null, "", new ParsedRules(none, List.of(), List.of()), false);
    }

    /** A file of either language; fails with file and line of the first mistake. */
    static RuleDocument read(Path path) throws IOException {
        String text = RuleBook.text(path);
        try {
            return of(path, text, RuleReader.read(text), false);
        } catch (RulesException e) {
            throw e.in(path.toString());
        }
    }

    private static RuleDocument of(
            @Nullable Path path, String disk, ParsedRules parsed, boolean changed) {
        List<String> conditions = new ArrayList<>();
        for (Rule rule : parsed.file().rules()) {
            conditions.add(condition(parsed.file().language(), rule));
        }
        return new RuleDocument(path, disk, parsed, RuleCheck.of(parsed), conditions, changed);
    }

    RuleLanguage language() {
        return parsed.file().language();
    }

    List<Rule> rules() {
        return parsed.file().rules();
    }

    /** Name, language, and whether there are unsaved rules. */
    String title() {
        String words =
                language() == RuleLanguage.DEID ? Bundle.WORD_Recipe() : Bundle.WORD_Script();
        String name = path == null ? Bundle.MSG_Unsaved() : RuleIssue.shortName(path.toString());
        return changed ? Bundle.LBL_DocumentChanged(name, words) : Bundle.LBL_Document(name, words);
    }

    /** A label that no rule has yet. */
    String unique(String label) {
        String unique = label;
        for (int i = 2; has(unique); i++) {
            unique = label + " no. " + i;
        }
        return unique;
    }

    /** The 0-based place of the rule of a label; -1 if there is none. */
    int indexOf(String label) {
        return rules().stream().map(Rule::label).toList().indexOf(label);
    }

    private boolean has(String label) {
        return rules().stream().anyMatch(r -> r.label().equalsIgnoreCase(label));
    }

    /** The same with another rule, the last of its group. */
    RuleDocument with(Rule rule) throws IOException {
        List<RuleFile.Section> sections = new ArrayList<>(parsed.file().sections());
        int last = -1;
        for (int i = 0; i < sections.size(); i++) {
            boolean ours =
                    sections.get(i) instanceof Filter f
                            && (language() == RuleLanguage.CTP || f.name().equals(GROUP));
            last = ours ? i : last;
        }
        if (last < 0) {
            String name = language() == RuleLanguage.CTP ? "" : GROUP;
            sections.add(new Filter(name, List.of(rule), List.of()));
        } else if (sections.get(last) instanceof Filter filter) {
            List<Rule> rules = new ArrayList<>(filter.rules());
            rules.add(rule);
            sections.set(last, new Filter(filter.name(), rules, filter.trailing()));
        }
        return edited(sections);
    }

    /** The same without the rule at a place, 0-based. */
    RuleDocument without(int index) throws IOException {
        List<RuleFile.Section> sections = new ArrayList<>();
        int at = 0;
        for (RuleFile.Section section : parsed.file().sections()) {
            if (section instanceof Filter filter) {
                List<Rule> left = new ArrayList<>();
                for (Rule rule : filter.rules()) {
                    if (at++ != index) {
                        left.add(rule);
                    }
                }
                if (!left.isEmpty()) {
                    sections.add(new Filter(filter.name(), left, filter.trailing()));
                }
            } else {
                sections.add(section);
            }
        }
        return edited(sections);
    }

    private RuleDocument edited(List<RuleFile.Section> sections) throws IOException {
        RuleFile file = new RuleFile(language(), parsed.file().preamble(), sections);
        if (file.rules().isEmpty()) {
            ParsedRules none = new ParsedRules(file, List.of(), List.of());
            return of(path, disk, none, true);
        }
        return of(path, disk, RuleReader.read(RuleWriter.write(file)), true);
    }

    /** Whether the file changed since it was last read or saved. */
    boolean isStale() throws IOException {
        return path != null && Files.exists(path) && !RuleBook.text(path).equals(disk);
    }

    /**
     * Writes the rules beside a file and moves them there.
     *
     * @param to the file; the one from which the rules were read is written only if it has not
     *     changed
     */
    RuleDocument save(Path to) throws IOException {
        if (to.equals(path) && isStale()) {
            throw new RulesException(
                    to
                            + " was changed by someone else; nothing was written. Open it again, "
                            + "or save under another name");
        }
        String text = RuleWriter.write(parsed.file());
        try (WholeFile whole = WholeFile.at(to, ReadAccess.EVERYBODY)) {
            Files.writeString(whole.part(), text, StandardCharsets.UTF_8);
            whole.publish();
        }
        return of(to, text, parsed, false);
    }

    /** The normal form of one rule without its label and its rectangles. */
    private static String condition(RuleLanguage language, Rule rule) {
        boolean recipe = language == RuleLanguage.DEID;
        Rule bare = new Rule(recipe ? "x" : "", "", List.of(), rule.condition(), rule.steps());
        Filter filter = new Filter(recipe ? GROUP : "", List.of(bare), List.of());
        String text;
        try {
            text = RuleWriter.write(new RuleFile(language, List.of(), List.of(filter)));
        } catch (RulesException e) {
            return "(" + e.getMessage() + ")";
        }
        if (!recipe) {
            text = text.substring(text.indexOf('{') + 1, text.lastIndexOf('}'));
            return text.strip().replaceAll("\\s*\\R\\s*", " ");
        }
        return String.join(
                " ",
                text.lines()
                        .skip(text.lines().takeWhile(l -> !l.startsWith("LABEL")).count() + 1)
                        .map(String::strip)
                        .takeWhile(l -> !l.matches("(ctp)?(keep)?coordinates .*"))
                        .toList());
    }
}
