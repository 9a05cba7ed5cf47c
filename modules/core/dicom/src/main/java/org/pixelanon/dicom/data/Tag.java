package org.pixelanon.dicom.data;

import java.util.Locale;

/**
 * Tags the core needs by name, as group shl 16 | element (DICOM PS3.6), and how tags are written.
 */
public final class Tag {

    public static final int TransferSyntaxUID = 0x00020010;
    public static final int SpecificCharacterSet = 0x00080005;
    public static final int ImageType = 0x00080008;
    public static final int SOPClassUID = 0x00080016;
    public static final int SOPInstanceUID = 0x00080018;
    public static final int Modality = 0x00080060;
    public static final int Manufacturer = 0x00080070;
    public static final int ManufacturerModelName = 0x00081090;
    public static final int DerivationDescription = 0x00082111;
    public static final int DeidentificationMethod = 0x00120063;
    public static final int StudyInstanceUID = 0x0020000D;
    public static final int SeriesInstanceUID = 0x0020000E;
    public static final int DeidentificationMethodCodeSequence = 0x00120064;
    public static final int SequenceOfUltrasoundRegions = 0x00186011;
    public static final int RegionLocationMinX0 = 0x00186018;
    public static final int RegionLocationMinY0 = 0x0018601A;
    public static final int RegionLocationMaxX1 = 0x0018601C;
    public static final int RegionLocationMaxY1 = 0x0018601E;
    public static final int SamplesPerPixel = 0x00280002;
    public static final int PhotometricInterpretation = 0x00280004;
    public static final int PlanarConfiguration = 0x00280006;
    public static final int NumberOfFrames = 0x00280008;
    public static final int Rows = 0x00280010;
    public static final int Columns = 0x00280011;
    public static final int BitsAllocated = 0x00280100;
    public static final int BitsStored = 0x00280101;
    public static final int HighBit = 0x00280102;
    public static final int PixelRepresentation = 0x00280103;
    public static final int SmallestImagePixelValue = 0x00280106;
    public static final int LargestImagePixelValue = 0x00280107;
    public static final int PixelPaddingValue = 0x00280120;
    public static final int FloatPixelPaddingValue = 0x00280122;
    public static final int DoubleFloatPixelPaddingValue = 0x00280123;
    public static final int FloatPixelPaddingRangeLimit = 0x00280124;
    public static final int DoubleFloatPixelPaddingRangeLimit = 0x00280125;
    public static final int BurnedInAnnotation = 0x00280301;
    public static final int WindowCenter = 0x00281050;
    public static final int WindowWidth = 0x00281051;
    public static final int RescaleIntercept = 0x00281052;
    public static final int RescaleSlope = 0x00281053;
    public static final int VOILUTFunction = 0x00281056;
    public static final int RedPaletteColorLookupTableDescriptor = 0x00281101;
    public static final int RedPaletteColorLookupTableData = 0x00281201;
    public static final int SegmentedRedPaletteColorLookupTableData = 0x00281221;
    public static final int LossyImageCompression = 0x00282110;
    public static final int LossyImageCompressionRatio = 0x00282112;
    public static final int LossyImageCompressionMethod = 0x00282114;
    public static final int ModalityLUTSequence = 0x00283000;
    public static final int LUTDescriptor = 0x00283002;
    public static final int LUTData = 0x00283006;
    public static final int VOILUTSequence = 0x00283010;
    public static final int SoftcopyVOILUTSequence = 0x00283110;
    public static final int PresentationLUTSequence = 0x20500010;
    public static final int EncapsulatedDocument = 0x00420011;
    public static final int SpectroscopyData = 0x56000020;
    public static final int SharedFunctionalGroupsSequence = 0x52009229;
    public static final int PerFrameFunctionalGroupsSequence = 0x52009230;
    public static final int FrameVOILUTSequence = 0x00289132;
    public static final int PixelValueTransformationSequence = 0x00289145;
    public static final int IconImageSequence = 0x00880200;
    public static final int ExtendedOffsetTable = 0x7FE00001;
    public static final int ExtendedOffsetTableLengths = 0x7FE00002;
    public static final int FloatPixelData = 0x7FE00008;
    public static final int DoubleFloatPixelData = 0x7FE00009;
    public static final int PixelData = 0x7FE00010;
    public static final int DataSetTrailingPadding = 0xFFFCFFFC;

    public static final int Item = 0xFFFEE000;
    static final int ItemDelimitationItem = 0xFFFEE00D;
    public static final int SequenceDelimitationItem = 0xFFFEE0DD;

    /** Element numbers within an overlay group 60xx. */
    public static final int OVERLAY_ROWS = 0x0010;

    public static final int OVERLAY_COLUMNS = 0x0011;
    public static final int OVERLAY_FRAMES = 0x0015;
    public static final int OVERLAY_ORIGIN = 0x0050;
    public static final int OVERLAY_IMAGE_FRAME_ORIGIN = 0x0051;
    static final int OVERLAY_BITS_ALLOCATED = 0x0100;
    public static final int OVERLAY_BIT_POSITION = 0x0102;
    public static final int OVERLAY_DATA = 0x3000;

    private Tag() {}

    /**
     * Writes a tag as in the standard.
     *
     * @param tag any tag
     * @return e.g. {@code (0010,0010)}
     */
    public static String toString(int tag) {
        return String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }

    /**
     * The tag of an element of a group.
     *
     * @param group 0 to FFFF
     * @param element 0 to FFFF
     * @return the tag
     */
    public static int of(int group, int element) {
        return group << 16 | element;
    }

    /**
     * The group number.
     *
     * @param tag any tag
     * @return 0 to FFFF
     */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /**
     * Returns whether the group is odd.
     *
     * @param tag any tag
     * @return true for private tags
     */
    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }
}
