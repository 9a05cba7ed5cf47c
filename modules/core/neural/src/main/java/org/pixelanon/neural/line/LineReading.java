package org.pixelanon.neural.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.neural.line.CtcLetters.Letter;
import org.pixelanon.neural.line.CtcLetters.Other;

/**
 * One reading of a line by a network.
 *
 * @param text words separated by blanks
 * @param confidence the network's own, 0 to 1: the geometric mean of the typical and the worst
 *     letter, since one wrong letter makes a line wrong
 * @param others alternatives where the network is uncertain, the likeliest first, with their
 *     likelihood relative to this one
 */
public record LineReading(String text, double confidence, List<Alternative> others) {

    /** Nothing was read. */
    public static final LineReading NOTHING = new LineReading("", 0, List.of());

    /** Least relative likelihood of an alternative. */
    private static final double LEAST = .2;

    private static final int MOST = 6;

    /** Signs as which specks beside the text are read. */
    private static final String SPECKS = ".-'~`·,|";

    private static final double SURE_SIGN = .9;

    /** Copies the list. */
    public LineReading {
        others = List.copyOf(others);
    }

    /**
     * Builds a reading from letters.
     *
     * @param line the part of a plane with the letters
     * @param read the letters, with positions in its columns
     * @return the reading; {@link #NOTHING} if no letter is left
     */
    public static LineReading of(PlaneImage line, List<Letter> read) {
        List<Letter> letters = cleaned(line, read);
        if (letters.isEmpty()) {
            return NOTHING;
        }
        double sum = 0;
        double worst = 1;
        for (Letter letter : letters) {
            sum += letter.likelihood();
            worst = Math.min(worst, letter.likelihood());
        }
        boolean[] before = WordGaps.before(line, letters);
        return new LineReading(
                text(letters, before, -1, ""),
                Math.sqrt(worst * sum / letters.size()),
                others(letters, before));
    }

    /**
     * Turns an underscore without ink into a blank, and removes an uncertain sign at an end as a
     * speck.
     */
    private static List<Letter> cleaned(PlaneImage line, List<Letter> read) {
        List<Letter> letters = new ArrayList<>();
        int from = isSpeck(read, 0) ? 1 : 0;
        int to = isSpeck(read, read.size() - 1) ? read.size() - 1 : read.size();
        boolean blank = false;
        for (int i = from; i < to; i++) {
            Letter letter = read.get(i);
            if (i > from && i < to - 1 && letter.is("_") && WordGaps.isGap(line, read, i)) {
                blank = true;
            } else {
                letters.add(blank ? letter.behindBlank() : letter);
                blank = false;
            }
        }
        return letters;
    }

    private static boolean isSpeck(List<Letter> read, int at) {
        return read.size() > 2
                && SPECKS.contains(read.get(at).sign())
                && read.get(at).likelihood() < SURE_SIGN;
    }

    private static List<Alternative> others(List<Letter> letters, boolean[] before) {
        List<Alternative> others = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            for (Other other : letter.others()) {
                double beside = other.likelihood() / Math.max(letter.likelihood(), LEAST);
                if (beside >= LEAST) {
                    others.add(
                            new Alternative(
                                    text(letters, before, i, other.sign()), Math.min(1, beside)));
                }
            }
        }
        others.sort(Comparator.comparingDouble((Alternative other) -> -other.probability()));
        return others.subList(0, Math.min(MOST, others.size()));
    }

    private static String text(List<Letter> letters, boolean[] before, int changed, String sign) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters.size(); i++) {
            text.append(before[i] ? " " : "");
            text.append(i == changed ? sign : letters.get(i).sign());
        }
        return WordGaps.tidied(text.toString());
    }
}
