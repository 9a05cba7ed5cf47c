package org.pixelanon.rules;

import java.util.List;

/**
 * A file of rules and where its rules stand.
 *
 * @param file the rules
 * @param lines for each of {@link RuleFile#rules()} the 1-based line it begins at
 * @param notes what was read although it is not written as it should be, each with its line
 */
public record ParsedRules(RuleFile file, List<Integer> lines, List<String> notes) {

    /** Copies the lists. */
    public ParsedRules {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
