package org.pixelanon.store;

import java.util.Set;

/**
 * An edit of the history.
 *
 * @param note what was done
 * @param undone whether it was taken back
 * @param changed all files it changed; empty where only the note was asked for
 */
public record HistoryEntry(HistoryNote note, boolean undone, Set<String> changed) {

    /** Copies the set. */
    public HistoryEntry {
        changed = Set.copyOf(changed);
    }
}
