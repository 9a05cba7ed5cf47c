package org.pixelanon.codec.jpeg;

/**
 * The size of a DCT frame in samples and in coding units (ISO 10918-1 A.2.3).
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param across largest horizontal sampling factor
 * @param down largest vertical sampling factor
 */
record JpegFrameSize(int rows, int columns, int across, int down) {

    /** Coding units side by side. */
    int unitColumns() {
        return (columns + 8 * across - 1) / (8 * across);
    }

    /** Coding units one below the other. */
    int unitRows() {
        return (rows + 8 * down - 1) / (8 * down);
    }
}
