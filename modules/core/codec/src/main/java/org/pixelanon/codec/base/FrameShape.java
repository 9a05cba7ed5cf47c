package org.pixelanon.codec.base;

/**
 * The shape of a frame as its file states it.
 *
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 * @param samplesPerPixel 1 or more
 * @param bitsAllocated 8, 16 or 32
 * @param precision significant bits of a sample, from the lowest, at most the allocated ones;
 *     includes those of overlays above the samples
 * @param signed true if samples are two's complement
 */
public record FrameShape(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int precision,
        boolean signed) {

    /** Checks the shape, and that a frame of it fits into an array. */
    public FrameShape {
        if (rows < 1 || columns < 1 || samplesPerPixel < 1) {
            throw new IllegalArgumentException(rows + "x" + columns + "x" + samplesPerPixel);
        }
        if (bitsAllocated != 8 && bitsAllocated != 16 && bitsAllocated != 32) {
            throw new IllegalArgumentException(bitsAllocated + " bits allocated");
        }
        if (precision < 1 || precision > bitsAllocated) {
            throw new IllegalArgumentException(precision + " of " + bitsAllocated + " bits");
        }
        if ((long) rows * columns * samplesPerPixel * (bitsAllocated / 8)
                > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(
                    "a frame of " + rows + "x" + columns + " is too large");
        }
    }

    /**
     * The shape of unsigned samples with all bits significant.
     *
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1
     * @param samplesPerPixel 1 or more
     * @param bitsAllocated 8, 16 or 32
     */
    public FrameShape(int rows, int columns, int samplesPerPixel, int bitsAllocated) {
        this(rows, columns, samplesPerPixel, bitsAllocated, bitsAllocated, false);
    }

    /**
     * Pixels of a frame.
     *
     * @return rows times columns
     */
    public int pixels() {
        return rows * columns;
    }

    /**
     * Bytes of a sample.
     *
     * @return 1, 2 or 4
     */
    public int sampleBytes() {
        return bitsAllocated / 8;
    }

    /**
     * Bytes of a decoded frame.
     *
     * @return pixels times samples times bytes of a sample
     */
    public int bytes() {
        return pixels() * samplesPerPixel * sampleBytes();
    }
}
