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

    /**
     * Reads rules of either language.
     *
     * @param text the whole file
     * @return the rules
     * @throws RulesException naming the line of the first mistake, or the kind of file it is if it
     *     holds no pixel rules
     */
    public static ParsedRules parse(String text) throws RulesException {
        return switch (RuleKind.of(text)) {
            case RECIPE -> new DeidParser(text).parse();
            case PIXEL_SCRIPT -> new CtpParser(text).parse();
            case FILTER_SCRIPT ->
                    throw new RulesException(
                            "is a CTP filter script, which chooses files and says nothing about pixels");
            case HEADER_SCRIPT ->
                    throw new RulesException(
                            "is a CTP header anonymizer script, which changes elements and says nothing about pixels");
            case UNKNOWN ->
                    throw new RulesException(
                            "is neither a recipe (FORMAT dicom) nor a pixel anonymizer script ({ signature } (region))");
        };
    }
}
