package org.pixelanon.pii.regex;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the expressions of one file, as Python's {@code re} (3.11) understands them. What cannot be
 * translated is refused. Character classes that several expressions have are made once. Not
 * thread-safe.
 */
public final class PythonRegexParser {

    private final Map<String, CharClass> classes = new HashMap<>();

    /** Creates a parser that has met no character class yet. */
    public PythonRegexParser() {}

    /**
     * Reads one expression.
     *
     * @param source the expression
     * @param line 1-based line in its file
     * @return the expression, ready to be matched
     * @throws PatternSyntaxException if it is broken or cannot be translated
     */
    public PythonRegex parse(String source, int line) {
        return RegexTranslation.of(source, line, classes);
    }
}
