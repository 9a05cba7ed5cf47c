package org.pixelanon.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of a file in the table {@code DicomTags}: a curator's mark and what makes other files
 * similar.
 *
 * @param tagged true to look again, false if done
 * @param comment the curator's words; may be empty
 * @param modality Modality (0008,0060)
 * @param imageType Image Type (0008,0008) as a JSON list
 * @param model model of the machine, or {@code NoModel}
 * @param burnedInAnnotation Burned In Annotation (0028,0301), or {@code NoBIA}
 * @param rows height in pixels, -1 if unknown
 * @param columns width in pixels, -1 if unknown
 * @param modified local time, {@code yyyy-MM-dd HH:mm:ss}
 * @param modifiedBy who
 * @param kept who marked the file done with PixelAnon and what was open then; null for the Python
 *     tool, which does not keep it, and for files that are not done
 */
public record FileMark(
        boolean tagged,
        String comment,
        String modality,
        String imageType,
        String model,
        String burnedInAnnotation,
        int rows,
        int columns,
        String modified,
        String modifiedBy,
        @Nullable DoneNote kept) {

    /** A mark as the Python tool knows it, without what was open. */
    public FileMark(
            boolean tagged,
            String comment,
            String modality,
            String imageType,
            String model,
            String burnedInAnnotation,
            int rows,
            int columns,
            String modified,
            String modifiedBy) {
        this(
                tagged,
                comment,
                modality,
                imageType,
                model,
                burnedInAnnotation,
                rows,
                columns,
                modified,
                modifiedBy,
                null);
    }

    /**
     * The same mark with what is kept of it beside the Python tool's row.
     *
     * @param note who made it and what was open then; null if nobody kept that
     * @return the new mark
     */
    public FileMark noting(@Nullable DoneNote note) {
        return new FileMark(
                tagged,
                comment,
                modality,
                imageType,
                model,
                burnedInAnnotation,
                rows,
                columns,
                modified,
                modifiedBy,
                note);
    }

    /** The same mark with another comment. */
    FileMark commented(String words) {
        return new FileMark(
                tagged,
                words,
                modality,
                imageType,
                model,
                burnedInAnnotation,
                rows,
                columns,
                modified,
                modifiedBy,
                kept);
    }

    /**
     * What PixelAnon keeps of a file that was marked done.
     *
     * @return who marked it and what was open then; empty if nobody kept that
     */
    public Optional<DoneNote> note() {
        return Optional.ofNullable(kept);
    }

    /**
     * What makes other files similar to this one.
     *
     * @return the device
     */
    public DeviceKey device() {
        return new DeviceKey(modality, imageType, model, rows, columns);
    }

    /** Leaves the comment out: it may quote what is on the image. */
    @Override
    public String toString() {
        return (tagged ? "tagged" : "done") + ", " + modality + " " + columns + "x" + rows;
    }
}
