package org.pixelanon.pii;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.text.PlainText;

/**
 * Finds dates, times, numbers of persons, telephone numbers, ages, addresses, titles and labels by
 * their form, whatever recognition made of their digits. Some forms are certain; the others also
 * occur in technique, so that a user's allow-list may release them. Immutable and thread-safe.
 */
public final class PatternDetector implements PiiDetector {

    /** A form: on the plain text in upper case with look-alike letters among digits repaired. */
    private record Form(String name, boolean certain, Pattern pattern) {
        static Form certain(String name, String regex) {
            return new Form(name, true, Pattern.compile(regex));
        }

        static Form likely(String name, String regex) {
            return new Form(name, false, Pattern.compile(regex));
        }
    }

    private static final String NAME_LABEL =
            "(?:PATIENT|PAT|PT|PNAME|NAME|NOM|PRENOM|NOMBRE|APELLIDOS?|NOME|COGNOME|NAAM|NAMN|NAVN"
                    + "|VORNAME|NACHNAME|SURNAME|FIRST NAME|LAST NAME|FORENAME|FAMILY NAME|GIVEN NAME"
                    + "|PATIENT NAME|PAT NAME)";
    private static final String BIRTH_LABEL =
            "(?:D\\s?\\.?\\s?O\\s?\\.?\\s?B|DOB|D0B|BIRTH ?DATE|DATE OF BIRTH|BORN|GEB|GEBOREN"
                    + "|GEBURTSDATUM|NE LE|NEE LE|DDN|NACIMIENTO|NATO IL|NATA IL|NASCIMENTO|FODT)";
    private static final String ID_LABEL =
            "(?:ID|1D|PID|PATID|PATIENT ?ID|PAT\\.? ?ID|MRN|NHS|CHI|HOSP(?:ITAL)? ?N[O0R]|CASE ?N[O0R]|FALL ?NR"
                    + "|ACC|ACCN|ACCESSION|ACC\\.? ?N[O0]|ACC ?#|UNIT ?N[O0]|SSN|DNI|EXAM ?ID|STUDY ?ID"
                    + "|VISIT|ENCOUNTER)";
    private static final String PERSON_LABEL =
            "(?:REF|PHYS|PHYSICIAN|REFERRER|REFERRING|DOCTOR|ARZT|MEDECIN|MEDICO|OP|OPER|OPERATOR"
                    + "|PERFORMED BY|TECH|RADIOGRAPHER|SONOGRAPHER|CONSULTANT|REQUESTED BY)";

    private static final List<Form> FORMS =
            List.of(
                    Form.certain("e-mail", "[\\p{L}\\d._%+-]+ ?@ ?[\\p{L}\\d-]+\\.[\\p{L}\\d.]+"),
                    Form.certain("birth label", "\\b" + BIRTH_LABEL + "\\b\\s*[.:;=#-]*\\s*\\d"),
                    Form.certain("name label", "\\b" + NAME_LABEL + "\\s*[:=]\\s*\\S"),
                    Form.certain("id label", "\\b" + ID_LABEL + "\\b[.]?\\s*[:=#]\\s*\\S"),
                    Form.likely("birth label", "\\b" + BIRTH_LABEL + "\\b\\s*[:.]?"),
                    Form.likely("name label", "^\\W*" + NAME_LABEL + "\\b\\W*(?:\\p{L}|$)"),
                    Form.likely(
                            "id label",
                            "\\b" + ID_LABEL + "\\b[.]?\\s*[:#]?\\s*(?=\\S*\\d{3})\\S+"),
                    Form.likely("id label", "\\b" + ID_LABEL + "\\b[.]?\\s*[:#]\\s*$"),
                    Form.likely("person label", "\\b" + PERSON_LABEL + "\\b\\.?\\s*:\\s*"),
                    Form.likely(
                            "age label",
                            "\\b(?:AGE|ALTER|EDAD|ETA|IDADE|LEEFTIJD)\\b\\s*[:=]?\\s*\\d"),
                    Form.likely(
                            "sex label",
                            "\\b(?:SEX|GENDER|GESCHLECHT|SEXE|SEXO|SESSO)\\b|^\\W*(?:MALE|FEMALE|MAENNLICH|WEIBLICH)\\W*$"),
                    Form.likely(
                            "title",
                            "\\b(?:DR|MR|MRS|MS|MISS|PROF|HERR|FRAU|SRA?|MME|MLLE|SIG|SIGRA|DHR|MEVR)\\b\\.?\\s+\\p{L}{2,}"),
                    Form.likely(
                            "institution",
                            "\\b(?:HOSPITAL|CLINIC|CLINICA|KLINIK|KLINIKUM|HOPITAL|KRANKENHAUS|OSPEDALE|INFIRMARY"
                                    + "|UNIVERSITY|UNIVERSITAET|NHS TRUST|MEDICAL CENT(?:ER|RE)|ZIEKENHUIS|SZPITAL|SJUKHUS)"),
                    Form.likely(
                            "time",
                            "(?<![\\d.,])(?:[01]?\\d|2[0-4])\\s?[:;]\\s?[0-5]\\d(?!\\d)|(?<!\\d)(?:[01]?\\d|2[0-3])[H.][0-5]\\d ?(?:UHR|AM|PM|A\\.M|P\\.M)|(?<!\\d)(?:[01]\\d|2[0-3])H[0-5]\\d(?!\\d)"),
                    Form.likely(
                            "time",
                            "(?<![\\d.])(?:[01]?\\d|2[0-3])\\.[0-5]\\d\\.[0-5]\\d(?![\\d.])"),
                    Form.likely("uid", "\\d+(?:\\.\\d+){5,}"),
                    Form.likely(
                            "age",
                            "(?<![\\d.,])\\d{3}[DWMY]\\b|(?<![\\d.,])\\d{1,3}\\s?(?:Y|YR|YRS|YEARS?|YO|Y/O|JAHRE?|ANS|ANOS|ANNI|JAAR|MONTHS?|MTHS|MONATE)\\b"),
                    Form.likely(
                            "telephone",
                            "(?:\\+|\\b00)\\d[\\d ()/.-]{6,}\\d|\\b(?:TEL|PHONE|PH|FAX|FON)\\b[.:]*\\s*[(+]?\\d|\\(\\d{2,5}\\)\\s?\\d[\\d -]{3,}\\d|(?<!\\d)0\\d{2,4}[ /-]\\d{3,4}[ -]?\\d{3,4}|(?<!\\d)\\d{3}-\\d{3}-\\d{4}(?!\\d)"),
                    Form.likely("social security number", "(?<!\\d)\\d{3}-\\d{2}-\\d{4}(?!\\d)"),
                    Form.likely(
                            "number of ten digits", "(?<!\\d)\\d{3}[ -]\\d{3}[ -]\\d{4}(?!\\d)"),
                    Form.likely("postcode", "\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}\\b"),
                    Form.likely("number", "\\d{6,}"),
                    Form.likely("number", "\\b[A-Z]{1,4}[-/ ]?\\d{5,}|\\b\\d{2,}[A-Z]{1,3}\\d{3,}"),
                    Form.likely(
                            "number",
                            "\\b\\d{2,}[-/]\\d{2,}[-/]\\d{2,}|(?<![\\d.])\\d{3,}-\\d{3,}"));

