package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.pii.text.PlainText;

/**
 * The ages of a text: {@code 042Y}, {@code 45 years}, {@code Age: 45}. Only digits that were read
 * as such count.
 *
 * @param years each of them, in whole years
 * @param rest the text without them, in upper case and without accents
 */
record Ages(List<Integer> years, String rest) {

    /** HIPAA safe harbour (45 CFR 164.514(b)(2)(i)(C)) counts all ages from here on as one. */
    private static final int OLD = 90;

    private static final String YEARS =
            "Y ?/ ?O|YO|YEARS?(?: OLD)?|YRS?|Y|JAHRE?|ANS|ANOS|ANNI|JAAR";
    private static final String SHORTER = "MONTHS?|MTHS?|MONATE|WEEKS?|WOCHEN|DAYS?|TAGE";
    private static final Pattern AGE =
            Pattern.compile(
                    "(?<![\\p{L}\\d.,:/-])(?:"
                            + "(?<label>(?:AGE|ALTER|EDAD|ETA|IDADE|LEEFTIJD) ?[:=]? ?)?"
                            + "(?<number>\\d{1,3})"
                            + "(?: ?(?<years>"
                            + YEARS
                            + ")| ?(?<shorter>"
                            + SHORTER
                            + ")|(?<=\\d{3})(?<coded>[DWM]))?"
                            + ")(?![\\p{L}\\d.,:/-])");

    /** Copies the list. */
    Ages {
        years = List.copyOf(years);
    }

    static Ages of(String text) {
        Matcher m = AGE.matcher(PlainText.of(text));
        List<Integer> years = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        while (m.find()) {
            boolean shorter = m.group("shorter") != null || m.group("coded") != null;
            if (shorter || m.group("years") != null || m.group("label") != null) {
                // three digits of months are less than 84 years
                years.add(shorter ? 0 : Integer.parseInt(m.group("number")));
                m.appendReplacement(rest, " ; ");
            } else {
                m.appendReplacement(rest, Matcher.quoteReplacement(m.group()));
            }
        }
        m.appendTail(rest);
        return new Ages(years, rest.toString());
    }

    /** Whether there is an age, and none is of 90 years or more. */
    boolean areUnderNinety() {
        return !years.isEmpty() && years.stream().allMatch(y -> y < OLD);
    }

    boolean haveOld() {
        return years.stream().anyMatch(y -> y >= OLD);
    }
}
