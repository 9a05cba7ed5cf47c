package org.pixelanon.synth;

import java.util.Locale;

/** The kinds of files that are drawn. */
public enum SampleKind {
    /** Radiograph, 12 of 16 bits, MONOCHROME2. */
    CR_MONOCHROME2("CR"),
    /** Radiograph, 12 of 16 bits, MONOCHROME1: the highest value is black. */
    CR_MONOCHROME1("CR"),
    /** Tomogram, 16 bits signed, with a rescale intercept and a window. */
    CT_SIGNED("CT"),
    /** Ultrasound cine, RGB, moving speckle; most text fixed, some changes. */
    US_RGB_CINE("US"),
    /** Ultrasound, RGB, with a Sequence of Ultrasound Regions. */
    US_REGIONS("US"),
    /** Ultrasound, uncompressed YBR_FULL. */
    US_YBR_FULL("US"),
    /** Ultrasound, uncompressed YBR_FULL_422: two pixels share their colour. */
    US_YBR_FULL_422("US"),
    /** Ultrasound, PALETTE COLOR. */
    US_PALETTE("US"),
    /** Magnetic resonance with a multi-frame overlay whose frames do not begin at a byte. */
    MR_OVERLAY("MR"),
    /** Angiogram cine with overlays in high bits of every frame. */
    XA_HIGH_BITS("XA"),
    /** Radiograph, 16 bits, RLE. */
    RLE_GREY("CR"),
    /** Ultrasound cine, RGB, RLE. */
    RLE_CINE("US"),
    /**
     * Ultrasound cine, baseline JPEG, YBR_FULL_422. Encoded by the JDK, so its bytes may differ
     * between JDKs.
     */
    JPEG_CINE("US"),
    /** Radiograph, Implicit VR Little Endian. */
    IMPLICIT("CR"),
    /** Magnetic resonance, Explicit VR Big Endian. */
    BIG_ENDIAN("MR"),
    /** Tomogram, Deflated Explicit VR Little Endian. */
    DEFLATED("CT"),
    /** Parametric map, Float Pixel Data from 0 to 1. */
    FLOAT_MAP("MR"),
    /** Parametric map, Double Float Pixel Data below and above 0. */
    DOUBLE_FLOAT_MAP("MR");

    private final String modality;

    SampleKind(String modality) {
        this.modality = modality;
    }

    /**
     * The value of (0008,0060).
     *
     * @return two letters
     */
    public String modality() {
        return modality;
    }

    /**
     * The name of the kind in file names and in the truth.
     *
     * @return lower case with hyphens
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
