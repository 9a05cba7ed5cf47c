package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.pii.text.PlainText;

/** The smallest parts of a line: words, numbers and signs. Immutable. */
final class Atoms {

    /** The kinds of parts. */
    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    /**
     * One part.
     *
     * @param text as read, without accents
     * @param plain in upper case
     * @param spaced whether a blank stands before it
     */
    record Atom(Kind kind, String text, String plain, int start, int end, boolean spaced) {}

    private static final Pattern PART =
            Pattern.compile(
                    "(?<number>(?:(?<=^|[\\s-])[.,])?[0-9]+(?:[.,][0-9]+)*)|(?<word>\\p{L}[\\p{L}\\p{M}]*)|(?<sign>\\S)");

    private static final Pattern QUOTES = Pattern.compile("[\"“”„]");

    /** A nought before a point, as it is often read. */
    private static final Pattern ROUND = Pattern.compile("@(?=[.,][0-9])");

    final String line;
    private final List<Atom> all = new ArrayList<>();
    private final Map<Integer, List<Misreadings.Reading>> readings = new HashMap<>();

    /** The part that begins at a place of the line, or -1. */
    private final int[] starting;

    Atoms(String text) {
        String unquoted = QUOTES.matcher(text).replaceAll("");
        line = ROUND.matcher(PlainText.folded(unquoted)).replaceAll("0").strip();
        starting = new int[line.length() + 1];
        Arrays.fill(starting, -1);
        Matcher part = PART.matcher(line);
        int end = 0;
        while (part.find()) {
            Kind kind =
                    part.group("number") != null
                            ? Kind.NUMBER
                            : part.group("word") != null ? Kind.WORD : Kind.SIGN;
            String found = part.group();
            starting[part.start()] = all.size();
            all.add(
                    new Atom(
                            kind,
                            found,
                            PlainText.of(found).toUpperCase(Locale.ROOT),
                            part.start(),
                            part.end(),
                            part.start() > end));
            end = part.end();
        }
        starting[line.length()] = all.size();
    }

    int size() {
        return all.size();
    }

    Atom get(int i) {
        return all.get(i);
    }

    /** The part that begins at a place, or at the next one behind blanks; -1 if none does. */
    int startingAt(int place) {
        int at = place;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return starting[at];
    }

    /** Whether a part is that sign. */
    boolean isSign(int i, String signs) {
        return i < size() && get(i).kind() == Kind.SIGN && signs.contains(get(i).text());
    }

    /** Where the run of letters and digits without blanks ends that a part belongs to. */
    int endOfRun(int from) {
        int end = from + 1;
        while (end < size() && get(end).kind() != Kind.SIGN && !get(end).spaced()) {
            end++;
        }
        return end;
    }

    /**
     * The words and numbers from one part on as keys of a data file have them: in upper case, with
     * a blank where a blank or a sign parts them.
     *
     * @param key what stands before
     * @param to the part that is added
     */
    String with(String key, int to) {
        boolean parted = !key.isEmpty() && (get(to).spaced() || get(to - 1).kind() == Kind.SIGN);
        return key + (parted ? " " : "") + get(to).plain();
    }

    /** What a run may have been before it was misread; found once. */
    List<Misreadings.Reading> readings(int from, int end, Corrections corrections) {
        return readings.computeIfAbsent(from, at -> corrections.of(between(at, end)));
    }

    /** The line from one part up to another, as read. */
    String between(int from, int to) {
        return line.substring(get(from).start(), get(to - 1).end());
    }
}
