package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of measurement with the numbers they go with ({@code units.txt}). Immutable. */
final class Units {

    /**
     * A unit.
     *
     * @param name as it is usually written
     * @param range the numbers it goes with
     * @param alone whether it names a number without a label
     * @param body whether it measures a body, so that words before the number are its label
     * @param place its file and line
     */
    record Unit(String name, Range range, boolean alone, boolean body, String place) {}

    /** A unit found, up to a place of the line. */
    record Match(Unit unit, int end, int mistakes) {}

    private record Spelling(String text, Unit unit, int mistakes) {}

    private final List<Spelling> spellings = new ArrayList<>();

    Units() {
        DataFile.read("units.txt", this::add);
        spellings.sort(Comparator.comparingInt((Spelling s) -> -s.text().length()));
    }

    private void add(String file, DataFile.Line line) {
        String[] cells = line.text().split("\\|", -1);
        String[] written = cells[0].strip().split(" +", -1);
        Unit unit =
                new Unit(
                        written[0],
                        Range.of(cells[1].strip()),
                        !line.heading().contains("label"),
                        line.heading().contains("body"),
                        file + " line " + line.number());
        for (String text : written) {
            spellings.add(new Spelling(text, unit, 0));
        }
        if (cells.length > 2 && !cells[2].isBlank()) {
            for (String text : cells[2].strip().split(" +", -1)) {
                spellings.add(new Spelling(text, unit, 1));
            }
        }
    }

    /** The longest unit that stands at a place of a line and ends there as a word; null if none. */
    @Nullable Match at(String line, int place) {
        int from = place;
        while (from < line.length() && line.charAt(from) == ' ' && from < place + 2) {
            from++;
        }
        for (Spelling spelling : spellings) {
            int end = from + spelling.text().length();
            if (line.startsWith(spelling.text(), from)
                    && (end == line.length()
                            || !Character.isLetterOrDigit(line.charAt(end))
                            || !Character.isLetterOrDigit(line.charAt(end - 1)))) {
                return new Match(spelling.unit(), end, spelling.mistakes());
            }
        }
        return null;
    }
}