    /** A label and nothing behind it: its value stands beside it or below. */
    private static final Pattern OPEN_LABEL =
            Pattern.compile(
                    "(?:^\\W*|.*\\b(?=[^\\W_]+[^:=#]*[:=#]))(?:"
                            + String.join("|", NAME_LABEL, BIRTH_LABEL, ID_LABEL, PERSON_LABEL)
                            + ")\\W*$");

    /** Forms of numbers, which a label or a unit may explain. */
    private static final Set<String> OF_NUMBERS = Set.of("date", "time", "age", "number");

    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<!\\d)(\\d{3})[ -]?(\\d{3})[ -]?(\\d{4})(?!\\d)");

    @Override
    public String name() {
        return "patterns";
    }

    /** Returns whether a text ends with the label of a name, birth date, id or person. */
    static boolean isOpenLabel(String text) {
        return OPEN_LABEL.matcher(PlainText.of(text)).matches();
    }

    /** Returns whether a text was taken for sensitive for the form of a number in it. */
    static boolean isOfNumbers(Reason reason) {
        return isOfNumbers(reason.detail());
    }

    /** Returns whether a form is one of numbers, which a label or a unit may explain. */
    static boolean isOfNumbers(String form) {
        return OF_NUMBERS.contains(form);
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        Optional<Opinion> certain = certain(text);
        return certain.isPresent() ? certain : likely(text);
    }

    /** What has a form that nothing harmless has. */
    Optional<Opinion> certain(String text) {
        String plain = PlainText.of(text);
        if (WrittenDate.in(text).stream().anyMatch(WrittenDate::sure)) {
            return sensitive("date");
        }
        if (hasHealthServiceNumber(PlainText.digitView(plain))) {
            return sensitive("health service number");
        }
        return first(plain, true);
    }

    /** The names of all forms that a text has. */
    Set<String> forms(String text) {
        Set<String> found = new LinkedHashSet<>();
        String plain = PlainText.of(text);
        String view = PlainText.digitView(plain);
        if (!WrittenDate.in(text).isEmpty()) {
            found.add("date");
        }
        if (hasHealthServiceNumber(view)) {
            found.add("health service number");
        }
        for (Form form : FORMS) {
            if (form.pattern().matcher(plain).find() || form.pattern().matcher(view).find()) {
                found.add(form.name());
            }
        }
        return found;
    }

    private static Optional<Opinion> likely(String text) {
        if (!WrittenDate.in(text).isEmpty()) {
            return sensitive("date");
        }
        return first(PlainText.of(text), false);
    }

    private static Optional<Opinion> first(String plain, boolean certain) {
        String view = PlainText.digitView(plain);
        for (Form form : FORMS) {
            if (form.certain() == certain
                    && (form.pattern().matcher(plain).find()
                            || form.pattern().matcher(view).find())) {
                return sensitive(form.name());
            }
        }
        return Optional.empty();
    }

    /** The check digit of NHS and CHI numbers: weights 10 to 2, modulo 11. */
    private static boolean hasHealthServiceNumber(String view) {
        Matcher m = TEN_DIGITS.matcher(view);
        while (m.find()) {
            String digits = m.group(1) + m.group(2) + m.group(3);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (digits.charAt(i) - '0');
            }
            if ((11 - sum % 11) % 11 == digits.charAt(9) - '0') {
                return true;
            }
        }
        return false;
    }

    private static Optional<Opinion> sensitive(String form) {
        return Optional.of(new Opinion(true, new Reason(Reason.Kind.PATTERN, form)));
    }
}
