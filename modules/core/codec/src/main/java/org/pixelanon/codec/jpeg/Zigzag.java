package org.pixelanon.codec.jpeg;

/** The order in which the coefficients of a block are coded (ISO 10918-1 figure A.6). */
final class Zigzag {

    /** Position in natural order of each coefficient in coding order. */
    private static final byte[] NATURAL = new byte[64];

    static {
        int place = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int row = (diagonal & 1) == 0 ? diagonal - i : i;
                int column = diagonal - row;
                if (row < 8 && column < 8) {
                    NATURAL[place++] = (byte) (8 * row + column);
                }
            }
        }
    }

    private Zigzag() {}

    /** Position in natural order of a coefficient in coding order. */
    static int natural(int coded) {
        return NATURAL[coded];
    }
}
