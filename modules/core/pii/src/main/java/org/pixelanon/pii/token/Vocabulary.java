package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and phrases that name nobody, by type and language. A single word that is also a name is in
 * doubt: it needs a number with a unit. Immutable and thread-safe.
 */
public final class Vocabulary {

    /** The files of the words, in the order in which they count. */
    private static final List<String> FILES =
            List.of(
                    "view.txt",
                    "marker.txt",
                    "anatomy.txt",
                    "standard.txt",
                    "measurement.txt",
                    "technique.txt",
                    "probe.txt",
                    "brand.txt",
                    "screen.txt");

    /** Words that are names and released nevertheless; each with its reason. */
    private static final String EXEMPT = "names-released.txt";

    private static final int MOST_MISTAKES = 3;

    /** A phrase of so many letters is known also without its blanks. */
    private static final int LONG = 7;

    /** A letter with a number may be the number of staff beside a marker. */
    private static final Pattern STAFF = Pattern.compile("\\p{L}[0-9]+|[0-9]+\\p{L}");

    /** From here on a sign of Korean is a syllable. */
    private static final int FIRST_SYLLABLE = 0xAC00;

    /** Signs that part the words of a phrase. */
    private static final String PARTING = "-/.&'’+_:()";

    /**
     * An entry.
     *
     * @param key its words and numbers in upper case, parted by blanks
     * @param type what it is
     * @param label whether it only names a number and is nothing alone
     * @param body whether it confirms short words, because it is of the body
     * @param doubt whether it is also a name
     * @param place its file and line
     */
    public record Entry(
            String key, TokenType type, boolean label, boolean body, Doubt doubt, String place) {

        /** Whether it is too short to tell it from initials. */
        boolean isShort() {
            if (STAFF.matcher(key).matches()) {
                return true;
            }
            long letters = key.codePoints().filter(Character::isLetter).count();
            long latin = key.codePoints().filter(Entry::isOfAlphabet).count();
            boolean digits = key.codePoints().anyMatch(Character::isDigit);
            return latin == letters && latin < 3 && !(digits && key.length() > 2);
        }

        private static boolean isOfAlphabet(int c) {
            return Character.isLetter(c) && !Character.isIdeographic(c) && c < FIRST_SYLLABLE;
        }

        /** Whether it is believed although a letter was read otherwise. */
        boolean canBeMisread() {
            return doubt != Doubt.NAME && key.length() > 2;
        }
    }

    /** Why a single word may be something else. */
    public enum Doubt {
        /** It is no name. */
        NONE,
        /** It is a rare surname, and stands on images where names do. */
        RARE_NAME,
        /** It is a name, and released where it stands alone. */
        RELEASED,
        /** It is a name. */
        NAME
    }

    /** An entry found from one part of a line up to another. */
    record Match(int to, Entry entry, int mistakes) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> exempt = new HashSet<>();
    private final NameFilter names;
    private final NameFilter rare;
    private final Corrections corrections;

    /** Read once, by the first who needs it. */
    private static final class Shared {
        static final Vocabulary VOCABULARY = new Vocabulary();
    }

    /**
     * The vocabulary of the jar.
     *
     * @return always the same
     */
    public static Vocabulary standard() {
        return Shared.VOCABULARY;
    }

    private Vocabulary() {
        names = NameFilter.names();
        rare = NameFilter.rareNames();
        DataFile.read(
                EXEMPT,
                (file, line) -> exempt.add(key(new Atoms(line.text().split(":", -1)[0].strip()))));
        for (String name : FILES) {
            DataFile.read(name, (file, line) -> add(file, line));
        }
        corrections = new Corrections(names, rare);
    }

