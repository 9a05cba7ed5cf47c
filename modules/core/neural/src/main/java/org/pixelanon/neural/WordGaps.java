package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Otsu;

/**
 * Where words of a line end: gaps without ink that are wide for the height of its letters and
 * beside the gaps between letters. The networks read letters well and lose most spaces.
 */
final class WordGaps {

    /** Least width of a gap between words, in heights of the letters. */
    private static final double LEAST_WIDTH = .36;

    /** Least width of a gap between words, in usual gaps between letters. */
    private static final double LEAST_RATIO = 2.8;

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern AROUND = Pattern.compile("(?<=[0-9]) ([.,:/-]) ?(?=[0-9])");
    private static final Pattern BEHIND = Pattern.compile("(?<=[0-9])([.,]) (?=[0-9])");

    private final PlaneImage line;
    private final int[] levels;

    private WordGaps(PlaneImage line) {
        this.line = line;
        this.levels = brightest(line);
    }

    /**
     * Finds the gaps.
     *
     * @param line the part of a plane that holds it, letters upright
     * @param letters how many were read
     * @return the middles of gaps between words, in columns of the line, ascending
     */
    static List<Double> of(PlaneImage line, int letters) {
        return new WordGaps(line).gaps(letters);
    }

    /**
     * Takes back spaces that no writer makes: more than one, and those around a point between
     * digits, which is narrow in letters of one width.
     *
     * @param text as it was read, with spaces
     * @return the text without them
     */
    static String tidied(String text) {
        String single = SPACES.matcher(text).replaceAll(" ").strip();
        String joined = AROUND.matcher(single).replaceAll("$1");
        return BEHIND.matcher(joined).replaceAll("$1");
    }

    private List<Double> gaps(int letters) {
        boolean[] ink = Otsu.smallerClass(levels);
        int[] columns = new int[line.width()];
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
        List<int[]> empty = runs(columns);
        double height = bottom - top;
        double least = Math.max(LEAST_WIDTH * height, LEAST_RATIO * between(empty, letters));
        List<Double> middles = new ArrayList<>();
        for (int[] run : empty) {
            if (run[1] - run[0] >= least) {
                middles.add((run[0] + run[1]) / 2.0);
            }
        }
        return middles;
    }

    /** Runs of columns without ink, from and to, between those with ink. */
    private static List<int[]> runs(int[] columns) {
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
     * The usual gap between letters, if most letters stand apart; else none. The lower quartile: in
     * lines of short words half of the gaps are between words.
     */
    private static double between(List<int[]> runs, int letters) {
        if (runs.isEmpty() || 2 * runs.size() < letters) {
            return 0;
        }
        int[] widths = runs.stream().mapToInt(run -> run[1] - run[0]).sorted().toArray();
        return widths[widths.length / 4];
    }

    private static int[] brightest(PlaneImage line) {
        int[] levels = new int[line.width() * line.height()];
        for (int i = 0; i < levels.length; i++) {
            for (int channel = 0; channel < line.channels(); channel++) {
                int level = line.samples()[i * line.channels() + channel] & 255;
                levels[i] = Math.max(levels[i], level);
            }
        }
        return levels;
    }
}
