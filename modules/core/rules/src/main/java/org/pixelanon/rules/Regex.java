package org.pixelanon.rules;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.pixelanon.model.BoundedPattern;

/** Regular expressions as Python writes them, ignoring case. */
final class Regex {

    private Regex() {}

    /** Compiles an expression of a recipe. */
    static BoundedPattern of(String expression, int line) throws RulesException {
        try {
            return compile(expression);
        } catch (PatternSyntaxException e) {
            throw new RulesException(line, "regular expression: " + e.getDescription());
        }
    }

    static BoundedPattern compile(String expression) {
        // constructs that Python and Java write differently
        String java =
                expression
                        .replace("(?P<", "(?<")
                        .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>")
                        .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\Z", "$1\\\\z");
        return BoundedPattern.compile(java, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
