package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.pixelanon.pii.text.Romanised;
import org.pixelanon.pii.token.Vocabulary;

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
    private static final Vocabulary TERMS = Vocabulary.standard();

    /** The component of a PN, 0-based, from which on it holds titles (DICOM PS3.5 6.2.1). */
    private static final int FIRST_TITLE = 3;

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

        /** Whether a value says nothing but what stands on everybody's images. */
        private static boolean isHarmless(String value) {
            List<Word> all = PlainText.words(PlainText.of(value));
            return !all.isEmpty() && all.stream().allMatch(w -> TERMS.isTerm(w.text()));
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
            for (String group : groups(value)) {
                String[] components = group.split("\\^", -1);
                for (int i = 0; i < components.length; i++) {
                    // prefix and suffix hold titles, which machines also write into technique
                    // (DR 60), and names where a system fills the components otherwise
                    boolean title = i >= FIRST_TITLE;
                    if (showsWords(
                            components[i], title ? TagWords.TITLES : Set.of(), title ? 3 : 2)) {
                        return true;
                    }
                }
                if (showsRun(String.join("", List.of(components))) || showsInitials(components)) {
                    return true;
                }
            }
            return false;
        }

        /** The groups of a person name, and how those of other scripts are written in Latin. */
        private static List<String> groups(String value) {
            List<String> groups = new ArrayList<>(List.of(value.split("=", -1)));
            List.copyOf(groups).forEach(group -> groups.addAll(Romanised.of(group)));
            return groups;
        }

        /**
         * The first letters of given and family name, in either order; views are written so, too.
         */
        private boolean showsInitials(String[] components) {
            StringBuilder initials = new StringBuilder();
            for (int i = 0; i < components.length && i < FIRST_TITLE; i++) {
                for (Word word : PlainText.words(PlainText.of(components[i]))) {
                    initials.append(word.text().charAt(0));
                }
            }
            String forward = initials.toString();
            String backward = initials.reverse().toString();
            return forward.length() > 1
                    && (showsLetters(forward)
                            || showsLetters(backward)
                            || (forward.length() > 2
                                    && (showsLetters(forward.substring(0, 2))
                                            || showsLetters(
                                                    backward.substring(backward.length() - 2)))));
        }

        private boolean showsLetters(String initials) {
            boolean spaced = String.join("", words).equals(initials);
            return spaced
                    || (words.contains(initials)
                            && !TagWords.VIEWS.contains(initials)
                            && !isLabel(initials));
        }

        /** Whether a number follows a word, so that it is a label. */
        private boolean isLabel(String word) {
            return Pattern.compile("\\b" + Pattern.quote(word) + "\\s?[:=]?\\s?[-<]?[.\\d]")
                    .matcher(plain)
                    .find();
        }

        private boolean showsWords(String value, Set<String> common, int shortest) {
            String spelt = spelt(value);
            return showsWordsOf(value, common, shortest)
                    || (!spelt.equals(value) && showsWordsOf(spelt, common, shortest))
                    || Romanised.of(value).stream()
                            .anyMatch(latin -> showsWordsOf(latin, common, shortest));
        }

        /** Letters with dots as people write them where there are none. */
        private static String spelt(String value) {
            return TagWords.UMLAUTS.entrySet().stream()
                    .reduce(value, (s, e) -> s.replace(e.getKey(), e.getValue()), (a, b) -> a);
        }

        private boolean showsWordsOf(String value, Set<String> common, int shortest) {
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
            for (int i = 0; i < bones.size(); i++) {
                String word = bones.get(i);
                // STANDING is no Stan
                boolean term = TERMS.isTerm(words.get(i));
                boolean part =
                        word.length() >= 4
                                && bone.length() >= 4
                                && ((bone.startsWith(word)
                                                && 5 * word.length() >= 3 * bone.length())
                                        || (!term && word.contains(bone))
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
            if (isHarmless(value.value())) {
                return false;
            }
            if (value.vr().equals("UI") || TagWords.NUMBERED.stream().anyMatch(keyword::contains)) {
                return showsId(value.value());
            }
            if (value.vr().equals("CS") && value.value().strip().length() < 2) {
                return false;
            }
            if (TagWords.NAMED.stream().anyMatch(keyword::contains)) {
                return showsInstitution(value.value());
            }
            return showsRun(value.value());
        }

        /**
         * Words that tell it from others; CHEST of a chest hospital stands on everybody's images,
         * and so does the manufacturer that a machine names where its owner should stand.
         */
        private boolean showsInstitution(String value) {
            Set<String> common = new HashSet<>(TagWords.COMMON);
            List<String> all =
                    PlainText.words(PlainText.of(value)).stream().map(Word::text).toList();
            all.stream().filter(w -> TERMS.isTerm(w) || TERMS.isBrand(w)).forEach(common::add);
            return !(common.containsAll(all) && all.stream().anyMatch(TERMS::isBrand))
                    && showsWords(value, common, 3);
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
