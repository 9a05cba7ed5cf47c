package org.pixelanon.pii.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pii.token.Item.Strength;
import org.pixelanon.pii.token.Numbers.Number;

/**
 * Finds numbers that are named: behind a label with a range, behind words of the vocabulary and
 * before a unit, or before a unit alone.
 */
final class ValueItems {

    private static final int MOST_WORDS = 6;
    private static final int MOST_SIGNS = 3;
    private static final String BETWEEN = ":=.,#~)<>≤≥";
    private static final int LARGEST_INDEX = 20;
    private static final int FEW = 10;
    private static final int TOO_OLD = 115;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2035;

    /** Units that nobody's initials are written like. */
    private static final Set<String> ALONE =
            Set.of("mm", "cm", "dB", "mV", "mmHg", "cm²", "ml", "bpm", "fps");

    private final Vocabulary words;
    private final Labels labels = new Labels();
    private final Units units = new Units();

    ValueItems(Vocabulary words) {
        this.words = words;
    }

    /** Adds what begins at a part of a line. */
    void add(Atoms atoms, int from, List<Item> found) {
        if (atoms.get(from).kind() == Atoms.Kind.WORD
                || atoms.get(from).kind() == Atoms.Kind.NUMBER) {
            labelled(atoms, from, found);
            described(atoms, from, found);
        }
        withUnit(atoms, from, found);
        unitAlone(atoms, from, found);
    }

    private void labelled(Atoms atoms, int from, List<Item> found) {
        for (Labels.Match match : labels.at(atoms, from, words.corrections())) {
            int at = afterSigns(atoms, match.to());
            boolean point = match.name().length() > 2 && atoms.isSign(match.to(), ".");
            boolean sign = point || atoms.isSign(match.to(), ":=#");
            for (Number number : Numbers.at(atoms, at)) {
                boolean several =
                        match.label().several() && number.to() > 0 && isCross(atoms, number.to());
                Item item = item(atoms, from, match, sign || several, number);
                if (item != null && several) {
                    several(atoms, item, match.label(), found);
                }
                if (item != null && (!several || sign || !match.label().signed())) {
                    found.add(item);
                }
            }
        }
    }

    private @Nullable Item item(
            Atoms atoms, int from, Labels.Match match, boolean signed, Number number) {
        Labels.Label label = match.label();
        Units.@Nullable Match unit = unitAfter(atoms, number);
        if (unit != null && label.takes(unit.unit().name())) {
            Range range = label.hasOneUnit() ? label.range() : unit.unit().range();
            int mistakes = match.mistakes() + number.mistakes() + unit.mistakes();
            int to = atoms.startingAt(unit.end());
            String rule = "label, number in range, unit (" + label.place() + ")";
            return range.holds(number.value())
                    ? new Item(
                            from,
                            to,
                            label.type(),
                            label.strength(),
                            rule,
                            mistakes,
                            number.mistakes() == 0)
                    : null;
        }
        boolean believed =
                (number.mistakes() == 0
                                || match.name().length() > 2
                                || number.decimals() > 0
                                || signed)
                        && label.range().holds(number.value())
                        && number.to() > 0
                        && endsRun(atoms, number.to())
                        && (label.unsure()
                                || label.bare()
                                || (label.signed() && (signed || isNoAge(match, number))))
                        && (label.unsure() || !mayBeSomebodys(match, signed, number));
        String rule = "label, number in range (" + label.place() + ")";
        int mistakes = match.mistakes() + number.mistakes();
        return believed
                ? new Item(
                        from,
                        number.to(),
                        label.type(),
                        label.strength(),
                        rule,
                        mistakes,
                        number.mistakes() == 0 && !label.unsure())
                : null;
    }

    /** Whether a number without a unit, behind no sign, can be no age. */
    private static boolean isNoAge(Labels.Match match, Number number) {
        boolean index = match.name().length() > 2 && number.value() < FEW;
        boolean older = match.name().length() > 3 && number.value() > TOO_OLD;
        return number.decimals() > 0 || number.value() < 0 || index || older;
    }

    /**
     * Whether a whole number without a unit may be the number of somebody: behind two letters that
     * may be initials, a year, or behind a label that is a name.
     */
    private boolean mayBeSomebodys(Labels.Match match, boolean signed, Number number) {
        boolean brief = match.name().length() < 3;
        boolean age = number.value() > 0 && number.value() <= TOO_OLD && !signed;
        boolean initials = brief && (match.glued() || match.anyCase() || age);
        boolean year = number.value() >= FIRST_YEAR && number.value() <= LAST_YEAR;
        boolean mixed =
                !match.label().exact().equals(match.label().exact().toUpperCase(Locale.ROOT));
        boolean name = !mixed && number.value() >= 0 && words.isOnlyName(match.name());
        return number.decimals() == 0 && (initials || year || name);
    }

    /** More numbers of the same range behind a stroke or a cross: 240 x 240, 12/40. */
    private void several(Atoms atoms, Item first, Labels.Label label, List<Item> found) {
        Item last = first;
        while (last.to() < atoms.size() && isCross(atoms, last.to())) {
            Item next = null;
            for (Number number : Numbers.at(atoms, last.to() + 1)) {
                if (number.mistakes() < 2
                        && number.to() > 0
                        && label.range().holds(number.value())
                        && next == null) {
                    Units.@Nullable Match unit = unitAfter(atoms, number);
                    boolean known = unit != null && label.takes(unit.unit().name());
                    int to = unit != null && known ? atoms.startingAt(unit.end()) : number.to();
                    next = first.upTo(to, number.mistakes());
                }
            }
            if (next == null) {
                return;
            }
            found.add(next);
            last = next;
        }
    }

