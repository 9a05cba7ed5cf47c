package org.pixelanon.dicom.pixel;

import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.data.Tag;

/**
 * The shape of the image pixels as the file states it (DICOM PS3.3 C.7.6.3).
 *
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param frames number of frames stated, at least 1
 * @param samplesPerPixel 1 or 3
 * @param bitsAllocated bits of the word of one sample: 1, 8, 12, 16 or 32; 64 only if floating
 * @param bitsStored bits of it that are the sample
 * @param highBit the most significant bit of the sample, 0-based
 * @param signed true if samples are two's complement
 * @param photometric what the samples mean
 * @param planarConfiguration 0 if the samples of a pixel are side by side, 1 if each frame has one
 *     plane for each
 * @param pixelTag the element that holds the pixels: {@link Tag#PixelData}, or {@link
 *     Tag#FloatPixelData} or {@link Tag#DoubleFloatPixelData}, whose samples are floating-point
 */
public record ImageDescription(
        int rows,
        int columns,
        int frames,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        PhotometricInterpretation photometric,
        int planarConfiguration,
        int pixelTag) {

    /**
     * Pixels of one frame.
     *
     * @return rows times columns
     */
    public long pixels() {
        return (long) rows * columns;
    }

    /**
     * Returns whether samples are floating-point point numbers (DICOM PS3.3 C.7.6.24, C.7.6.25).
     *
     * @return true for IEEE 754 numbers of 32 or 64 bits
     */
    public boolean floating() {
        return pixelTag != Tag.PixelData;
    }

    /** The name and tag of the element that holds the pixels, for messages. */
    public String element() {
        return element(pixelTag) + " " + Tag.toString(pixelTag);
    }

    /** The name of an element that holds pixels, for messages. */
    public static String element(int pixelTag) {
        return switch (pixelTag) {
            case Tag.FloatPixelData -> "Float Pixel Data";
            case Tag.DoubleFloatPixelData -> "Double Float Pixel Data";
            default -> "Pixel Data";
        };
    }

    /**
     * Bits of a native frame (DICOM PS3.3 C.7.6.3.1.2 for subsampled colour).
     *
     * @param paddedPairs true if rows of an odd number of subsampled pixels end with a whole pair
     */
    public long bitsPerFrame(boolean paddedPairs) {
        if (photometric == PhotometricInterpretation.YBR_PARTIAL_420) {
            return pixels() * bitsAllocated * 3 / 2;
        }
        if (photometric.isSubsampled()) {
            long pairs = paddedPairs ? (columns + 1L) / 2 * rows : (pixels() + 1) / 2;
            return pairs * 4 * bitsAllocated;
        }
        return pixels() * samplesPerPixel * bitsAllocated;
    }

    /** The position of the least significant bit of a sample in its word. */
    public int shift() {
        return highBit + 1 - bitsStored;
    }

    /** The bits of a word that are the sample. */
    long storedMask() {
        return -1L >>> 64 - bitsStored << shift();
    }

    /** Bits of the word of a sample behind a codec: single bits have a byte each. */
    public int codedBits() {
        return bitsAllocated == 1 ? Byte.SIZE : bitsAllocated;
    }

    /** The shape of a frame for codecs; only where {@link #codedBits()} are whole bytes. */
    public FrameShape shape() {
        return new FrameShape(rows, columns, samplesPerPixel, codedBits(), highBit + 1, signed);
    }
}
