package org.pixelanon.pipeline.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.SensitivityJudge;

/**
 * How many sensitive lines a judge keeps and how many harmless ones it blanks, by class.
 *
 * @param kept sensitive lines that are kept, by class; the class {@code all} is all of them
 * @param blanked harmless lines that are blanked, likewise
 */
public record LineFigures(Map<String, Figure> kept, Map<String, Figure> blanked) {

    private static final String ALL = "all";

    /** The quantile of the normal distribution that 2.5 % lie above. */
    private static final double Z = 1.959964;

    /** Copies the maps. */
    public LineFigures {
        kept = new LinkedHashMap<>(kept);
        blanked = new LinkedHashMap<>(blanked);
    }

    /**
     * Judges lines and counts.
     *
     * @param judge how
     * @param lines with what is known of them
     * @param noisy whether the readings with errors are judged; lines without one are skipped
     * @return the figures, {@code all} first
     */
    public static LineFigures of(SensitivityJudge judge, List<TextLine> lines, boolean noisy) {
        Map<String, long[]> kept = new TreeMap<>();
        Map<String, long[]> blanked = new TreeMap<>();
        for (TextLine line : lines) {
            String text = noisy ? line.noisy() : line.text();
            if (text.isEmpty()) {
                continue;
            }
            boolean hidden = isHidden(judge, text, line.identity());
            Map<String, long[]> counts = line.sensitive() ? kept : blanked;
            boolean wrong = line.sensitive() != hidden;
            add(counts, ALL, wrong);
            if (!line.group().isEmpty()) {
                add(counts, line.group(), wrong);
            }
        }
        return new LineFigures(figures(kept), figures(blanked));
    }

    private static boolean isHidden(SensitivityJudge judge, String text, Identity identity) {
        return judge.judge(text, identity).sensitive();
    }

    private static void add(Map<String, long[]> counts, String group, boolean wrong) {
        long[] count = counts.computeIfAbsent(group, g -> new long[2]);
        count[0] += wrong ? 1 : 0;
        count[1]++;
    }

    private static Map<String, Figure> figures(Map<String, long[]> counts) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (counts.containsKey(ALL)) {
            figures.put(ALL, wilson(counts.get(ALL)[0], counts.get(ALL)[1]));
        }
        counts.forEach((group, n) -> figures.putIfAbsent(group, wilson(n[0], n[1])));
        return figures;
    }

    /**
     * A share with the interval of Wilson (1927).
     *
     * @param some how many
     * @param of how many of, at least 1
     * @return the share, in which it lies with 95 % confidence
     */
    public static Figure wilson(long some, long of) {
        double p = (double) some / of;
        double z2 = Z * Z / of;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of)) / (1 + z2);
        return new Figure(of, p, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
