package org.pixelanon.synth;

/** Tags of the attributes of drawn files (DICOM PS3.6). */
final class Tags {
    static final int SOP_CLASS = 0x0008_0016;
    static final int SOP_INSTANCE = 0x0008_0018;
    static final int PATIENT_NAME = 0x0010_0010;
    static final int SAMPLES_PER_PIXEL = 0x0028_0002;
    static final int PHOTOMETRIC = 0x0028_0004;
    static final int PLANAR = 0x0028_0006;
    static final int FRAMES = 0x0028_0008;
    static final int ROWS = 0x0028_0010;
    static final int COLUMNS = 0x0028_0011;
    static final int BITS_ALLOCATED = 0x0028_0100;
    static final int BITS_STORED = 0x0028_0101;
    static final int HIGH_BIT = 0x0028_0102;
    static final int PIXEL_REPRESENTATION = 0x0028_0103;
    static final int LOSSY = 0x0028_2110;
    static final int PIXEL_DATA = 0x7FE0_0010;
    static final int ITEM = 0xFFFE_E000;
    static final int ITEM_END = 0xFFFE_E00D;
    static final int SEQUENCE_END = 0xFFFE_E0DD;

    private Tags() {}
}
