package org.pixelanon.model;

/**
 * A way in which the structure of a verified copy may differ from the original, besides what a
 * redaction declares. No other difference is accepted; docs/verification.md says what is compared
 * instead.
 */
public enum ToleratedDifference {
    /** Padding of a rewritten value: now at most one byte, to even length. */
    PADDING("padding of rewritten values"),
    /** Group Length of a changed group, omitted (PS3.5 7.2). */
    GROUP_LENGTHS("group lengths omitted"),
    /** The length of the file meta group, corrected or added (PS3.10 7.1). */
    META_LENGTH("length of the file meta group"),
    /** Offset tables: each entry is the new offset or length of its frame. */
    OFFSET_TABLES("offset tables"),
    /** A frame that was in several fragments and is now in one. */
    FRAGMENT_BORDERS("fragment boundaries"),
    /** A codestream that decodes to the expected samples and equals their encoding. */
    CODESTREAMS("frames re-encoded"),
    /** Deflated data that inflates to the expected bytes, with nothing after it. */
    DEFLATE("recompressed deflate"),
    /** Data after the last frame, omitted where frames are re-encoded. */
    SURPLUS_FRAMES("frames beyond Number of Frames omitted"),
    /** Bits above signed samples of JPEG 2000, which depend on the decoder: zero, or the sign. */
    SIGN_BITS("bits above signed samples"),
    /** A flat JPEG block at the nearest value below white that quantisation allows. */
    QUANTISED_FILL("fill value limited by quantisation");

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
