package org.pixelanon.pii.regex;

import java.util.regex.Pattern;

/**
 * Which characters one position of an expression takes. The answer for ASCII is computed once by
 * the regular expression engine of the JDK, so that both can never disagree.
 */
final class CharClass {

    static final CharClass ANY = new CharClass(Pattern.compile(".", Pattern.DOTALL));

    private final Pattern pattern;
    private final long low;
    private final long high;
    private final long mask;

    CharClass(Pattern pattern) {
        this.pattern = pattern;
        long lowBits = 0;
        long highBits = 0;
        long letters = 0;
        for (int c = 0; c < LetterBits.ASCII; c++) {
            if (pattern.matcher(Character.toString(c)).matches()) {
                letters |= LetterBits.of(c);
                if (c < Long.SIZE) {
                    lowBits |= 1L << c;
                } else {
                    highBits |= 1L << (c - Long.SIZE);
                }
            }
        }
        low = lowBits;
        high = highBits;
        mask = letters;
    }

    /** The {@link LetterBits} of the ASCII characters taken. */
    long mask() {
        return mask;
    }

    boolean takes(int codePoint) {
        if (codePoint < Long.SIZE) {
            return (low >>> codePoint & 1) != 0;
        }
        if (codePoint < LetterBits.ASCII) {
            return (high >>> (codePoint - Long.SIZE) & 1) != 0;
        }
        return pattern.matcher(Character.toString(codePoint)).matches();
    }
}
