package org.pixelanon.tags;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.VR;

/**
 * Finds values of tags in the texts read from pixels: the whole value or a component of it,
 * ignoring case, accents and separators. Dates are searched in the orders and with the month names
 * that devices use. Not thread-safe: it caches answers.
 */
final class SeenText {

    /** Shorter words and numbers occur on every image without relation to the tag. */
    private static final int SHORTEST_WORD = 3;

    private static final int SHORTEST_NUMBER = 4;

    /** From this length on, a value may extend across the words of a text, or be inside one. */
    private static final int SHORTEST_INSIDE = 6;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COMPONENTS = Pattern.compile("[\\\\^=]");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d*)");
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");

    private final Set<String> words = new HashSet<>();
    private final List<String> squeezed = new ArrayList<>();
    private final Map<String, Boolean> answers = new HashMap<>();

    /**
     * Prepares the search.
     *
     * @param texts the texts read from pixels, one entry per place
     */
    SeenText(List<String> texts) {
        for (String text : texts) {
            String plain = plain(text);
            String together = squeeze(plain);
            if (!together.isEmpty()) {
                squeezed.add(together);
                words.add(together);
                words.addAll(Arrays.asList(BETWEEN.split(plain.strip())));
            }
        }
    }

    /** Returns whether a value, or a component of it, was read in the pixels. */
    boolean isSeen(ElementLine line) {
        boolean searched =
                line.text() && line.vr() != VR.UI && line.tag() >>> 16 != 2 && !squeezed.isEmpty();
        return searched
                && answers.computeIfAbsent(
                        line.vr() + line.value(), key -> seen(line.vr(), line.value()));
    }

    private boolean seen(VR vr, String value) {
        for (String component : COMPONENTS.split(value)) {
            String plain = plain(component);
            boolean found =
                    switch (vr) {
                        case DA, DT -> date(squeeze(plain));
                        case TM -> time(squeeze(plain));
                        case PN -> has(squeeze(plain)) || any(BETWEEN.split(plain.strip()));
                        default -> has(squeeze(plain)) || all(BETWEEN.split(plain.strip()));
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean any(String[] parts) {
        return Arrays.stream(parts).anyMatch(this::has);
    }

    /** A text of several words may have been read word by word. */
    private boolean all(String[] parts) {
        return parts.length > 1 && Arrays.stream(parts).allMatch(this::has);
    }

    private boolean has(String wanted) {
        boolean number = wanted.chars().allMatch(Character::isDigit);
        int shortest = number ? SHORTEST_NUMBER : SHORTEST_WORD;
        return wanted.length() >= shortest && (words.contains(wanted) || inside(wanted));
    }

    private boolean inside(String wanted) {
        return wanted.length() >= SHORTEST_INSIDE
                && squeezed.stream().anyMatch(text -> text.contains(wanted));
    }

    private boolean date(String digits) {
        Matcher date = DATE.matcher(digits);
        if (!date.lookingAt()) {
            return has(digits);
        }
        String year = date.group(1);
        String month = date.group(2);
        String day = date.group(3);
        int number = Integer.parseInt(month);
        String name = number >= 1 && number <= MONTHS.size() ? MONTHS.get(number - 1) : month;
        Stream<String> anywhere =
                Stream.of(
                        year + month + day,
                        day + month + year,
                        month + day + year,
                        day + name + year,
                        name + day + year,
                        year + name + day);
        String shortYear = year.substring(2);
        Stream<String> alone =
                Stream.of(
                        shortYear + month + day, day + month + shortYear, month + day + shortYear);
        return anywhere.anyMatch(this::inside) || alone.anyMatch(words::contains);
    }

    /** Hours and minutes alone count only as a separate word. */
    private boolean time(String digits) {
        Matcher time = TIME.matcher(digits);
        return time.lookingAt()
                ? inside(time.group(1) + time.group(2)) || words.contains(time.group(1))
                : words.contains(digits) && digits.length() >= SHORTEST_NUMBER;
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String squeeze(String plain) {
        return BETWEEN.matcher(plain).replaceAll("");
    }
}
