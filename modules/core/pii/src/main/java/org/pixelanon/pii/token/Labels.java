package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pixelanon.pii.token.Item.Strength;

/** Labels of numbers, each with its range and units ({@code labels.txt}). Immutable. */
final class Labels {

    private static final int MOST_PARTS = 5;

    /**
     * A label.
     *
     * @param range the numbers that are believed
     * @param units the units that may follow; {@code -} if none need follow, {@code =} if a sign
     *     may stand for it, {@code ?} if something sure must stand beside it
     * @param several whether more numbers may follow, parted by a stroke or a cross
     * @param exact how it is written, where case tells it from a name; empty if case does not count
     * @param mistakes 1 if it is written as recognition reads it
     * @param place its file and line
     */
    record Label(
            TokenType type,
            Range range,
            Set<String> units,
            boolean several,
            String exact,
            int mistakes,
            String place) {

        /** What a number behind it is worth. */
        Strength strength() {
            if (unsure()) {
                return Strength.UNSURE;
            }
            return type == TokenType.MEASUREMENT ? Strength.BODY : Strength.SURE;
        }

        /** Whether a number alone may follow. */
        boolean bare() {
            return units.contains("-");
        }

        /** Whether a number alone may follow if a sign tells that it is no age. */
        boolean signed() {
            return units.contains("=");
        }

        /** Whether initials and an age are written so, too. */
        boolean unsure() {
            return units.contains("?");
        }

        /** Whether a unit may follow. */
        boolean takes(String unit) {
            return units.contains(unit);
        }

        /** Whether the range is that of the only unit. */
        boolean hasOneUnit() {
            return units.stream().filter(u -> !"-=?".contains(u)).count() == 1;
        }
    }

    /**
     * A label found, up to a part of a line.
     *
     * @param name its words in upper case
     * @param anyCase whether it is written in small letters though the file has capitals
     * @param glued whether letters or digits follow at once
     */
    record Match(int to, Label label, String name, boolean anyCase, boolean glued, int mistakes) {}

    private final Map<String, List<Label>> labels = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    Labels() {
        DataFile.read("labels.txt", this::add);
    }

    private void add(String file, DataFile.Line line) {
        String[] cells = line.text().split("\\|", -1);
        TokenType type = TokenType.valueOf(line.heading().get(0).toUpperCase(Locale.ROOT));
        for (String written : cells[0].split(",", -1)) {
            String name = written.strip();
            boolean exact = name.startsWith("'");
            boolean misread = name.startsWith("~");
            Label label =
                    new Label(
                            type,
                            Range.of(cells[1].strip()),
                            Set.of(cells[2].strip().split(" +", -1)),
                            cells.length > 3 && cells[3].contains("several"),
                            exact || misread ? name.substring(1) : "",
                            misread ? 1 : 0,
                            file + " line " + line.number());
            String key = key(new Atoms(exact || misread ? name.substring(1) : name));
            labels.computeIfAbsent(key, k -> new ArrayList<>()).add(label);
        }
    }

    private String key(Atoms atoms) {
        String key = "";
        for (int i = 0; i < atoms.size(); i++) {
            if (i > 0) {
                beginnings.add(key);
            }
            key = add(key, atoms, i);
        }
        return key;
    }

    private static String add(String key, Atoms atoms, int at) {
        return key + (!key.isEmpty() && atoms.get(at).spaced() ? " " : "") + atoms.get(at).plain();
    }

    /** The labels that begin at a part of a line, and if there is none, those that it may be. */
    List<Match> at(Atoms atoms, int from, Corrections corrections) {
        List<Match> found = new ArrayList<>();
        String key = "";
        for (int i = from; i < atoms.size() && i < from + MOST_PARTS; i++) {
            key = add(key, atoms, i);
            for (Label label : labels.getOrDefault(key, List.of())) {
                if (label.exact().isEmpty() || label.exact().equals(atoms.between(from, i + 1))) {
                    boolean anyCase =
                            label.exact().isEmpty() && !key.equals(atoms.between(from, i + 1));
                    found.add(match(atoms, i + 1, label, key, anyCase, 0));
                }
            }
            if (!beginnings.contains(key)) {
                break;
            }
        }
        int end = atoms.endOfRun(from);
        boolean whole = from == 0 || atoms.get(from).spaced();
        if (found.isEmpty() && whole) {
            for (Misreadings.Reading reading : atoms.readings(from, end, corrections)) {
                for (Label label : labels.getOrDefault(reading.word(), List.of())) {
                    found.add(match(atoms, end, label, reading.word(), false, reading.mistakes()));
                }
            }
        }
        return found;
    }

    private static Match match(
            Atoms atoms, int to, Label label, String name, boolean anyCase, int mistakes) {
        boolean glued =
                to < atoms.size()
                        && !atoms.get(to).spaced()
                        && atoms.get(to).kind() != Atoms.Kind.SIGN;
        return new Match(to, label, name, anyCase, glued, mistakes + label.mistakes());
    }
}
