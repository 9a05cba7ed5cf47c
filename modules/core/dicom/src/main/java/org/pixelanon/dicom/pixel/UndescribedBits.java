package org.pixelanon.dicom.pixel;

import java.util.List;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.Frame.WordBits;

/**
 * The bits of Pixel Data words that are neither sample nor overlay: above High Bit and below the
 * stored bits (DICOM PS3.3 C.7.6.3.1.1 to 1.3, PS3.5 8.1.1). They are empty if they are zero, or
 * repeat the sign above signed samples. Anything else is an image that no element describes and
 * that other programs may show.
 *
 * @param above those above the samples
 * @param below those below
 * @param stored those of the samples
 * @param signed whether samples are two's complement
 */
public record UndescribedBits(long above, long below, long stored, boolean signed) {

    /** Of a file without an image. */
    static final UndescribedBits NONE = new UndescribedBits(0, 0, 0, false);

    static UndescribedBits of(ImageDescription image, List<OverlayDescription> overlays) {
        long stored = image.storedMask();
        if (image.floating()) {
            return new UndescribedBits(0, 0, stored, true);
        }
        long free = (1L << image.bitsAllocated()) - 1 & ~stored;
        for (OverlayDescription overlay : overlays) {
            free &= overlay.embedded() ? ~(1L << overlay.bitPosition()) : -1L;
        }
        long below = (1L << image.shift()) - 1;
        return new UndescribedBits(free & ~below, free & below, stored, image.signed());
    }

    /** Whether the words are sample and overlays only. */
    boolean none() {
        return (above | below) == 0;
    }

    /** All bits of a word that are no overlay's. */
    public long whole() {
        return stored | above | below;
    }

    /** The bits above and below. */
    long mask() {
        return above | below;
    }

    /**
     * Returns whether a frame holds something in these bits. A frame that repeats the signs of all
     * its samples holds nothing, and so does one that repeats those of none.
     */
    boolean anyIn(WordBits frame) {
        boolean upper = (frame.set() & above) != 0 && (frame.unlike() & above) != 0;
        return upper || (frame.set() & below) != 0;
    }

    /**
     * Returns whether what is written into a frame repeats its sign above: if the samples there do
     * that, or say nothing of it.
     *
     * @param wholeWords whether all bits of words are kept where the frame is written; codecs that
     *     count bits would need more of them for signs alone
     */
    public boolean signGoesOn(WordBits frame, boolean wholeWords) {
        boolean negative = signed && (frame.set() & Long.highestOneBit(stored)) != 0;
        return signed && ((frame.set() & above) != 0 || wholeWords && !negative);
    }

    /** Words with the sign of their samples repeated above. */
    public long[] withSign(long[] words) {
        long sign = Long.highestOneBit(stored);
        long[] out = words.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] |= signed && (out[i] & sign) != 0 ? above : 0;
        }
        return out;
    }

    /** Returns whether a syntax keeps all bits of words whatever they hold. */
    public static boolean holdsWords(TransferSyntax syntax) {
        return !syntax.encapsulated()
                || syntax.wrapsNative()
                || syntax.uid().equals(UID.RLELossless);
    }
}
