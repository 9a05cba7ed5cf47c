package org.pixelanon.pipeline.report;

import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Region;
import org.pixelanon.model.SearchResult;

/**
 * What was looked at, found and decided in one input.
 *
 * @param planes how many planes were looked at
 * @param decisions what was decided, with origin and reason
 * @param redacted what was blanked, clipped to the planes
 * @param found what a search found; people are told this and not the outcome. Empty if no search
 *     was asked for, or it did not come to its end
 */
public record FileWork(
        int planes, List<Decision> decisions, List<Region> redacted, Optional<SearchResult> found) {

    /** Nothing was looked at. */
    static final FileWork NONE = new FileWork(0, List.of(), List.of());

    /** Copies the lists. */
    public FileWork {
        decisions = List.copyOf(decisions);
        redacted = List.copyOf(redacted);
    }

    /**
     * Work that was no search.
     *
     * @param planes how many planes were looked at
     * @param decisions what was decided, with origin and reason
     * @param redacted what was blanked, clipped to the planes
     */
    public FileWork(int planes, List<Decision> decisions, List<Region> redacted) {
        this(planes, decisions, redacted, Optional.empty());
    }
}
