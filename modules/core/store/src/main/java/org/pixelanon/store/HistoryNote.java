package org.pixelanon.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;

/**
 * What a person did, in one edit. Holds no text of an image.
 *
 * @param sitting the sitting that made it
 * @param number its number in that sitting; sitting and number name it
 * @param person the account
 * @param when local time, {@code yyyy-MM-dd HH:mm:ss}
 * @param deeds what was done, as the caller writes and reads it
 * @param filename the first file it changed; empty if it changed none
 * @param files number of files it changed
 * @param box the first place it changed; null for a mark
 * @param planes number of planes it changed
 * @param reversible whether the rows that it changed are all that it did
 */
public record HistoryNote(
        String sitting,
        long number,
        String person,
        String when,
        String deeds,
        String filename,
        int files,
        @Nullable InclusiveBox box,
        int planes,
        boolean reversible)
        implements HistoryWord {

    /**
     * The first place it changed.
     *
     * @return empty for a mark
     */
    public Optional<InclusiveBox> place() {
        return Optional.ofNullable(box);
    }

    /**
     * Whether another note is of the same edit.
     *
     * @param other any note
     * @return true if sitting and number are the same
     */
    public boolean isSame(HistoryNote other) {
        return number == other.number && sitting.equals(other.sitting);
    }
}
