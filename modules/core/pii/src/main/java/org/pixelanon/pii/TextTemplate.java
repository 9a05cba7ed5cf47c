package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Identity.Device;

/**
 * Texts that differ in their numbers alone, as an expression of an allow-list. Immutable.
 *
 * @param fixed what stands before, between and behind the numbers; one more than there are numbers
 * @param least of each number the fewest digits that were seen
 * @param most of each number the most digits that were seen
 */
public record TextTemplate(List<String> fixed, List<Integer> least, List<Integer> most) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N} ]");

    /** From so many digits on a number may be anybody's. */
    private static final int MOST_DIGITS = 4;

    /** A word of fewer letters may be initials. */
    private static final int SHORTEST_WORD = 3;

    /** What numbers are tried with: days, months, years and hours among them. */
    private static final List<String> FILLINGS =
            List.of("0000", "0101", "1212", "1111", "2020", "1956", "2312", "9999");

    /** Copies the lists. */
    public TextTemplate {
        fixed = List.copyOf(fixed);
        least = List.copyOf(least);
        most = List.copyOf(most);
    }

    /**
     * The template of one text.
     *
     * @param text as read
     * @return matches that text, and others with as many digits
     */
    public static TextTemplate of(String text) {
        List<String> fixed = new ArrayList<>();
        List<Integer> digits = new ArrayList<>();
        Matcher m = NUMBER.matcher(text.strip());
        int end = 0;
        while (m.find()) {
            fixed.add(text.strip().substring(end, m.start()));
            digits.add(m.end() - m.start());
            end = m.end();
        }
        fixed.add(text.strip().substring(end));
        return new TextTemplate(fixed, digits, digits);
    }

    /**
     * The same for one text more.
     *
     * @param other the template of a text with the same fixed parts
     * @return matches what either matches
     */
    public TextTemplate with(TextTemplate other) {
        List<Integer> fewest = new ArrayList<>();
        List<Integer> greatest = new ArrayList<>();
        for (int i = 0; i < least.size(); i++) {
            fewest.add(Math.min(least.get(i), other.least.get(i)));
            greatest.add(Math.max(most.get(i), other.most.get(i)));
        }
        return new TextTemplate(fixed, fewest, greatest);
    }

    /**
     * The template as a line of an allow-list.
     *
     * @return a Python expression; numbers have as many digits as were seen
     */
    public String expression() {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < fixed.size(); i++) {
            expression.append(SIGN.matcher(fixed.get(i)).replaceAll("\\\\$0"));
            if (i < least.size()) {
                int from = least.get(i);
                int to = most.get(i);
                String times = from == to ? "{" + from + "}" : "{" + from + "," + to + "}";
                expression.append("[0-9]").append(to == 1 ? "" : times);
            }
        }
        return expression.toString();
    }

    /**
     * Why this may not be released, whoever kept it.
     *
     * @return which rule speaks against it, without any of its text; empty if none does
     */
    public Optional<String> veto() {
        if (most.stream().anyMatch(digits -> digits > MOST_DIGITS)) {
            return Optional.of("a number has more than " + MOST_DIGITS + " digits");
        }
        String words = String.join(" ", fixed);
        if (words.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.isDigit(c))) {
            return Optional.of("a character is neither letter nor symbol");
        }
        boolean named = Pattern.compile("\\p{L}{" + SHORTEST_WORD + "}").matcher(words).find();
        if (!named) {
            return Optional.of("no word of three letters says what it is");
        }
        if (new NameGuard().holdsName(words)) {
            return Optional.of("a word may be a name");
        }
        PatternDetector patterns = new PatternDetector();
        for (String filling : FILLINGS) {
            for (boolean longest : new boolean[] {false, true}) {
                Set<String> forms = patterns.forms(filled(filling, longest ? most : least));
                if (!forms.isEmpty()) {
                    return Optional.of("has the form of: " + String.join(", ", forms));
                }
            }
        }
        return Optional.empty();
    }

    private String filled(String digits, List<Integer> lengths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fixed.size(); i++) {
            text.append(fixed.get(i));
            if (i < lengths.size()) {
                text.append(digits, 0, lengths.get(i));
            }
        }
        return text.toString();
    }

    /**
     * Returns whether a file's own tags say a text of this template.
     *
     * @param text as read in that file
     * @param identity what its tags say
     * @return true if it must not be released
     */
    public static boolean isSaidByTags(String text, Identity identity) {
        return new OwnTagDetector().judge(text, identity).isPresent();
    }

    /**
     * The line of an allow-list from which on expressions are for one device.
     *
     * @param device a device; an unknown one for all
     * @return a remark
     */
    public static String deviceLine(Device device) {
        return AllowListFile.line(device);
    }
}
