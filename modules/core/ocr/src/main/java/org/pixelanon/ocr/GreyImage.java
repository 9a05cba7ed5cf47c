package org.pixelanon.ocr;

/**
 * One channel of a plane.
 *
 * @param width columns
 * @param height rows
 * @param samples width * height bytes, 0 black, row by row; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are compared tile by tile, never by equals
record GreyImage(int width, int height, byte[] samples) {

    GreyImage {
        if (width < 1 || height < 1 || samples.length != width * height) {
            throw new IllegalArgumentException(width + "x" + height + " of " + samples.length);
        }
    }

    boolean sameSize(GreyImage other) {
        return width == other.width && height == other.height;
    }
}
