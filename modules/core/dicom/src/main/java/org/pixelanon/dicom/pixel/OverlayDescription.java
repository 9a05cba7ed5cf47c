package org.pixelanon.dicom.pixel;

/**
 * One overlay plane of a file (DICOM PS3.3 C.9.2).
 *
 * @param group 0x6000 to 0x601E, even
 * @param rows height in pixels
 * @param columns width in pixels
 * @param frames overlay frames that are in the file; for an overlay in high bits the frames of the
 *     image
 * @param originX column of the image on which column 0 lies, 0-based, may be negative
 * @param originY row of the image on which row 0 lies, 0-based, may be negative
 * @param firstImageFrame 0-based image frame on which overlay frame 0 lies
 * @param embedded true if the overlay is in high bits of the pixels, false if it has Overlay Data
 *     of its own
 * @param bitPosition the bit of the pixel word that holds an embedded overlay, 0-based
 */
public record OverlayDescription(
        int group,
        int rows,
        int columns,
        int frames,
        int originX,
        int originY,
        int firstImageFrame,
        boolean embedded,
        int bitPosition) {

    /**
     * Pixels of one overlay frame.
     *
     * @return rows times columns
     */
    public long pixels() {
        return (long) rows * columns;
    }

    /**
     * Where the bit of a pixel is in Overlay Data: bits run on across rows and frames without
     * alignment, the first in the least significant bit (PS3.5 8.1.2).
     *
     * @param frame 0-based overlay frame
     * @param x column
     * @param y row
     * @return the 0-based number of the bit
     */
    long bit(int frame, int x, int y) {
        return frame * pixels() + (long) y * columns + x;
    }
}
