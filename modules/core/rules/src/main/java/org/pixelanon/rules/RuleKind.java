package org.pixelanon.rules;

import java.util.regex.Pattern;

/** The kind of a rules file, determined from its content. */
enum RuleKind {
    RECIPE,
    PIXEL_SCRIPT,
    FILTER_SCRIPT,
    HEADER_SCRIPT,
    UNKNOWN;

    private static final Pattern TERM =
            Pattern.compile(
                    "\\b(?:true|false)\\.|[\\w\\]]\\.(?:equals|contains|startsWith|endsWith|matches|isLessThan|isGreaterThan)(?:IgnoreCase)?\\s*\\(");

    private static final Pattern REGION =
            Pattern.compile("\\(\\s*-?\\d+(?:[\\s,]+-?\\d+){3}\\s*\\)");

    /** Text in which a brace does not open a signature. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"\n]*\"|//[^\n]*");

    private static final Pattern FORMAT = Pattern.compile("(?i)format\\s+\\S+");

    static RuleKind of(String text) {
        String start = firstWords(text);
        if (FORMAT.matcher(start).matches() || start.startsWith("%")) {
            return RECIPE;
        }
        if (start.startsWith("<")) {
            return text.contains("<script") ? HEADER_SCRIPT : UNKNOWN;
        }
        boolean terms = TERM.matcher(text).find();
        boolean signatures =
                text.indexOf('{') >= 0 && REGION.matcher(text).find()
                        || terms && ASIDE.matcher(text).replaceAll("").indexOf('{') >= 0;
        return signatures ? PIXEL_SCRIPT : terms ? FILTER_SCRIPT : UNKNOWN;
    }

    /** The text from the first line that is neither blank nor a recipe comment. */
    private static String firstWords(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .findFirst()
                .orElse("");
    }
}
