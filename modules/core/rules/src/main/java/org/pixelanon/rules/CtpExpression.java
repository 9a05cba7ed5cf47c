package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a signature: terms with {@code +} (or), {@code *} (and) and {@code !} (not), which binds
 * most tightly, and brackets. {@code //} begins a comment up to the end of the line.
 */
final class CtpExpression {

    private static final Pattern BLANK = Pattern.compile("(?:\\s|//[^\n]*)*");
    private static final Pattern TERM =
            Pattern.compile("\\s*\\.\\s*([A-Za-z]+)\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern CONSTANT = Pattern.compile("(true|false)\\.");
    private static final int DEEPEST = 200;
    private static final String IGNORE_CASE = "IgnoreCase";

    private final String text;
    private final int firstLine;
    private int at;
    private int depth;

    CtpExpression(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
    }

    /** The end of the signature that a brace opens; braces in quotes are ignored. */
    static int end(String text, int open, int line) throws RulesException {
        boolean quoted = false;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            } else if (c == '{' && !quoted) {
                break;
            }
        }
        throw new RulesException(line, "a signature is not closed");
    }

    Condition parse() throws RulesException {
        blank();
        if (at == text.length()) {
            throw error("a signature is empty");
        }
        Condition condition = or();
        if (at < text.length()) {
            throw error("expected an operator");
        }
        return condition;
    }

    private Condition or() throws RulesException {
        List<Condition> terms = new ArrayList<>(List.of(and()));
        while (next('+')) {
            terms.add(and());
        }
        return Condition.any(terms);
    }

    private Condition and() throws RulesException {
        List<Condition> terms = new ArrayList<>(List.of(not()));
        while (next('*')) {
            terms.add(not());
        }
        return Condition.all(terms);
    }

    private Condition not() throws RulesException {
        if (++depth > DEEPEST) {
            throw error("brackets are nested too deep");
        }
        Condition condition = unary();
        depth--;
        return condition;
    }

    private Condition unary() throws RulesException {
        if (next('!')) {
            return new Condition.Not(not());
        }
        if (next('(')) {
            Condition inner = or();
            if (!next(')')) {
                throw error("a bracket is not closed");
            }
            return inner;
        }
        Condition term = term();
        blank();
        return term;
    }

    private Condition term() throws RulesException {
        Matcher constant = CONSTANT.matcher(text).region(at, text.length());
        if (constant.lookingAt()) {
            at = constant.end();
            return new Condition.Constant(constant.group(1).equals("true"));
        }
        if (at == text.length()) {
            throw error("expected a term");
        }
        FieldParser.Read read = FieldParser.read(text.substring(at), line());
        at = text.length() - read.rest().length();
        Matcher matcher = TERM.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw error("expected a method with a quoted text");
        }
        Condition term = term(read.field(), matcher.group(1), matcher.group(2));
        at = matcher.end();
        return term;
    }

    private Condition term(Field field, String word, String argument) throws RulesException {
        boolean ignoreCase = word.endsWith(IGNORE_CASE);
        String name = ignoreCase ? word.substring(0, word.length() - IGNORE_CASE.length()) : word;
        for (Condition.Method method : Condition.Method.values()) {
            if (method.word().equals(name) && !(method.isNumeric() && ignoreCase)) {
                if (method == Condition.Method.MATCHES) {
                    check(argument);
                }
                if (method.isNumeric() && ConditionMatcher.number(argument).isEmpty()) {
                    throw error(name + " needs a number");
                }
                return new Condition.Ctp(method, ignoreCase, field, argument);
            }
        }
        throw error("unknown method " + word.toLowerCase(Locale.ROOT) + "");
    }

    private void check(String expression) throws RulesException {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw error("regular expression: " + e.getDescription());
        }
    }

    private boolean next(char c) {
        blank();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            blank();
            return true;
        }
        return false;
    }

    private void blank() {
        Matcher matcher = BLANK.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        }
    }

    private int line() {
        return firstLine + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private RulesException error(String message) {
        return new RulesException(line(), message);
    }
}
