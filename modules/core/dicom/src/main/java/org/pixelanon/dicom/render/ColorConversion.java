package org.pixelanon.dicom.render;

import org.pixelanon.dicom.pixel.PhotometricInterpretation;

/** Luminance and chrominance of 8 bits to red, green and blue (DICOM PS3.3 C.7.6.3.1.2). */
final class ColorConversion {

    private static final int FRACTION = 16;
    private static final int HALF = 1 << FRACTION - 1;

    private final int[] y = new int[256];
    private final int[] redOfCr = new int[256];
    private final int[] greenOfCb = new int[256];
    private final int[] greenOfCr = new int[256];
    private final int[] blueOfCb = new int[256];

    private ColorConversion(
            double scale, int offset, double redCr, double greenCb, double greenCr, double blueCb) {
        for (int i = 0; i < 256; i++) {
            y[i] = fixed(scale * (i - offset));
            redOfCr[i] = fixed(redCr * (i - 128));
            greenOfCb[i] = fixed(greenCb * (i - 128));
            greenOfCr[i] = fixed(greenCr * (i - 128));
            blueOfCb[i] = fixed(blueCb * (i - 128));
        }
    }

    private static int fixed(double value) {
        return (int) Math.rint(value * (1 << FRACTION));
    }

    /** The conversion for a photometric interpretation. */
    static ColorConversion of(PhotometricInterpretation photometric) {
        boolean partial =
                photometric == PhotometricInterpretation.YBR_PARTIAL_422
                        || photometric == PhotometricInterpretation.YBR_PARTIAL_420;
        return partial
                ? new ColorConversion(1.1644, 16, 1.5960, -0.3917, -0.8130, 2.0173)
                : new ColorConversion(1, 0, 1.402, -0.344136, -0.714136, 1.772);
    }

    /** Converts in place, samples of a pixel side by side. */
    void apply(byte[] samples) {
        for (int i = 0; i + 2 < samples.length; i += 3) {
            int luminance = y[samples[i] & 0xFF] + HALF;
            int cb = samples[i + 1] & 0xFF;
            int cr = samples[i + 2] & 0xFF;
            samples[i] = clamp(luminance + redOfCr[cr]);
            samples[i + 1] = clamp(luminance + greenOfCb[cb] + greenOfCr[cr]);
            samples[i + 2] = clamp(luminance + blueOfCb[cb]);
        }
    }

    private static byte clamp(int fixed) {
        int value = fixed >> FRACTION;
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
