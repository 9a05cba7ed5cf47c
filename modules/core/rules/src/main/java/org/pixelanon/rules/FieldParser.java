package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names of elements in the notation of either language. */
public final class FieldParser {

    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:0[xX])?([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})(?![0-9A-Za-z])"
                            + "|[(\\[]\\s*([0-9A-Fa-f]{4})\\s*,?\\s*([0-9A-Fa-f]{4})\\s*[)\\]]");
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "[(\\[]\\s*([0-9A-Fa-f]{4})\\s*,\\s*[\"']([^\"']*)[\"']\\s*,"
                            + "\\s*([0-9A-Fa-f]{2})\\s*[)\\]]");
    private static final Pattern JOINT = Pattern.compile("__|::");

    /**
     * A field and the text after it.
     *
     * @param field the field
     * @param rest what follows, unchanged
     */
    record Read(Field field, String rest) {}

    private FieldParser() {}

    /**
     * Reads the name of an element.
     *
     * @param text e.g. {@code Rows} or {@code 0x00191201}
     * @return the field
     * @throws RulesException if it is none
     */
    public static Field parse(String text) throws RulesException {
        Read read = read(text.strip(), 0);
        if (!read.rest().isEmpty()) {
            throw new RulesException(text + ": expected the name of an element");
        }
        return read.field();
    }

    /**
     * Reads one field at the beginning of a text.
     *
     * @param text begins with the field
     * @param line for the message
     * @return the field and what follows
     * @throws RulesException if the text does not begin with a field
     */
    static Read read(String text, int line) throws RulesException {
        List<Field.Name> path = new ArrayList<>();
        String rest = text;
        while (true) {
            Matcher matcher = PRIVATE.matcher(rest);
            if (matcher.lookingAt()) {
                path.add(
                        new Field.Private(
                                hex(matcher.group(1)), matcher.group(2), hex(matcher.group(3))));
            } else if (matcher.usePattern(NUMBER).reset().lookingAt()) {
                boolean bare = matcher.group(1) != null;
                int group = hex(matcher.group(bare ? 1 : 3));
                path.add(new Field.Number(group << 16 | hex(matcher.group(bare ? 2 : 4))));
            } else if (matcher.usePattern(KEYWORD).reset().lookingAt()) {
                path.add(new Field.Keyword(matcher.group()));
            } else {
                throw new RulesException(line, "expected the name of an element");
            }
            rest = rest.substring(matcher.end());
            Matcher joint = JOINT.matcher(rest);
            if (!joint.lookingAt()) {
                return new Read(new Field(path), rest);
            }
            rest = rest.substring(joint.end());
        }
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
