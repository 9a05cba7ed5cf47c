package org.pixelanon.pii;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Finds dates, times, numbers, telephone numbers, ages, addresses and labels of identity anywhere
 * in a text.
 */
public final class PatternDetector implements PiiDetector {

    /** Digits as recognition confuses them: O and o for 0, l and I for 1, S for 5, B for 8. */
    private static final String D = "[0-9OolISB]";

    private static final String MONTHS =
            "(?:jan|feb|mar|mär|mrz|apr|may|mai|mag|jun|jul|aug|sep|oct|okt|nov|dec|dez|dic|"
                    + "ene|abr|ago|fév|fev|avr|juin|juil|aoû|déc|gen|giu|lug|set|ott)[a-zäéû]*";

    private static final Map<String, Pattern> PATTERNS = patterns();

    private static Map<String, Pattern> patterns() {
        Map<String, String> source = new LinkedHashMap<>();
        addDatesAndTimes(source);
        addNumbersAndWords(source);
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        int flags =
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        source.forEach(
                (name, regex) ->
                        compiled.put(
                                name, Pattern.compile(regex, name.equals("number") ? 0 : flags)));
        return Collections.unmodifiableMap(compiled);
    }

    private static void addDatesAndTimes(Map<String, String> source) {
        String year = "(?:" + D + "{4}|" + D + "{2})";
        source.put(
                "date",
                "(?<![0-9.])"
                        + D
                        + "{1,2}\\s?[-/.]\\s?"
                        + D
                        + "{1,2}\\s?[-/.]\\s?"
                        + year
                        + "(?![0-9])");
        source.put(
                "date, year first",
                "(?<![0-9])(?:1[89]|2[0O])"
                        + D
                        + "{2}\\s?[-/.]\\s?"
                        + D
                        + "{1,2}\\s?[-/.]\\s?"
                        + D
                        + "{1,2}");
        source.put(
                "date with month name",
                "(?:"
                        + D
                        + "{1,2}[ .,-]*"
                        + MONTHS
                        + "|"
                        + MONTHS
                        + "[ .,-]*"
                        + D
                        + "{1,2})[ .,'-]*"
                        + year
                        + "?");
        source.put(
                "date, digits only",
                "(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])");
        source.put(
                "time",
                "(?<![0-9.])[0-2]?"
                        + D
                        + "\\s?:\\s?[0-5]"
                        + D
                        + "(?:\\s?:\\s?[0-5]"
                        + D
                        + ")?(?![0-9])");
    }

    private static void addNumbersAndWords(Map<String, String> source) {
        source.put("number", "[0-9](?:[ -]?[0-9OolISB]){5,}|[A-Z]{1,4}[ -]?[0-9]{4,}");
        source.put(
                "telephone",
                "(?:tel|phone|fon|fax)\\b.*[0-9]|\\+[0-9][0-9 ()/-]{6,}|\\(?[0-9]{3}\\)?[ -][0-9]{3}[ -][0-9]{4}");
        source.put("e-mail", "[\\w.+-]+@[\\w-]+\\.[\\w.]+");
        source.put(
                "age",
                "(?<![0-9A-Za-z])0?[0-9]{2,3}\\s?[YMWD](?![A-Za-z])|\\bage\\b|\\balter\\b|[0-9]+\\s?(?:yrs?|years?|y/?o)\\b");
        source.put(
                "title",
                "\\b(?:dr|prof|mr|mrs|ms|miss|herr|frau|mme|sig|sra?|phys|physician|radiographer|operator)\\b[.:]?\\s");
        source.put(
                "label",
                "\\b(?:name|patient|pat|dob|born|birth|geb|mrn|nhs|hosp|hospital|clinic|klinik|infirmary|"
                        + "acc(?:ession)?|ssn|pid|id|ref|tech|operator|sex|institution)\\b\\s*[:#.]?");
    }

    @Override
    public String name() {
        return "patterns";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        for (Map.Entry<String, Pattern> entry : PATTERNS.entrySet()) {
            if (entry.getValue().matcher(text).find()) {
                return Optional.of(
                        new Opinion(true, new Reason(Reason.Kind.PATTERN, entry.getKey())));
            }
        }
        return Optional.empty();
    }
}
