package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The effect of rules on many files.
 *
 * @param hits each rule with the number of files it acts on, in the order of the rules
 * @param trials the files, in order
 */
public record LabReport(Map<RuleEntry, Integer> hits, List<RuleLab.Trial> trials) {

    /** Copies the list. */
    public LabReport {
        trials = List.copyOf(trials);
    }

    /**
     * Counts.
     *
     * @param book the rules
     * @param trials their effect on each file
     * @return the report
     */
    public static LabReport of(RuleBook book, List<RuleLab.Trial> trials) {
        Map<RuleEntry, Integer> hits = new LinkedHashMap<>();
        book.entries().forEach(e -> hits.put(e, 0));
        for (RuleLab.Trial trial : trials) {
            trial.result().acting().forEach(e -> hits.merge(e, 1, Integer::sum));
        }
        return new LabReport(hits, trials);
    }

    /**
     * Files that no rule matches.
     *
     * @return in order
     */
    public List<RuleLab.Trial> unmatched() {
        return trials.stream().filter(t -> t.result().matching().isEmpty()).toList();
    }

    /**
     * Files that several rules match.
     *
     * @return in order
     */
    public List<RuleLab.Trial> ambiguous() {
        return trials.stream().filter(t -> t.result().matching().size() > 1).toList();
    }

    /**
     * Files with texts that remain visible.
     *
     * @return in order
     */
    public List<RuleLab.Trial> uncovered() {
        return trials.stream().filter(t -> !t.uncovered().isEmpty()).toList();
    }

    /**
     * Rectangles that extend outside the image.
     *
     * @return a line for each file and rectangle
     */
    public List<String> outside() {
        List<String> lines = new ArrayList<>();
        for (RuleLab.Trial trial : trials) {
            trial.result().outside().forEach(n -> lines.add(trial.file() + ": " + n));
        }
        return lines;
    }

    /**
     * The share of pixels that are blanked although there is no text.
     *
     * @return the mean over the files, 0 to 1
     */
    public double overBlanked() {
        return trials.stream().mapToDouble(RuleLab.Trial::overBlanked).average().orElse(0);
    }
}
