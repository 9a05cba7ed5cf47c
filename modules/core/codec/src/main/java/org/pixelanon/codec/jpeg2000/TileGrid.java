package org.pixelanon.codec.jpeg2000;

import org.pixelanon.codec.base.CodecException;

/**
 * The image area of a JPEG 2000 codestream and its tiles, in pixels of the reference grid (ISO
 * 15444-1 annex B.3), for components that have a sample at every pixel.
 *
 * @param image the image area
 * @param tileLeft column of the first tile
 * @param tileTop row of the first tile
 * @param tileWidth columns of a tile, at least 1
 * @param tileHeight rows of a tile, at least 1
 */
record TileGrid(Area image, long tileLeft, long tileTop, long tileWidth, long tileHeight) {

    /** Largest coordinate that OpenJPEG does not take for a negative one. */
    private static final long LARGEST = Integer.MAX_VALUE;

    /** Largest number of tiles in a codestream. */
    private static final long MOST_TILES = 65535;

    /**
     * A rectangle; empty if it ends where it begins.
     *
     * @param left first column
     * @param top first row
     * @param right column after the last
     * @param bottom row after the last
     */
    record Area(long left, long top, long right, long bottom) {

        boolean isEmpty() {
            return right <= left || bottom <= top;
        }
    }

    /**
     * Reads the size segment.
     *
     * @param in a codestream with a whole size segment after its first marker
     * @throws CodecException if it contains no image or no tile
     */
    static TileGrid of(byte[] in) throws CodecException {
        Area image = new Area(int32(in, 16), int32(in, 20), int32(in, 8), int32(in, 12));
        TileGrid grid =
                new TileGrid(image, int32(in, 32), int32(in, 36), int32(in, 24), int32(in, 28));
        if (image.isEmpty()
                || grid.tileWidth < 1
                || grid.tileHeight < 1
                || grid.tileLeft > image.left
                || grid.tileTop > image.top
                || grid.tileLeft + grid.tileWidth <= image.left
                || grid.tileTop + grid.tileHeight <= image.top) {
            throw new CodecException("JPEG 2000 frame has a damaged size segment");
        }
        if (Math.max(image.right, image.bottom) > LARGEST) {
            throw new CodecException("JPEG 2000 frame lies too far from the origin");
        }
        if (grid.across() * grid.down() > MOST_TILES) {
            throw new CodecException("JPEG 2000 frame has too many tiles");
        }
        return grid;
    }

    /** Number of tiles in a row. */
    private long across() {
        return (image.right - tileLeft + tileWidth - 1) / tileWidth;
    }

    private long down() {
        return (image.bottom - tileTop + tileHeight - 1) / tileHeight;
    }

    /** Number of tiles, 1 to 65535. */
    int tiles() {
        return (int) (across() * down());
    }

    /** The part of the image that a tile covers. */
    Area tile(int index) {
        long x = tileLeft + index % across() * tileWidth;
        long y = tileTop + index / across() * tileHeight;
        return new Area(
                Math.max(x, image.left),
                Math.max(y, image.top),
                Math.min(x + tileWidth, image.right),
                Math.min(y + tileHeight, image.bottom));
    }

    private static long int32(byte[] in, int at) {
        return (in[at] & 0xFFL) << 24
                | (in[at + 1] & 0xFF) << 16
                | (in[at + 2] & 0xFF) << 8
                | in[at + 3] & 0xFF;
    }
}
