package org.pixelanon.rules;

/** Reads files of rules of either language. */
public final class RuleReader {

    private RuleReader() {}

    /**
     * Reads rules of either language.
     *
     * @param text the whole file
     * @return the rules
     * @throws RulesException naming the line of the first mistake, or the kind of file it is if it
     *     holds no pixel rules
     */
    public static ParsedRules read(String text) throws RulesException {
        return switch (RuleKind.of(text)) {
            case RECIPE -> new DeidParser(text).parse();
            case PIXEL_SCRIPT -> new CtpParser(text).parse();
            case FILTER_SCRIPT ->
                    throw new RulesException(
                            "is a CTP filter script, which selects files and has no pixel rules");
            case HEADER_SCRIPT ->
                    throw new RulesException(
                            "is a CTP header anonymizer script, which changes elements and has "
                                    + "no pixel rules");
            case UNKNOWN ->
                    throw new RulesException(
                            "is neither a recipe (FORMAT dicom) nor a pixel anonymizer script ({ signature } (region))");
        };
    }
}
