package org.pixelanon.rules;

/**
 * A rule with its position.
 *
 * @param source the file it comes from
 * @param group the filter group; empty in scripts
 * @param name what it is called in reports: its label, or its line if it has none
 * @param line 1-based line it begins at
 * @param rule the rule itself
 * @param extensions its extensions; none unless requested
 */
public record RuleEntry(
        String source, String group, String name, int line, Rule rule, RuleExtensions extensions) {}
