package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.text.EditDistance;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.text.PlainText.Word;

/**
 * Finds what the file's own tags say of patient, staff and institution (DICOM PS3.3 C.7.1, C.7.2,
 * C.7.5): names by their words, ids as parts of the text, dates, times and ages in any written
 * form. The reason names the tag, never its value. Immutable and thread-safe.
 */
public final class OwnTagDetector implements PiiDetector {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2}).*");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2}))?.*");
    private static final Pattern AGE = Pattern.compile("0*(\\d{1,3})([DWMY])");
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,2})\\s?[:;.H]\\s?(\\d{2})(?!\\d)\\s?(?:[:;.]?\\s?\\d{2})?\\s?(P\\.?M)?");
    private static final List<String> NUMBERED =
            List.of("ID", "UID", "Number", "Identifier", "Telephone");
    private static final List<String> NAMED =
            List.of(
                    "Institution",
                    "Physician",
                    "Name",
                    "Address",
                    "Operator",
                    "Department",
                    "Person",
                    "Performing",
                    "Requesting",
                    "Referring",
                    "Responsible",
                    "Organization",
                    "Station",
                    "Residence",
                    "Service",
                    "Location",
                    "Occupation");
    private static final Set<String> COMMON =
            Set.of(
                    "THE",
                    "AND",
                    "FOR",
                    "VON",
                    "DER",
                    "DES",
                    "DEL",
                    "UNIT",
                    "ROOM",
                    "DEPT",
                    "DEPARTMENT",
                    "RADIOLOGY",
                    "RADIOLOGIE",
                    "IMAGING",
                    "ULTRASOUND",
                    "XRAY",
                    "RAY",
                    "SCANNER",
                    "MRI",
                    "ECHO",
                    "CHEST",
                    "LEFT",
                    "RIGHT",
                    "PORTABLE",
                    "MOBILE",
                    "GENERAL",
                    "MEDICAL",
                    "CARDIOLOGY");

    /** The component of a PN, 0-based, from which on it holds titles (DICOM PS3.5 6.2.1). */
    private static final int FIRST_TITLE = 3;

    private static final Set<String> TITLES =
            Set.of(
                    "MRS", "MISS", "PROF", "HERR", "FRAU", "MME", "MLLE", "SIR", "REV", "III",
                    "PHD");

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        Reading reading = Reading.of(text);
        for (Identity.Value value : identity.values()) {
            if (!value.value().isBlank() && reading.shows(value)) {
                return Optional.of(
                        new Opinion(true, new Reason(Reason.Kind.OWN_TAG, value.keyword())));
            }
        }
        return Optional.empty();
    }

    /** A text, prepared for comparing with many values. */
    private record Reading(
            String plain,
            String view,
            List<String> words,
            List<String> bones,
            String skeleton,
            List<WrittenDate> dates) {

        static Reading of(String text) {
            String plain = PlainText.of(text);
            List<String> words = PlainText.words(plain).stream().map(Word::text).toList();
            return new Reading(
                    plain,
                    PlainText.digitView(plain),
                    words,
                    words.stream().map(PlainText::skeleton).toList(),
                    PlainText.skeleton(plain),
                    WrittenDate.in(text));
        }

        boolean shows(Identity.Value value) {
            return switch (value.vr()) {
                case "PN" -> showsPerson(value.value());
                case "DA", "DT" -> showsDate(value);
                case "TM" -> showsTime(value.value());
                case "AS" -> showsAge(value.value());
                case "DS", "IS", "FD", "FL", "US", "UL", "SS", "SL" -> showsMeasure(value);
                default -> showsText(value);
            };
        }

        private boolean showsPerson(String value) {
            for (String group : value.split("=", -1)) {
                String[] components = group.split("\\^", -1);
                for (int i = 0; i < components.length; i++) {
                    // prefix and suffix hold titles, which machines also write into technique
                    // (DR 60), and names where a system fills the components otherwise
                    boolean title = i >= FIRST_TITLE;
                    if (showsWords(components[i], title ? TITLES : Set.of(), title ? 3 : 2)) {
                        return true;
                    }
                }
                if (showsRun(String.join("", List.of(components)))) {
                    return true;
                }
            }
            return false;
        }

        private boolean showsWords(String value, Set<String> common, int shortest) {
            for (Word word : PlainText.words(PlainText.of(value))) {
                String name = word.text();
                boolean ideographs = name.codePoints().allMatch(Character::isIdeographic);
                if (ideographs && name.length() > 1 && plain.contains(name)) {
                    return true;
                }
                if (name.length() >= shortest && !common.contains(name) && showsWord(name)) {
                    return true;
                }
            }
            return showsRun(value);
        }

        private boolean showsWord(String name) {
            if (name.length() < 3) {
                return words.contains(name);
            }
            String bone = PlainText.skeleton(name);
            int most =
                    name.length() >= 12 ? 3 : name.length() >= 8 ? 2 : name.length() >= 5 ? 1 : 0;
            for (String word : bones) {
                boolean part =
                        word.length() >= 4
                                && bone.length() >= 4
                                && ((bone.startsWith(word)
                                                && 5 * word.length() >= 3 * bone.length())
                                        || word.contains(bone)
                                        || (bone.endsWith(word)
                                                && 5 * word.length() >= 3 * bone.length()));
                if (word.equals(bone)
                        || part
                        || (most > 0 && EditDistance.within(bone, word, most))) {
                    return true;
                }
            }
            return false;
        }

        /** The whole value, however it is spaced. */
        private boolean showsRun(String value) {
            String bone = PlainText.skeleton(PlainText.of(value));
            return bone.length() >= 4
                    && (skeleton.equals(bone) || (bone.length() >= 6 && skeleton.contains(bone)));
        }

        private boolean showsDate(Identity.Value value) {
            Matcher m = DATE.matcher(value.value().strip());
            if (!m.matches()) {
                return showsRun(value.value());
            }
            int year = Integer.parseInt(m.group(1));
            int month = Integer.parseInt(m.group(2));
            int day = Integer.parseInt(m.group(3));
            boolean birth = value.keyword().contains("Birth");
            return dates.stream().anyMatch(d -> d.isPartOf(year, month, day))
                    || (birth
                            && words.stream()
                                    .anyMatch(w -> PlainText.digits(w).equals(m.group(1))));
        }

        private boolean showsTime(String value) {
            Matcher m = TIME.matcher(value.strip());
            if (!m.matches()) {
                return false;
            }
            int hour = Integer.parseInt(m.group(1));
            int minute = Integer.parseInt(m.group(2));
            String seconds = m.group(3);
            if (seconds != null
                    && words.stream()
                            .anyMatch(
                                    w ->
                                            PlainText.digits(w)
                                                    .equals(m.group(1) + m.group(2) + seconds))) {
                return true;
            }
            Matcher clock = CLOCK.matcher(view);
            while (clock.find()) {
                int shown = Integer.parseInt(clock.group(1));
                boolean sameHour =
                        shown == hour || (clock.group(3) != null && shown % 12 + 12 == hour);
                if (sameHour && Integer.parseInt(clock.group(2)) == minute && hour + minute > 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean showsAge(String value) {
            Matcher m = AGE.matcher(value.strip().toUpperCase(Locale.ROOT));
            if (!m.matches()) {
                return false;
            }
            String unit =
                    switch (m.group(2)) {
                        case "Y" -> "(?:Y|YR|YRS|YEARS?|YO|J|JAHRE?|ANS?|ANOS|ANNI|JAAR|A)";
                        case "M" -> "(?:M|MO|MTH|MTHS|MONTHS?|MONATE?|MOIS|MESES|MESI)";
                        case "W" -> "(?:W|WK|WKS|WEEKS?|WOCHEN?)";
                        default -> "(?:D|DAYS?|TAGE?|JOURS?)";
                    };
            String number = "(?<![\\d.,])0{0,2}" + m.group(1);
            return Pattern.compile(number + "\\s?" + unit + "\\b").matcher(view).find()
                    || Pattern.compile(
                                    "\\b(?:AGE|ALTER|EDAD|ETA|IDADE)\\W*0{0,2}"
                                            + m.group(1)
                                            + "\\b")
                            .matcher(view)
                            .find();
        }

        /** Weight and size, with their unit. */
        private boolean showsMeasure(Identity.Value value) {
            if (!value.keyword().equals("PatientWeight")
                    && !value.keyword().equals("PatientSize")) {
                return value.vr().equals("IS") && showsId(value.value());
            }
            Matcher m = Pattern.compile("(\\d{2,3})(?:\\.0*)?").matcher(value.value().strip());
            return m.matches()
                    && Pattern.compile(
                                    "(?<![\\d.])"
                                            + m.group(1)
                                            + "(?:\\.\\d)?\\s?(?:KG|CM|LB|LBS)\\b")
                            .matcher(view)
                            .find();
        }

        private boolean showsText(Identity.Value value) {
            String keyword = value.keyword();
            if (value.vr().equals("UI") || NUMBERED.stream().anyMatch(keyword::contains)) {
                return showsId(value.value());
            }
            if (value.vr().equals("CS") && value.value().strip().length() < 2) {
                return false;
            }
            if (NAMED.stream().anyMatch(keyword::contains)) {
                return showsWords(value.value(), COMMON, 3);
            }
            return showsRun(value.value());
        }

        private boolean showsId(String value) {
            String id = PlainText.of(value);
            String bone = PlainText.skeleton(id);
            if (bone.length() < 4) {
                return plain.strip().equals(id.strip());
            }
            String bare = bone.replaceFirst("^0+", "");
            if (bone.length() == 4) {
                return bones.contains(bone) || bones.contains(bare) && bare.length() == 4;
            }
            if (skeleton.contains(bone) || (bare.length() >= 4 && skeleton.contains(bare))) {
                return true;
            }
            int most = bone.length() >= 12 ? 2 : bone.length() >= 8 ? 1 : 0;
            if (most > 0
                    && skeleton.length() >= 6
                    && EditDistance.partWithin(bone, skeleton, most)) {
                return true;
            }
            return runs().stream()
                    .anyMatch(
                            r ->
                                    r.length() >= 5
                                            && PlainText.realDigits(r) >= 4
                                            && 2 * r.length() >= bone.length()
                                            && bone.contains(r));
        }

        private List<String> runs() {
            List<String> runs = new ArrayList<>(bones);
            runs.add(skeleton);
            return runs;
        }
    }
}
