package org.pixelanon.rules;

import java.util.List;

/** Writes rules in the normal form of their language. */
public final class RuleWriter {

    private RuleWriter() {}

    /**
     * Writes rules.
     *
     * @param file the rules
     * @return the text; read again, it gives equal rules
     * @throws RulesException if the language cannot express one of them, e.g. because a value looks
     *     like an operator
     */
    public static String write(RuleFile file) throws RulesException {
        boolean recipe = file.language() == RuleLanguage.DEID;
        String text = recipe ? DeidWriter.write(file) : CtpWriter.write(file);
        ParsedRules again = recipe ? new DeidParser(text).parse() : new CtpParser(text).parse();
        if (!again.file().equals(file)) {
            throw new RulesException(
                    unlike(file, again.file()) + " contains text that its language cannot quote");
        }
        return text;
    }

    /** The first rule that differs when read back. */
    private static String unlike(RuleFile file, RuleFile again) {
        List<Rule> rules = file.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (i >= again.rules().size() || !rules.get(i).equals(again.rules().get(i))) {
                String label = rules.get(i).label();
                return "rule " + (i + 1) + (label.isEmpty() ? "" : " '" + label + "'");
            }
        }
        return "a comment";
    }
}
