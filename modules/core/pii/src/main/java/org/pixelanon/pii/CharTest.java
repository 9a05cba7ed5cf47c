package org.pixelanon.pii;

import java.util.regex.Pattern;

/**
 * Which characters one position of an expression takes. The answer for ASCII is computed once by
 * the regular expression engine of the JDK, so that both can never disagree.
 */
final class CharTest {

    static final CharTest ANY = new CharTest(Pattern.compile(".", Pattern.DOTALL));

    private static final int ASCII = 128;

    private final Pattern pattern;
    private final long low;
    private final long high;
    private final long mask;

    CharTest(Pattern pattern) {
        this.pattern = pattern;
        long lowBits = 0;
        long highBits = 0;
        for (int c = 0; c < ASCII; c++) {
            if (pattern.matcher(Character.toString(c)).matches()) {
                if (c < Long.SIZE) {
                    lowBits |= 1L << c;
                } else {
                    highBits |= 1L << (c - Long.SIZE);
                }
            }
        }
        low = lowBits;
        high = highBits;
        mask = CharacterMask.bits(this);
    }

    /** The bits of {@link CharacterMask} for the ASCII characters taken. */
    long mask() {
        return mask;
    }

    boolean takes(int codePoint) {
        if (codePoint < Long.SIZE) {
            return (low >>> codePoint & 1) != 0;
        }
        if (codePoint < ASCII) {
            return (high >>> (codePoint - Long.SIZE) & 1) != 0;
        }
        return pattern.matcher(Character.toString(codePoint)).matches();
    }
}
