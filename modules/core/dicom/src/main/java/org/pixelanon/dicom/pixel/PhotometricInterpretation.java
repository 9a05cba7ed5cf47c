package org.pixelanon.dicom.pixel;

import java.util.Locale;
import java.util.Optional;

/** What the samples of a pixel mean (DICOM PS3.3 C.7.6.3.1.2). */
public enum PhotometricInterpretation {
    MONOCHROME1(1, false),
    MONOCHROME2(1, false),
    PALETTE_COLOR(1, false),
    RGB(3, false),
    YBR_FULL(3, false),
    YBR_FULL_422(3, true),
    YBR_PARTIAL_422(3, true),
    YBR_PARTIAL_420(3, true),
    YBR_ICT(3, false),
    YBR_RCT(3, false);

    private final int samples;
    private final boolean subsampled;

    PhotometricInterpretation(int samples, boolean subsampled) {
        this.samples = samples;
        this.subsampled = subsampled;
    }

    /**
     * Parses a value of (0028,0004).
     *
     * @param value e.g. {@code PALETTE COLOR}
     * @return the interpretation, or empty for retired and unknown ones
     */
    public static Optional<PhotometricInterpretation> of(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (PhotometricInterpretation p : values()) {
            if (p.name().equals(name)) {
                return Optional.of(p);
            }
        }
        return Optional.empty();
    }

    /**
     * The number of samples of a pixel.
     *
     * @return 1 or 3
     */
    public int samplesPerPixel() {
        return samples;
    }

    /**
     * Returns whether neighbouring pixels share chrominance.
     *
     * @return true for 422 and 420
     */
    public boolean isSubsampled() {
        return subsampled;
    }

    /**
     * Returns whether samples are luminance and chrominance.
     *
     * @return true for every YBR
     */
    public boolean isYbr() {
        return name().startsWith("YBR");
    }

    /**
     * Returns whether a pixel is one shade of grey.
     *
     * @return true for MONOCHROME1 and MONOCHROME2
     */
    public boolean isGrey() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }
}
