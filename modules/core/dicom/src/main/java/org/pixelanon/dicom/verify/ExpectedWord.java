package org.pixelanon.dicom.verify;

import java.io.IOException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.FloatPadding;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.render.Palette;

/**
 * The word required inside rectangles, derived from what a sample displays (DICOM PS3.3 C.7.6.3.1):
 * the sample is black, bits below it are zero, and bits above are zero, or the sign of a signed
 * sample where the frame repeats signs.
 */
final class ExpectedWord {

    private final DicomFile original;
    private final UnpackedFrames frames;
    private final ImageDescription image;
    private final boolean wholeWords;
    private final long embedded;
    private final long[] samples;

    /**
     * Finds what is black.
     *
     * @param frames those of the original
     * @param meaning what the samples mean as they are stored in the copy
     * @param target the transfer syntax of the copy
     * @param embedded the bits of words that are overlays
     */
    ExpectedWord(
            DicomFile original,
            UnpackedFrames frames,
            ImageDescription image,
            PhotometricInterpretation meaning,
            TransferSyntax target,
            long embedded)
            throws IOException {
        this.original = original;
        this.frames = frames;
        this.image = image;
        this.embedded = embedded;
        // a codec that counts bits would need more of them for signs alone
        this.wholeWords =
                !target.encapsulated()
                        || target.wrapsNative()
                        || target.uid().equals(UID.RLELossless);
        this.samples =
                image.floating()
                        ? new long[] {floating(meaning)}
                        : integers(meaning, image.bitsStored(), image.signed());
    }

    /** The stored value of each sample of a black pixel, two's complement. */
    private long[] integers(PhotometricInterpretation meaning, int bits, boolean signed)
            throws IOException {
        long least = signed ? -(1L << bits - 1) : 0;
        long most = least + (1L << bits) - 1;
        long half = 1L << bits - 1;
        return switch (meaning) {
            case MONOCHROME1 -> new long[] {most};
            case MONOCHROME2 -> new long[] {least};
            case RGB, YBR_ICT, YBR_RCT -> new long[] {least, least, least};
            case PALETTE_COLOR -> new long[] {darkest(bits, signed)};
            // no light, and colour differences of nothing
            case YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_PARTIAL_420 ->
                    new long[] {0, half, half};
        };
    }

    /** The stored value whose colour gives least light; of several that of the lowest bits. */
    private long darkest(int bits, boolean signed) throws IOException {
        if (bits > 16) {
            throw new DicomException(original.path(), "PALETTE COLOR of " + bits + " bits");
        }
        Palette palette = Palette.of(original.path(), original.attributes(), signed);
        long best = 0;
        int least = Integer.MAX_VALUE;
        for (int raw = 0; raw < 1 << bits; raw++) {
            int value = signed && raw >= 1 << bits - 1 ? raw - (1 << bits) : raw;
            int rgb = palette.rgb(value);
            // the weights of ITU-R BT.601
            int light = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
            if (light < least) {
                least = light;
                best = value;
            }
        }
        return best;
    }

    /** Zero, or the number still further at the black end of all that are part of the image. */
    private long floating(PhotometricInterpretation meaning) throws IOException {
        boolean inverse = meaning == PhotometricInterpretation.MONOCHROME1;
        FloatPadding padding = FloatPadding.of(original.attributes(), image);
        double fill = 0;
        for (int f = 0; f < image.frames(); f++) {
            FrameWords words = frames.words(f);
            for (int i = 0; i < words.length(); i++) {
                double v = number(words.word(i));
                if (padding.isShown(v) && (inverse ? v > fill : v < fill)) {
                    fill = v;
                }
            }
        }
        return image.bitsAllocated() == 64
                ? Double.doubleToRawLongBits(fill)
                : Float.floatToRawIntBits((float) fill) & 0xFFFFFFFFL;
    }

    private double number(long word) {
        return image.bitsAllocated() == 64
                ? Double.longBitsToDouble(word)
                : Float.intBitsToFloat((int) word);
    }

    /** The bits above samples that are no overlay's. */
    long above() {
        if (image.floating()) {
            return 0;
        }
        long word = (1L << image.bitsAllocated()) - 1;
        return word & -1L << image.highBit() + 1 & ~embedded;
    }

    /** The word of each sample of a pixel, overlay bits clear, for a frame of the original. */
    long[] words(FrameWords frame) {
        if (image.floating()) {
            return samples.clone();
        }
        boolean sign = image.signed() && above() != 0 && repeatsSigns(frame);
        long[] out = new long[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = stored(samples[i]) | (sign && samples[i] < 0 ? above() : 0);
        }
        return out;
    }

    /** A frame repeats signs if anything stands above its samples, or if it needs none. */
    private boolean repeatsSigns(FrameWords frame) {
        long any = 0;
        for (int k = 0; k < frame.unit(); k++) {
            int set = 0;
            for (int i = k; i < frame.bytes().length; i += frame.unit()) {
                set |= frame.bytes()[i];
            }
            any |= (set & 0xFFL) << 8 * k;
        }
        boolean negative = (any >> image.highBit() & 1) != 0;
        return (any & above()) != 0 || wholeWords && !negative;
    }

    /**
     * The sample values of a black pixel of a JPEG frame, which may hold fewer bits, none a sign.
     */
    long[] jpeg(PhotometricInterpretation meaning, int precision) throws IOException {
        if (precision <= image.highBit()) {
            return integers(meaning, precision, false);
        }
        long[] out = integers(meaning, image.bitsStored(), image.signed());
        for (int i = 0; i < out.length; i++) {
            out[i] = stored(out[i]);
        }
        return out;
    }

    /** A value at its place in a word. */
    private long stored(long value) {
        return (value & (1L << image.bitsStored()) - 1) << image.highBit() + 1 - image.bitsStored();
    }
}
