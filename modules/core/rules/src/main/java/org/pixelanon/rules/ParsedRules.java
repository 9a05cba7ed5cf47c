package org.pixelanon.rules;

import java.util.List;

/**
 * A rules file with the positions of its rules.
 *
 * @param file the rules
 * @param lines for each of {@link RuleFile#rules()} the 1-based line it begins at
 * @param notes deviations from the documented form that were accepted, each with its line
 */
public record ParsedRules(RuleFile file, List<Integer> lines, List<String> notes) {

    /** Copies the lists. */
    public ParsedRules {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
