package org.pixelanon.review;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.CopyState;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoreException;

/** Stores marks as rows of the shared table of files. */
final class StoredMarks {

    private StoredMarks() {}

    /**
     * The row of a file that is marked done or tagged.
     *
     * @param device its device; null if the file was not read here
     * @param before its current row, or null
     * @throws StoreException if the device is unknown
     */
    static FileMark of(
            ReviewEdit.OfMark edit,
            @Nullable DeviceTags device,
            @Nullable FileMark before,
            Path database,
            String user)
            throws StoreException {
        boolean tagged = edit.stateAfter() == FileState.TAGGED;
        if (device != null) {
            return new FileMark(
                    tagged,
                    edit.commentAfter(),
                    device.modality(),
                    device.imageType(),
                    device.model(),
                    device.burnedInAnnotation(),
                    device.rows(),
                    device.columns(),
                    RowTime.now(),
                    user);
        }
        if (before == null) {
            throw new StoreException(database, "a file was marked that was not read", null);
        }
        return new FileMark(
                tagged,
                edit.commentAfter(),
                before.modality(),
                before.imageType(),
                before.model(),
                before.burnedInAnnotation(),
                before.rows(),
                before.columns(),
                RowTime.now(),
                user);
    }

    /**
     * How the last run ended that asked for a copy.
     *
     * @param audits entries of one file, the oldest first
     * @param mark a file that was marked anew since may have changed; null if the file has none
     */
    static CopyState copy(List<AuditEntry> audits, @Nullable FileMark mark) {
        return audits.stream()
                .filter(entry -> mark != null && entry.when().compareTo(mark.modified()) >= 0)
                .map(entry -> CopyState.of(entry.outcome()))
                .filter(state -> state != CopyState.NONE)
                .reduce((first, last) -> last)
                .orElse(CopyState.NONE);
    }
}
