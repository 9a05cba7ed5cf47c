package org.pixelanon.pii;

/**
 * Which letters a text must and may hold to match an expression, as bits: 0–25 letters in any case,
 * 26–35 digits, 63 everything else in ASCII. A cheap test before the dear one.
 *
 * @param required bits that every match has
 * @param allowed bits that a match may have
 */
record CharacterMask(long required, long allowed) {

    private static final long ALL = -1L;
    private static final int ASCII = 128;

    /** Both masks of a shape. */
    static CharacterMask of(RegexNode shape) {
        if (shape instanceof RegexNode.One one) {
            long bits = one.test().mask();
            return new CharacterMask(Long.bitCount(bits) == 1 ? bits : 0, bits);
        }
        if (shape instanceof RegexNode.Sequence sequence) {
            long required = 0;
            long allowed = 0;
            for (RegexNode part : sequence.parts()) {
                CharacterMask mask = of(part);
                required |= mask.required;
                allowed |= mask.allowed;
            }
            return new CharacterMask(required, allowed);
        }
        if (shape instanceof RegexNode.Choice choice) {
            long required = ALL;
            long allowed = 0;
            for (RegexNode option : choice.options()) {
                CharacterMask mask = of(option);
                required &= mask.required;
                allowed |= mask.allowed;
            }
            return new CharacterMask(required, allowed);
        }
        RegexNode.Repeat repeat = (RegexNode.Repeat) shape;
        CharacterMask body = of(repeat.body());
        return new CharacterMask(repeat.min() > 0 ? body.required : 0, body.allowed);
    }

    boolean allows(long bits) {
        return bits == ALL || ((required & ~bits) == 0 && (bits & ~allowed) == 0);
    }

    /** The bits of a text; all of them if it is not ASCII, because then the masks say nothing. */
    static long bits(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return ALL;
            }
            bits |= bit(text.charAt(i));
        }
        return bits;
    }

    /** The bits of the ASCII characters that a test takes. */
    static long bits(CharTest test) {
        long bits = 0;
        for (int c = 0; c < ASCII; c++) {
            if (test.takes(c)) {
                bits |= bit(c);
            }
        }
        return bits;
    }

    private static long bit(int c) {
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
