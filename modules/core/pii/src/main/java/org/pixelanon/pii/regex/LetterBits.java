package org.pixelanon.pii.regex;

/**
 * Which characters a text holds, as bits: 0–25 letters in any case, 26–35 digits, 63 everything
 * else in ASCII.
 */
final class LetterBits {

    static final int ASCII = 128;

    /** The bits of a text that is not ASCII: of that they say nothing. */
    static final long ALL = -1L;

    private LetterBits() {}

    /** The bits of a text. */
    static long of(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return ALL;
            }
            bits |= of(text.charAt(i));
        }
        return bits;
    }

    /** The bit of an ASCII character. */
    static long of(int c) {
        if (c >= 'a' && c <= 'z') {
            return 1L << (c - 'a');
        }
        if (c >= 'A' && c <= 'Z') {
            return 1L << (c - 'A');
        }
        if (c >= '0' && c <= '9') {
            return 1L << (26 + c - '0');
        }
        return 1L << 63;
    }
}
