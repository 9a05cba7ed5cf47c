package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.pii.token.Atoms.Kind;

/** The numbers of a line, also where letters were read for digits. */
final class Numbers {

    /** No number begins with a zero before another digit but a date, a time or an id. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:0|[1-9][0-9]{0,4})(?:[.,][0-9]{1,3})?|[.,][0-9]{1,3}");

    private static final int LONGEST = 8;

    /**
     * A number.
     *
     * @param to the part behind it; -1 if letters follow that belong to the same part
     * @param end the place of the line behind it
     * @param value what it says
     * @param decimals how many digits follow the point
     * @param mistakes how many letters were taken for digits
     */
    record Number(int to, int end, double value, int decimals, int mistakes) {}

    private Numbers() {}

    /** The numbers that begin at a part; the exact one first. A sign before it belongs to it. */
    static List<Number> at(Atoms atoms, int at) {
        List<Number> found = new ArrayList<>();
        int from = at;
        if (atoms.isSign(at, "-−+±") && at + 1 < atoms.size() && !atoms.get(at + 1).spaced()) {
            from++;
        }
        if (from >= atoms.size() || atoms.get(from).kind() == Kind.SIGN) {
            return found;
        }
        boolean minus = from > at && !atoms.isSign(at, "+±");
        Atoms.Atom first = atoms.get(from);
        if (first.kind() == Kind.NUMBER) {
            add(atoms, first.text(), first.end(), minus, 0, found);
        }
        int start = first.start();
        for (int end = start + 1; end <= atoms.line.length() && end <= start + LONGEST; end++) {
            String read = atoms.line.substring(start, end);
            if (Misreadings.digits(read).isEmpty() && !mayBecomeNumber(read)) {
                break;
            }
            if (read.chars().anyMatch(Character::isLetter)) {
                add(atoms, Misreadings.digits(read), end, minus, 1, found);
            }
        }
        return found;
    }

    /** Whether every sign stands for a digit, though no digit is sure yet. */
    private static boolean mayBecomeNumber(String read) {
        return !Misreadings.digits(read + "1").isEmpty();
    }

    private static void add(
            Atoms atoms, String digits, int end, boolean minus, int mistakes, List<Number> found) {
        if (!PLAIN.matcher(digits).matches()) {
            return;
        }
        String point = digits.replace(',', '.');
        int decimals = point.indexOf('.') < 0 ? 0 : point.length() - point.indexOf('.') - 1;
        double value = Double.parseDouble(point);
        int to = atoms.startingAt(end);
        found.add(new Number(to, end, minus ? -value : value, decimals, mistakes));
    }
}
