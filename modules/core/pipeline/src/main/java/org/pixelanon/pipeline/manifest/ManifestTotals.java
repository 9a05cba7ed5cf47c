package org.pixelanon.pipeline.manifest;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.pixelanon.model.Outcome;
import org.pixelanon.store.work.WorkEnd;
import org.pixelanon.store.work.WorkFigures;

/**
 * The outcomes of all files of a manifest, by this run and earlier ones.
 *
 * @param outcomes how many ended in which way; those that nobody came to are Failed
 * @param open how many nobody came to
 * @param notDicom how many were met in folders and are not DICOM
 */
public record ManifestTotals(Map<Outcome, Long> outcomes, long open, long notDicom) {

    /**
     * Counts them.
     *
     * @param figures of the manifest
     * @return the totals
     * @throws IOException if they cannot be read
     */
    public static ManifestTotals of(WorkFigures figures) throws IOException {
        Map<String, Long> counts = figures.outcomes();
        long open = counts.getOrDefault("", 0L);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long ended = counts.getOrDefault(outcome.label(), 0L);
            outcomes.put(outcome, outcome == Outcome.FAILED ? ended + open : ended);
        }
        return new ManifestTotals(outcomes, open, counts.getOrDefault(WorkEnd.PASSED_OVER, 0L));
    }

    /**
     * All files that are DICOM or were named.
     *
     * @return how many
     */
    public long files() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many ended in a certain way.
     *
     * @param outcome the way
     * @return the number
     */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /**
     * The exit code of a command that brought the manifest so far.
     *
     * @return as that of a run without manifest
     */
    public int exitCode() {
        if (files() == 0 || count(Outcome.FAILED) > 0) {
            return 1;
        }
        return count(Outcome.NEEDS_REVIEW) > 0 ? 3 : 0;
    }
}
