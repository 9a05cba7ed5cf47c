package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pixelanon.pii.text.PlainText;

/**
 * Words and phrases that name nobody, by type and language. A single word that is also a name is in
 * doubt: it needs a number with a unit. Immutable and thread-safe.
 */
public final class Vocabulary {

    /** The files of the words, in the order in which they count. */
    private static final List<String> FILES =
            List.of(
                    "anatomy.txt",
                    "standard.txt",
                    "measurement.txt",
                    "technique.txt",
                    "view.txt",
                    "marker.txt",
                    "probe.txt",
                    "brand.txt",
                    "screen.txt");

    /** Words that are names and released nevertheless; each with its reason. */
    private static final String EXEMPT = "names-released.txt";

    private static final int MOST_PARTS = 7;

    /** Signs that part the words of a phrase. */
    private static final String PARTING = "-/.&'’+_";

    /**
     * An entry.
     *
     * @param key its words and numbers in upper case, parted by blanks
     * @param type what it is
     * @param label whether it only names a number and is nothing alone
     * @param nameLike whether it is one word that is also a name
     * @param place its file and line
     */
    public record Entry(
            String key, TokenType type, boolean label, boolean nameLike, String place) {

        /** The letters of its words. */
        int letters() {
            return (int) key.codePoints().filter(Character::isLetter).count();
        }
    }

    /** An entry found from one part of a line up to another. */
    record Match(int to, Entry entry, int mistakes) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Corrections corrections;

    /** Reads the files of the jar. */
    public Vocabulary() {
        NameFilter names = NameFilter.names();
        Set<String> exempt = new HashSet<>();
        DataFile.read(
                EXEMPT,
                (file, line) -> exempt.add(key(new Atoms(line.text().split("#", -1)[0].strip()))));
        for (String name : FILES) {
            DataFile.read(name, (file, line) -> add(file, line, names, exempt));
        }
        corrections = new Corrections(names, NameFilter.rareNames());
    }

    private void add(String file, DataFile.Line line, NameFilter names, Set<String> exempt) {
        TokenType type = TokenType.valueOf(line.heading().get(0).toUpperCase(Locale.ROOT));
        boolean label = line.heading().contains("label");
        for (String term : line.text().split(";", -1)) {
            if (term.isBlank()) {
                continue;
            }
            String key = key(new Atoms(term.strip()));
            boolean name =
                    !exempt.contains(key)
                            && List.of(key.split(" ", -1)).stream()
                                    .allMatch(w -> names.holds(PlainText.of(w)));
            String place = file + " line " + line.number();
            entries.putIfAbsent(key, new Entry(key, type, label, name, place));
            for (int at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) {
                beginnings.add(key.substring(0, at));
            }
        }
    }

    /** All entries, for tests that look at each. */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private static String key(Atoms atoms) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < atoms.size(); i++) {
            if (atoms.get(i).kind() != Atoms.Kind.SIGN) {
                key.append(key.length() > 0 ? " " : "").append(atoms.get(i).plain());
            }
        }
        return key.toString();
    }

    /** The entries that begin at a part of a line, the exact ones first. */
    List<Match> at(Atoms atoms, int from) {
        List<Match> found = new ArrayList<>();
        if (atoms.get(from).kind() == Atoms.Kind.SIGN) {
            return found;
        }
        StringBuilder key = new StringBuilder();
        int parts = 0;
        for (int i = from; i < atoms.size() && parts < MOST_PARTS; i++) {
            if (atoms.get(i).kind() == Atoms.Kind.SIGN) {
                if (!PARTING.contains(atoms.get(i).text())) {
                    break;
                }
                continue;
            }
            key.append(parts > 0 ? " " : "").append(atoms.get(i).plain());
            parts++;
            Entry entry = entries.get(key.toString());
            if (entry != null) {
                found.add(new Match(i + 1, entry, 0));
            }
            if (!beginnings.contains(key.toString())) {
                break;
            }
        }
        int end = atoms.endOfRun(from);
        if (found.isEmpty() || found.get(found.size() - 1).to() < end) {
            misread(atoms, from, end, found);
        }
        return found;
    }

    private void misread(Atoms atoms, int from, int end, List<Match> found) {
        String read = atoms.between(from, end);
        for (Misreadings.Reading reading : corrections.of(read)) {
            Entry entry = entries.get(reading.word());
            if (entry != null && !entry.nameLike() && !entry.label() && entry.letters() > 3) {
                found.add(new Match(end, entry, reading.mistakes()));
                return;
            }
        }
    }
}
