package org.pixelanon.review;

import java.nio.file.Path;
import java.util.Optional;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoreException;

/** Marks as rows of the shared table of files. */
final class StoredMarks {

    private StoredMarks() {}

    /**
     * The row of a file that is marked done or tagged.
     *
     * @param device what makes others similar; empty if the file was not read here
     * @param before the row it has
     * @throws StoreException if neither tells of the device
     */
    static FileMark of(
            ReviewEdit.OfMark edit,
            Optional<DeviceTags> device,
            Optional<FileMark> before,
            Path database,
            String user)
            throws StoreException {
        boolean tagged = edit.stateAfter() == FileState.TAGGED;
        if (device.isPresent()) {
            DeviceTags tags = device.get();
            return new FileMark(
                    tagged,
                    edit.commentAfter(),
                    tags.modality(),
                    tags.imageType(),
                    tags.model(),
                    tags.burnedInAnnotation(),
                    tags.rows(),
                    tags.columns(),
                    RowTime.now(),
                    user);
        }
        FileMark old =
                before.orElseThrow(
                        () ->
                                new StoreException(
                                        database, "a file was marked that was not read", null));
        return new FileMark(
                tagged,
                edit.commentAfter(),
                old.modality(),
                old.imageType(),
                old.model(),
                old.burnedInAnnotation(),
                old.rows(),
                old.columns(),
                RowTime.now(),
                user);
    }
}
