package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/** A Huffman table as a DHT segment defines it (ISO 10918-1 B.2.4.2, annex C). Immutable. */
final class HuffmanTable {

    /** Codes of up to this length are found with one look-up. */
    static final int SHORT = 10;

    private final int destination;
    private final byte[] definition;
    private final short[] shortCodes = new short[1 << SHORT];
    private final int[] lastCode = new int[17];
    private final int[] firstValue = new int[17];

    /**
     * Reads a table.
     *
     * @param in bytes of a DHT segment
     * @param at position of the table's class and destination
     * @param end end of the segment
     */
    HuffmanTable(byte[] in, int at, int end) throws CodecException {
        int values = 0;
        if (end - at >= 17) {
            for (int length = 1; length <= 16; length++) {
                values += in[at + length] & 0xFF;
            }
        }
        if (end - at < 17 + values || values == 0 || values > 256) {
            throw new CodecException("JPEG Huffman table is damaged");
        }
        this.destination = in[at] & 0xFF;
        this.definition = Arrays.copyOfRange(in, at + 1, at + 17 + values);
        build();
    }

    private void build() throws CodecException {
        int code = 0;
        int value = 0;
        for (int length = 1; length <= 16; length++, code <<= 1) {
            firstValue[length] = value - code;
            int count = definition[length - 1] & 0xFF;
            if (code + count > 1 << length) {
                throw new CodecException("JPEG Huffman table is damaged");
            }
            for (int i = 0; i < count; i++, code++, value++) {
                if (length <= SHORT) {
                    int from = code << SHORT - length;
                    short entry = (short) (length << 8 | symbolAt(value));
                    Arrays.fill(shortCodes, from, from + (1 << SHORT - length), entry);
                }
            }
            lastCode[length] = count == 0 ? -1 : code - 1;
        }
    }

    /** Table class in the upper four bits (0 DC, 1 AC), destination in the lower. */
    int destination() {
        return destination;
    }

    /** The table as in its segment, without its first byte. */
    byte[] definition() {
        return definition;
    }

    private int symbolAt(int index) {
        return definition[16 + index] & 0xFF;
    }

    /** Length and symbol of the code at the start of ten bits; 0 if it is longer. */
    int shortCode(int bits) {
        return shortCodes[bits];
    }

    /** Length and symbol of the code at the start of sixteen bits; 0 if there is none. */
    int longCode(int bits) {
        for (int length = SHORT + 1; length <= 16; length++) {
            int code = bits >> 16 - length;
            if (code <= lastCode[length]) {
                return length << 8 | symbolAt(firstValue[length] + code);
            }
        }
        return 0;
    }

    /**
     * The codes, for writing.
     *
     * @param codes receives the code of each symbol
     * @param lengths receives its length, 0 if the symbol has none
     */
    void codes(int[] codes, int[] lengths) {
        int code = 0;
        int value = 0;
        for (int length = 1; length <= 16; length++, code <<= 1) {
            for (int i = definition[length - 1] & 0xFF; i > 0; i--, code++, value++) {
                codes[symbolAt(value)] = code;
                lengths[symbolAt(value)] = length;
            }
        }
    }
}
