package org.pixelanon.neural.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Otsu;
import org.pixelanon.neural.line.CtcLetters.Letter;

/**
 * Finds the gaps between words of a line: where the network sees a blank, and at gaps without ink
 * that are wide compared with the height of its letters and the gaps between letters. The networks
 * read letters well but lose most blanks.
 */
final class WordGaps {

    /** Least width of a gap between words, in heights of the letters. */
    private static final double LEAST_WIDTH = .36;

    /**
     * The same between digits, since a 1 is narrow in fixed-width fonts, whatever the network sees.
     */
    private static final double BETWEEN_DIGITS = .6;

    /** The same where the network considers a blank likely. */
    private static final double NARROW = .2;

    /** Least width of a gap between words, relative to the usual gap between letters. */
    private static final double LEAST_RATIO = 2.8;

    private static final double SEEN = .5;
    private static final double HALF_SEEN = .3;

    /** Signs that are narrow in fixed-width fonts, so that gaps around them say nothing. */
    private static final String NARROW_SIGNS = ".,:/";

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern AROUND = Pattern.compile("(?<=[0-9]) ([.,:/-]) ?(?=[0-9])");
    private static final Pattern BEHIND = Pattern.compile("(?<=[0-9])([.,]) (?=[0-9])");
    private static final Pattern IN_TIME =
            Pattern.compile("(?<=[0-9]): (?=[0-9]{2}:)|(?<=:[0-9]{2}): (?=[0-9]{2})");

    private final PlaneImage line;
    private final List<Letter> letters;
    private final int[] columns;
    private double height;

    private WordGaps(PlaneImage line, List<Letter> letters) {
        this.line = line;
        this.letters = letters;
        this.columns = new int[line.width()];
    }

    /**
     * Determines which letters begin a word.
     *
     * @param line the part of a plane that contains it, letters upright
     * @param letters the letters read, with positions in columns of the line
     * @return for each letter whether a blank precedes it; never before the first
     */
    static boolean[] before(PlaneImage line, List<Letter> letters) {
        return new WordGaps(line, letters).before();
    }

    /**
     * Removes implausible spaces: double ones, and those around a point between digits, which is
     * narrow in fixed-width fonts.
     *
     * @param text as read, with spaces
     * @return the text without them
     */
    static String tidied(String text) {
        String single = SPACES.matcher(text).replaceAll(" ").strip();
        String joined = AROUND.matcher(single).replaceAll("$1");
        String points = BEHIND.matcher(joined).replaceAll("$1");
        return IN_TIME.matcher(points).replaceAll(":");
    }

    private boolean[] before() {
        measure();
        List<int[]> empty = runs();
        double least = Math.max(LEAST_WIDTH * height, LEAST_RATIO * between(empty));
        boolean[] before = new boolean[letters.size()];
        for (int i = 1; i < before.length; i++) {
            Letter left = letters.get(i - 1);
            Letter right = letters.get(i);
            double gap = widest(empty, left.place(), right.place());
            if (isDigit(left.sign()) && isDigit(right.sign())) {
                before[i] = gap >= Math.max(BETWEEN_DIGITS * height, least);
                continue;
            }
            boolean half = right.space() > HALF_SEEN;
            before[i] =
                    right.space() > SEEN
                            || (gap >= least && !besideNarrow(left.sign(), right.sign()))
                            || (half && (gap >= NARROW * height || left.is(":")));
        }
        return before;
    }

    /**
     * Returns whether an underscore is not ink but the network's reading of a wide gap.
     *
     * @param line the part of a plane
     * @param letters the letters read
     * @param at index of the letter; neither the first nor the last
     */
    static boolean isGap(PlaneImage line, List<Letter> letters, int at) {
        WordGaps gaps = new WordGaps(line, letters);
        gaps.measure();
        double from = letters.get(at - 1).place();
        double to = letters.get(at + 1).place();
        return widest(gaps.runs(), from, to) >= LEAST_WIDTH * gaps.height;
    }

    private static boolean besideNarrow(String left, String right) {
        return (NARROW_SIGNS.contains(left) && isDigit(right)) || NARROW_SIGNS.contains(right);
    }

    private static boolean isDigit(String sign) {
        return sign.length() == 1 && sign.charAt(0) >= '0' && sign.charAt(0) <= '9';
    }

    private static double widest(List<int[]> runs, double from, double to) {
        double widest = 0;
        for (int[] run : runs) {
            double middle = (run[0] + run[1]) / 2.0;
            if (middle > from && middle < to) {
                widest = Math.max(widest, run[1] - run[0]);
            }
        }
        return widest;
    }

    /** Measures the ink in each column and the height of the letters. */
    private void measure() {
        boolean[] ink = Otsu.smallerClass(Otsu.brightest(line));
        int top = line.height();
        int bottom = 0;
        for (int y = 0; y < line.height(); y++) {
            for (int x = 0; x < line.width(); x++) {
                if (ink[y * line.width() + x]) {
                    columns[x]++;
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        height = bottom - top;
    }

    /** Runs of columns without ink between those with ink. */
    private List<int[]> runs() {
        List<int[]> runs = new ArrayList<>();
        int last = -1;
        for (int x = 0; x < columns.length; x++) {
            if (columns[x] > 0) {
                if (last >= 0 && x > last + 1) {
                    runs.add(new int[] {last + 1, x});
                }
                last = x;
            }
        }
        return runs;
    }

    /**
     * The usual gap between letters, if most letters are separate; else none. It is the lower
     * quartile, since in lines of short words half of the gaps are between words.
     */
    private double between(List<int[]> runs) {
        if (runs.isEmpty() || 2 * runs.size() < letters.size()) {
            return 0;
        }
        int[] widths = runs.stream().mapToInt(run -> run[1] - run[0]).sorted().toArray();
        return widths[widths.length / 4];
    }
}
