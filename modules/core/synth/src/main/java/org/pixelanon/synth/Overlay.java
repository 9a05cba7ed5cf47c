package org.pixelanon.synth;

import java.util.Locale;

/**
 * An overlay plane to be written (DICOM PS3.3 C.9.2).
 *
 * @param group even, 0x6000 to 0x601E
 * @param rows rows of the plane
 * @param columns columns of the plane
 * @param originRow 1-based row of the image on which the first row lies; may be 0 or negative
 * @param originColumn 1-based column of the image on which the first column lies
 * @param frames overlay frames, at least 1; (60xx,0015) is written if there are several
 * @param bits tells which pixels are set
 */
public record Overlay(
        int group, int rows, int columns, int originRow, int originColumn, int frames, Bits bits) {

    /** Decides which pixels of an overlay are set. */
    @FunctionalInterface
    public interface Bits {

        /**
         * One pixel.
         *
         * @param frame 0-based index of the overlay frame, or of the image frame for high bits
         * @param row 0-based
         * @param column 0-based
         * @return true if the bit is 1
         */
        boolean at(int frame, int row, int column);
    }

    /** Checks group and size. */
    public Overlay {
        if (group < 0x6000 || group > 0x601E || (group & 1) == 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "overlay group %04X", group));
        }
        if (rows < 1 || columns < 1 || frames < 1) {
            throw new IllegalArgumentException(
                    "overlay of " + columns + "x" + rows + ", frames " + frames);
        }
    }

    /** Bits of all frames one after the other, lowest bit first, frames not aligned. */
    byte[] packed() {
        long total = (long) frames * rows * columns;
        byte[] out = new byte[Math.toIntExact((total + 15) / 16 * 2)];
        int at = 0;
        for (int frame = 0; frame < frames; frame++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++, at++) {
                    if (bits.at(frame, row, column)) {
                        out[at >> 3] |= (byte) (1 << (at & 7));
                    }
                }
            }
        }
        return out;
    }

    void describe(DicomBuilder file, int bitsAllocated, int bitPosition) {
        int base = group << 16;
        file.numbers(base | 0x0010, "US", rows).numbers(base | 0x0011, "US", columns);
        if (frames > 1) {
            file.text(base | 0x0015, "IS", Integer.toString(frames));
            file.numbers(base | 0x0051, "US", 1);
        }
        file.text(base | 0x0040, "CS", "G");
        file.numbers(base | 0x0050, "SS", originRow, originColumn);
        file.numbers(base | 0x0100, "US", bitsAllocated);
        file.numbers(base | 0x0102, "US", bitPosition);
    }

    void writeData(DicomBuilder file) {
        byte[] bytes = packed();
        long[] words = new long[bytes.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8;
        }
        file.numbers(group << 16 | 0x3000, "OW", words);
    }
}
