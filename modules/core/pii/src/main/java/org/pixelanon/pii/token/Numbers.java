package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.pii.token.Atoms.Kind;

/** The numbers of a line, also where letters were read for digits. */
final class Numbers {

    /** No number begins with a nought before another digit but a date, a time or an id. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:0|[1-9][0-9]{0,4})(?:[.,][0-9]{1,3})?|[.,][0-9]{1,3}");

    private static final int MOST_PARTS = 4;

    /**
     * A number.
     *
     * @param to the part behind it
     * @param value what it says
     * @param decimals how many digits follow the point
     * @param mistakes how many letters were taken for digits
     */
    record Number(int to, double value, int decimals, int mistakes) {}

    private Numbers() {}

    /** The numbers that begin at a part; the exact one first. A sign before it belongs to it. */
    static List<Number> at(Atoms atoms, int at) {
        List<Number> found = new ArrayList<>();
        int from = at;
        boolean minus = atoms.isSign(at, "-−+±") && at + 1 < atoms.size();
        if (minus && !atoms.get(at + 1).spaced()) {
            from++;
        }
        if (from >= atoms.size() || atoms.get(from).kind() == Kind.SIGN) {
            return found;
        }
        if (atoms.get(from).kind() == Kind.NUMBER) {
            add(atoms.get(from).text(), from + 1, from > at, 0, found);
        }
        StringBuilder read = new StringBuilder();
        for (int i = from; i < atoms.size() && i < from + MOST_PARTS; i++) {
            if (i > from
                    && (atoms.get(i).spaced()
                            || (atoms.get(i).kind() == Kind.SIGN && !atoms.isSign(i, ".,|")))) {
                break;
            }
            read.append(atoms.get(i).text());
            String digits = Misreadings.digits(read.toString());
            if (!digits.isEmpty() && !digits.contentEquals(read)) {
                add(digits, i + 1, from > at, 1, found);
            }
        }
        return found;
    }

    private static void add(
            String digits, int to, boolean minus, int mistakes, List<Number> found) {
        if (!PLAIN.matcher(digits).matches()) {
            return;
        }
        String point = digits.replace(',', '.');
        int decimals = point.indexOf('.') < 0 ? 0 : point.length() - point.indexOf('.') - 1;
        double value = Double.parseDouble(point);
        found.add(new Number(to, minus ? -value : value, decimals, mistakes));
    }
}
