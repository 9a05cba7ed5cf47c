package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Labels of numbers, each with its range and units ({@code labels.txt}). Immutable. */
final class Labels {

    private static final int MOST_PARTS = 5;

    /**
     * A label.
     *
     * @param range the numbers that are believed
     * @param units the units that may follow; {@code -} if none need follow, {@code =} if a sign
     *     may stand for it
     * @param several whether more numbers may follow, parted by a stroke or a cross
     * @param exact how it is written, where case tells it from a name; empty if case does not count
     * @param place its file and line
     */
    record Label(
            TokenType type,
            Range range,
            Set<String> units,
            boolean several,
            String exact,
            String place) {

        /** Whether a number alone may follow. */
        boolean bare() {
            return units.contains("-");
        }

        /** Whether a number alone may follow if a sign tells that it is no age. */
        boolean signed() {
            return units.contains("=");
        }

        /** Whether a unit may follow. */
        boolean takes(String unit) {
            return units.contains(unit);
        }

        /** Whether the range is that of the only unit. */
        boolean hasOneUnit() {
            return units.stream().filter(u -> !u.equals("-") && !u.equals("=")).count() == 1;
        }
    }

    /**
     * A label found, up to a part of a line.
     *
     * @param name its words in upper case
     * @param glued whether letters or digits follow at once
     */
    record Match(int to, Label label, String name, boolean glued) {}

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
            Label label =
                    new Label(
                            type,
                            Range.of(cells[1].strip()),
                            Set.of(cells[2].strip().split(" +", -1)),
                            cells.length > 3 && cells[3].contains("several"),
                            exact ? name.substring(1) : "",
                            file + " line " + line.number());
            String key = key(new Atoms(exact ? name.substring(1) : name));
            labels.computeIfAbsent(key, k -> new ArrayList<>()).add(label);
            for (int at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) {
                beginnings.add(key.substring(0, at));
            }
        }
    }

    private static String key(Atoms atoms) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < atoms.size(); i++) {
            key.append(i > 0 ? " " : "").append(atoms.get(i).plain());
        }
        return key.toString();
    }

    /** The labels that begin at a part of a line. */
    List<Match> at(Atoms atoms, int from) {
        List<Match> found = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int i = from; i < atoms.size() && i < from + MOST_PARTS; i++) {
            key.append(i > from ? " " : "").append(atoms.get(i).plain());
            for (Label label : labels.getOrDefault(key.toString(), List.of())) {
                if (label.exact().isEmpty() || label.exact().equals(atoms.between(from, i + 1))) {
                    boolean glued =
                            i + 1 < atoms.size()
                                    && !atoms.get(i + 1).spaced()
                                    && atoms.get(i + 1).kind() != Atoms.Kind.SIGN;
                    found.add(new Match(i + 1, label, key.toString(), glued));
                }
            }
            if (!beginnings.contains(key.toString())) {
                break;
            }
        }
        return found;
    }
}
