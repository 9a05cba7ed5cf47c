package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/**
 * A component of a DCT frame (ISO 10918-1 A.1.1, A.2) with its quantised coefficients. Blocks lie
 * row by row, the 64 coefficients of each in natural order (row by row, not zigzag). Not
 * thread-safe while it is filled.
 */
final class JpegComponent {

    final int id;

    /** Sampling factors. */
    final int across;

    final int down;
    final int quantiserNumber;

    /** Samples that are part of the picture. */
    final int columns;

    final int rows;

    /** Blocks that contain them; these are coded by a scan of this component alone. */
    final int blockColumns;

    final int blockRows;

    /** Blocks in whole coding units; these are coded by a scan with other components. */
    final int paddedColumns;

    final int paddedRows;

    /** Rows of {@link #paddedColumns} blocks. */
    final short[] coefficients;

    /** Steps of quantisation in natural order, as they were defined before the first scan. */
    final int[] quantiser = new int[64];

    /** Blocks that the scans code. */
    private int codedColumns;

    private int codedRows;

    /**
     * The point transform reached so far for each coefficient, in zigzag order; -1 if not coded
     * yet.
     */
    final int[] precision = new int[64];

    JpegComponent(int id, int sampling, int quantiserNumber, JpegFrameSize size)
            throws CodecException {
        this.id = id;
        this.across = sampling >> 4;
        this.down = sampling & 15;
        this.quantiserNumber = quantiserNumber;
        this.columns = ceil(size.columns() * across, size.across());
        this.rows = ceil(size.rows() * down, size.down());
        this.blockColumns = ceil(columns, 8);
        this.blockRows = ceil(rows, 8);
        this.paddedColumns = size.unitColumns() * across;
        this.paddedRows = size.unitRows() * down;
        long length = 64L * paddedColumns * paddedRows;
        if (length > Integer.MAX_VALUE - 64) {
            throw new CodecException("JPEG frame is too large");
        }
        this.coefficients = new short[(int) length];
        Arrays.fill(precision, -1);
    }

    private static int ceil(int n, int by) {
        return (n + by - 1) / by;
    }

    /** Records that a scan codes the blocks of this component. */
    void code(boolean alone) {
        codedColumns = Math.max(codedColumns, alone ? blockColumns : paddedColumns);
        codedRows = Math.max(codedRows, alone ? blockRows : paddedRows);
    }

    int codedColumns() {
        return codedColumns;
    }

    int codedRows() {
        return codedRows;
    }

    /** The position of the first coefficient of a block. */
    int offset(int row, int column) {
        return 64 * (row * paddedColumns + column);
    }
}
