package org.pixelanon.rules;

/** Writes rules in the normal form of their language. */
public final class RuleWriter {

    private RuleWriter() {}

    /**
     * Writes rules.
     *
     * @param file the rules
     * @return the text; read again, it gives equal rules
     * @throws RulesException if the language cannot say one of them, e.g. because a value looks
     *     like an operator
     */
    public static String write(RuleFile file) throws RulesException {
        boolean recipe = file.language() == Language.DEID;
        String text = recipe ? DeidWriter.write(file) : CtpWriter.write(file);
        ParsedRules again = recipe ? new DeidParser(text).parse() : new CtpParser(text).parse();
        if (!again.file().equals(file)) {
            throw new RulesException("a rule holds text that its language cannot quote");
        }
        return text;
    }
}
