package org.pixelanon.synth;

import java.util.function.Consumer;

/** Replaces the samples of an image by floating-point numbers. */
public final class FloatingSamples {

    private static final int FLOAT_PIXEL_DATA = 0x7FE0_0008;
    private static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE0_0009;

    private FloatingSamples() {}

    /**
     * Replaces Pixel Data by Float Pixel Data (DICOM PS3.3 C.7.6.24) or Double Float Pixel Data
     * (C.7.6.25).
     *
     * @param bits 32 or 64
     * @param samples one for each pixel, row by row, frame by frame
     * @return the change for {@link SampleFile#with}
     */
    public static Consumer<DicomBuilder> of(int bits, double... samples) {
        if (bits != 32 && bits != 64) {
            throw new IllegalArgumentException(bits + " bits");
        }
        double[] own = samples.clone();
        return file -> {
            file.remove(Tags.BITS_STORED).remove(Tags.HIGH_BIT).remove(Tags.PIXEL_REPRESENTATION);
            file.remove(Tags.PIXEL_DATA).numbers(Tags.BITS_ALLOCATED, "US", bits);
            if (bits == 32) {
                file.decimals(FLOAT_PIXEL_DATA, "OF", own);
            } else {
                file.decimals(DOUBLE_FLOAT_PIXEL_DATA, "OD", own);
            }
        };
    }
}
