package org.pixelanon.neural.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decodes the letters of a line from a network's likelihoods of every character, or of none, at
 * every step along the line (CTC: Graves et al. 2006).
 */
public final class CtcLetters {

    /** Least likelihood of an alternative letter. */
    private static final double LEAST = .01;

    private static final int MOST_OTHERS = 3;

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_FROM_ASCII = 0xFEE0;

    private CtcLetters() {}

    /**
     * A letter.
     *
     * @param sign the character; never a blank
     * @param likelihood the network's, 0 to 1
     * @param place its position, in columns of the line
     * @param space likelihood of a blank before it, 0 to 1
     * @param others alternatives, the likeliest first; an empty sign for none
     */
    public record Letter(
            String sign, double likelihood, double place, double space, List<Other> others) {

        boolean is(String signs) {
            return signs.contains(sign);
        }

        /** The same letter at the beginning of a word. */
        Letter behindBlank() {
            return new Letter(sign, likelihood, place, 1, others);
        }
    }

    /**
     * An alternative for a letter.
     *
     * @param sign empty for none
     * @param likelihood the network's, 0 to 1
     */
    public record Other(String sign, double likelihood) {}

    /**
     * Takes the likeliest character at every step, once for consecutive steps.
     *
     * @param likelihoods for each step those of all characters, the first of which stands for none
     * @param alphabet the characters
     * @param width width of all steps, in columns of the line
     * @return the letters in their order
     */
    public static List<Letter> of(float[] likelihoods, List<String> alphabet, double width) {
        int steps = likelihoods.length / alphabet.size();
        int blank = alphabet.lastIndexOf(" ");
        List<Letter> letters = new ArrayList<>();
        int last = 0;
        double space = 0;
        for (int step = 0; step < steps; step++) {
            int at = step * alphabet.size();
            int best = likeliest(likelihoods, at, alphabet.size());
            if (blank > 0) {
                space = Math.max(space, likelihoods[at + blank]);
            }
            if (best != 0 && best != blank) {
                double place = (step + .5) * width / steps;
                if (best != last) {
                    letters.add(letter(likelihoods, at, best, alphabet, place, space));
                    space = 0;
                } else {
                    Letter before = letters.get(letters.size() - 1);
                    if (likelihoods[at + best] > before.likelihood) {
                        letters.set(
                                letters.size() - 1,
                                letter(
                                        likelihoods,
                                        at,
                                        best,
                                        alphabet,
                                        before.place,
                                        before.space));
                    }
                }
            }
            last = best;
        }
        return letters;
    }

    private static Letter letter(
            float[] values, int at, int best, List<String> alphabet, double place, double space) {
        List<Other> others = new ArrayList<>();
        for (int i = 0; i < alphabet.size(); i++) {
            if (i != best && values[at + i] >= LEAST && !alphabet.get(i).equals(" ")) {
                others.add(new Other(plain(alphabet.get(i)), values[at + i]));
            }
        }
        others.sort(Comparator.comparingDouble((Other other) -> -other.likelihood));
        return new Letter(
                plain(alphabet.get(best)),
                Math.max(0, Math.min(1, values[at + best])),
                place,
                space,
                List.copyOf(others.subList(0, Math.min(MOST_OTHERS, others.size()))));
    }

    private static int likeliest(float[] values, int at, int characters) {
        int best = 0;
        for (int i = 1; i < characters; i++) {
            if (values[at + i] > values[at + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Latin equivalents of Chinese punctuation. */
    private static String plain(String sign) {
        if (sign.length() != 1) {
            return sign;
        }
        char c = sign.charAt(0);
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return Character.toString((char) (c - FULL_WIDTH_FROM_ASCII));
        }
        return switch (c) {
            case '—' -> "-";
            case '△' -> "Δ";
            default -> sign;
        };
    }
}
