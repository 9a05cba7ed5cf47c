package org.pixelanon.store;

/**
 * The row of a file in the table {@code DicomTags}: what a curator said about it and what makes
 * other files similar.
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
        String modifiedBy) {

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
