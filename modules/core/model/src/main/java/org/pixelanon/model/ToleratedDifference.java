package org.pixelanon.model;

/**
 * A way in which the structure of a verified copy may differ from the original, besides what a
 * redaction declares. No other difference is accepted; docs/verification.md says what is compared
 * instead.
 */
public enum ToleratedDifference {
    /**
     * Spaces and zero bytes at the end of a value that was rewritten: now one to an even length.
     */
    PADDING("padding of rewritten values"),
    /** Group Length of a group that changed, left out (PS3.5 7.2). */
    GROUP_LENGTHS("group lengths left out"),
    /** The length of the file meta group, put right or added (PS3.10 7.1). */
    META_LENGTH("length of the file meta group"),
    /** Offset tables: each entry names where its frame begins now, or how long it is. */
    OFFSET_TABLES("offset tables"),
    /** A frame that was in several fragments and is in one. */
    FRAGMENT_BORDERS("fragment borders"),
    /** A codestream that decodes to the expected samples and is what encoding them gives. */
    CODESTREAMS("frames coded anew"),
    /** Deflated bytes that inflate to the expected ones, with nothing behind them. */
    DEFLATE("recompressed deflate"),
    /** What lay behind the last frame, left out where frames are re-encoded. */
    SURPLUS_FRAMES("frames beyond Number of Frames left out"),
    /** Bits above signed samples of JPEG 2000, which its decoder makes: zero, or the sign. */
    SIGN_BITS("bits above signed samples"),
    /** A flat JPEG block at the nearest value below white that its quantiser has. */
    QUANTISED_FILL("fill as near as the quantiser allows");

    private final String words;

    ToleratedDifference(String words) {
        this.words = words;
    }

    /**
     * The difference in words.
     *
     * @return a few words in English
     */
    public String words() {
        return words;
    }
}