    private void add(String file, DataFile.Line line) {
        TokenType type = TokenType.valueOf(line.heading().get(0).toUpperCase(Locale.ROOT));
        boolean label = line.heading().contains("label");
        boolean body = line.heading().contains("body");
        String place = file + " line " + line.number();
        for (String term : line.text().split(";", -1)) {
            if (!term.isBlank()) {
                String key = key(new Atoms(term.strip()));
                Doubt doubt = exempt.contains(key) ? Doubt.RELEASED : doubt(key, type);
                entries.putIfAbsent(key, new Entry(key, type, label, body, doubt, place));
                String joined = key.replace(" ", "");
                if (!joined.equals(key)
                        && joined.length() >= LONG
                        && !names.holds(joined)
                        && !rare.holds(joined)) {
                    entries.putIfAbsent(joined, new Entry(joined, type, label, body, doubt, place));
                }
            }
        }
    }

    private Doubt doubt(String key, TokenType type) {
        List<String> words = List.of(key.split(" ", -1));
        boolean name =
                words.stream()
                        .allMatch(w -> names.holds(w) && (words.size() == 1 || w.length() > 2));
        if (name) {
            return Doubt.NAME;
        }
        boolean stamped = type == TokenType.VIEW;
        return stamped && words.size() == 1 && rare.holds(key) ? Doubt.RARE_NAME : Doubt.NONE;
    }

    /** Whether a word is a name that is not released all the same. */
    boolean isOnlyName(String plain) {
        return names.holds(plain) && !exempt.contains(plain);
    }

    Corrections corrections() {
        return corrections;
    }

    /**
     * Returns whether a word is a harmless term and no name that a list knows.
     *
     * @param word one word, in upper case without accents
     * @return true for a term of three letters or more
     */
    public boolean isTerm(String word) {
        Entry entry = entries.get(word);
        return entry != null && !entry.isShort() && entry.doubt() != Doubt.NAME;
    }

    /**
     * Returns whether a word is that of a manufacturer, be it a name, too.
     *
     * @param word in capitals, without accents
     * @return true for such a word
     */
    public boolean isBrand(String word) {
        Entry entry = entries.get(word);
        return entry != null && entry.type() == TokenType.BRAND;
    }

    /**
     * All entries, so that each can be looked at.
     *
     * @return in no order
     */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private String key(Atoms atoms) {
        String key = "";
        for (int i = 0; i < atoms.size(); i++) {
            if (atoms.get(i).kind() != Atoms.Kind.SIGN) {
                if (!key.isEmpty()) {
                    beginnings.add(key);
                }
                key = atoms.with(key, i);
            }
        }
        return key;
    }

    /** The entries that begin at a part of a line, the exact ones first. */
    List<Match> at(Atoms atoms, int from) {
        List<Match> found = new ArrayList<>();
        if (atoms.get(from).kind() != Atoms.Kind.SIGN) {
            extend(atoms, from, "", 0, found);
        }
        return found;
    }

    private void extend(Atoms atoms, int at, String key, int mistakes, List<Match> found) {
        String exact = atoms.with(key, at);
        boolean known = take(atoms, at + 1, exact, mistakes, found);
        int end = atoms.endOfRun(at);
        boolean wholeRun =
                at == 0 || atoms.get(at).spaced() || atoms.get(at - 1).kind() == Atoms.Kind.SIGN;
        if ((known && end == at + 1) || !wholeRun || mistakes >= MOST_MISTAKES) {
            return;
        }
        String before = key.isEmpty() ? "" : key + " ";
        for (Misreadings.Reading reading : atoms.readings(at, end, corrections)) {
            String word = before + reading.word();
            Entry entry = entries.get(word);
            boolean sound = entry == null || entry.canBeMisread();
            if (sound && take(atoms, end, word, mistakes + reading.mistakes(), found)) {
                return;
            }
        }
    }

    /** Notes the entry of a key, goes on behind it, and tells whether the key begins any entry. */
    private boolean take(Atoms atoms, int to, String key, int mistakes, List<Match> found) {
        Entry entry = entries.get(key);
        if (entry != null) {
            found.add(new Match(to, entry, mistakes));
        }
        boolean begins = beginnings.contains(key);
        if (begins) {
            int next = to;
            while (atoms.isSign(next, PARTING)) {
                next++;
            }
            if (next < atoms.size() && atoms.get(next).kind() != Atoms.Kind.SIGN) {
                extend(atoms, next, key, mistakes, found);
            }
        }
        return entry != null || begins;
    }
}