    private static boolean isCross(Atoms atoms, int at) {
        return at < atoms.size() && (atoms.isSign(at, "x×*/") || atoms.get(at).plain().equals("X"));
    }

    /** Words of the vocabulary, an index perhaps, a number and its unit. */
    private void described(Atoms atoms, int from, List<Item> found) {
        Map<Integer, Integer> open = new LinkedHashMap<>(Map.of(from, 0));
        Map<Integer, Integer> ends = new LinkedHashMap<>();
        for (int n = 0; n < MOST_WORDS && !open.isEmpty(); n++) {
            Map<Integer, Integer> next = new LinkedHashMap<>();
            open.forEach(
                    (at, mistakes) -> {
                        for (Vocabulary.Match match : words.at(atoms, at)) {
                            int sum = mistakes + match.mistakes();
                            ends.merge(match.to(), sum, Math::min);
                            int after = afterPartings(atoms, match.to());
                            if (after < atoms.size()) {
                                next.merge(after, sum, Math::min);
                            }
                        }
                    });
            open = next;
        }
        ends.forEach((to, mistakes) -> value(atoms, from, to, mistakes, found));
    }

    private void value(Atoms atoms, int from, int to, int mistakes, List<Item> found) {
        int at = afterSigns(atoms, to);
        measured(atoms, from, at, mistakes, found);
        for (Number index : Numbers.at(atoms, at)) {
            if (index.mistakes() == 0
                    && index.to() > 0
                    && index.decimals() == 0
                    && index.value() > 0
                    && index.value() <= LARGEST_INDEX) {
                measured(atoms, from, afterSigns(atoms, index.to()), mistakes, found);
            }
        }
    }

    private void measured(Atoms atoms, int from, int at, int mistakes, List<Item> found) {
        for (Number number : Numbers.at(atoms, at)) {
            Units.@Nullable Match unit = unitAfter(atoms, number);
            if (unit != null && unit.unit().body() && unit.unit().range().holds(number.value())) {
                int all = mistakes + number.mistakes() + unit.mistakes();
                found.add(
                        new Item(
                                from,
                                atoms.startingAt(unit.end()),
                                TokenType.MEASUREMENT,
                                Strength.BODY,
                                "words, number in range, unit (" + unit.unit().place() + ")",
                                all,
                                number.mistakes() == 0));
            }
        }
    }

    private void withUnit(Atoms atoms, int from, List<Item> found) {
        for (Number number : Numbers.at(atoms, from)) {
            Units.@Nullable Match unit = unitAfter(atoms, number);
            if (unit != null
                    && unit.unit().alone()
                    && number.mistakes() + unit.mistakes() < 2
                    && unit.unit().range().holds(number.value())) {
                int mistakes = number.mistakes() + unit.mistakes();
                found.add(
                        new Item(
                                from,
                                atoms.startingAt(unit.end()),
                                TokenType.MEASUREMENT,
                                Strength.SURE,
                                "number in range, unit (" + unit.unit().place() + ")",
                                mistakes,
                                number.mistakes() == 0));
            }
        }
    }

    /** A unit that stands alone, written as no name and no initials are. */
    private void unitAlone(Atoms atoms, int from, List<Item> found) {
        Units.@Nullable Match unit = units.at(atoms.line, atoms.get(from).start());
        if (unit == null) {
            return;
        }
        String text = atoms.line.substring(atoms.get(from).start(), unit.end());
        boolean sure = text.indexOf('/') > 0 || (unit.mistakes() == 0 && ALONE.contains(text));
        int to = atoms.startingAt(unit.end());
        if (sure && Character.isLowerCase(text.charAt(0)) && to > from) {
            found.add(
                    new Item(
                            from,
                            to,
                            TokenType.MEASUREMENT,
                            Strength.MARKER,
                            "unit (" + unit.unit().place() + ")",
                            0,
                            true));
        }
    }

    private Units.@Nullable Match unitAfter(Atoms atoms, Number number) {
        Units.@Nullable Match unit = units.at(atoms.line, number.end());
        return unit == null || atoms.startingAt(unit.end()) < 0 ? null : unit;
    }

    /** Whether a number ends where letters and digits end. */
    private static boolean endsRun(Atoms atoms, int to) {
        if (to >= atoms.size() || atoms.get(to).spaced()) {
            return true;
        }
        boolean more = to + 1 < atoms.size() && !atoms.get(to + 1).spaced();
        return atoms.get(to).kind() == Atoms.Kind.SIGN && !(more && atoms.isSign(to, ".,:-"));
    }

    /** Behind what stands between a label and its number. */
    private static int afterSigns(Atoms atoms, int from) {
        int at = from;
        while (at < from + MOST_SIGNS && atoms.isSign(at, BETWEEN)) {
            at++;
        }
        // a stroke at the number is its sign
        boolean minus = atoms.isSign(at, "-") && at + 1 < atoms.size();
        return minus && atoms.get(at + 1).spaced() ? at + 1 : at;
    }

    private static int afterPartings(Atoms atoms, int from) {
        return atoms.isSign(from, "/-.,_(") ? from + 1 : from;
    }
}
