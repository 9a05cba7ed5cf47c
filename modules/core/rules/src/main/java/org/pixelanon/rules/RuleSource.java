package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The compiled rules of one file.
 *
 * @param language the language of the file
 * @param rules in order
 */
record RuleSource(RuleLanguage language, List<Ready> rules) {

    /** An entry with its compiled test. */
    record Ready(RuleEntry entry, Predicate<Subject> test) {}

    /**
     * Compiles the rules of a file.
     *
     * @param name the name of the file in messages
     * @param extensions whether comments beginning {@code #@} apply
     * @throws RulesException if an extension is not understood
     */
    static RuleSource of(String name, ParsedRules parsed, boolean extensions)
            throws RulesException {
        List<Ready> ready = new ArrayList<>();
        for (RuleFile.Section section : parsed.file().sections()) {
            if (section instanceof RuleFile.Filter filter) {
                for (Rule rule : filter.rules()) {
                    int line = parsed.lines().get(ready.size());
                    RuleExtensions own =
                            extensions ? RuleExtensions.of(rule, line) : RuleExtensions.NONE;
                    String called = rule.label().isEmpty() ? "line " + line : rule.label();
                    ready.add(
                            new Ready(
                                    new RuleEntry(name, filter.name(), called, line, rule, own),
                                    ConditionMatcher.of(rule.condition())));
                }
            }
        }
        return new RuleSource(parsed.file().language(), List.copyOf(ready));
    }
}
