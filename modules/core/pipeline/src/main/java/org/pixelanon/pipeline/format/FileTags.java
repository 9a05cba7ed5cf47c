package org.pixelanon.pipeline.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;

/** The elements of a file that {@link BiaColumns} shows. */
final class FileTags implements BiaSource {

    private static final int OVERLAY = 0x60000000;
    private static final int IMPLEMENTATION = 0x00020013;
    private static final int PRIVATE_GROUP = 0x0019;
    private static final String IMPLEMENTATION_NAME = "ImplementationVersionName";
    private static final String CAPTURE_COLUMN = "ZeihmImageCaptureData";
    private static final String CAPTURE_DATA = "ZIEHM_1.0 ImageCaptureData";

    private static final Map<String, Integer> TAGS =
            Map.ofEntries(
                    Map.entry("Modality", Tag.Modality),
                    Map.entry("SOPClassUID", Tag.SOPClassUID),
                    Map.entry("BurnedInAnnotation", Tag.BurnedInAnnotation),
                    Map.entry("RecognizableVisualFeatures", 0x00280302),
                    Map.entry("Manufacturer", Tag.Manufacturer),
                    Map.entry("ManufacturerModelName", Tag.ManufacturerModelName),
                    Map.entry("SoftwareVersions", 0x00181020),
                    Map.entry("DateOfSecondaryCapture", 0x00181012),
                    Map.entry("SecondaryCaptureDeviceManufacturer", 0x00181016),
                    Map.entry("SecondaryCaptureDeviceManufacturerModelName", 0x00181018),
                    Map.entry("CodeMeaning", 0x00080104),
                    Map.entry("CommentsOnRadiationDose", 0x00400310),
                    Map.entry("ImageType", Tag.ImageType),
                    Map.entry("SeriesDescription", 0x0008103E),
                    Map.entry("WindowWidth", Tag.WindowWidth),
                    Map.entry("Rows", Tag.Rows),
                    Map.entry("Columns", Tag.Columns),
                    Map.entry("BitsStored", Tag.BitsStored),
                    Map.entry("BitsAllocated", Tag.BitsAllocated),
                    Map.entry("NumberOfFrames", Tag.NumberOfFrames),
                    Map.entry("OverlayRows", OVERLAY | 0x0010),
                    Map.entry("OverlayColumns", OVERLAY | 0x0011),
                    Map.entry("OverlayType", OVERLAY | 0x0040),
                    Map.entry("NumberOfFramesInOverlay", OVERLAY | 0x0015),
                    Map.entry("OverlayDescription", OVERLAY | 0x0022),
                    Map.entry("OverlayBitsAllocated", OVERLAY | 0x0100),
                    Map.entry("OverlayBitPosition", OVERLAY | 0x0102),
                    Map.entry("ZeihmCreator", Tag.of(PRIVATE_GROUP, 0x0010)));

    private final Attributes tags;
    private final Attributes meta;

    FileTags(DicomFile file) {
        this.tags = file.attributes();
        this.meta = file.fileMeta();
    }

    @Override
    public String text(String name) {
        if (name.equals(CAPTURE_COLUMN)) {
            return captureData();
        }
        if (name.equals(IMPLEMENTATION_NAME)) {
            return text(meta, IMPLEMENTATION);
        }
        Integer tag = TAGS.get(name);
        if (tag == null) {
            throw new IllegalArgumentException(name);
        }
        return text(tags, tag);
    }

    private static String text(Attributes from, int tag) {
        return String.join("\\", from.getStrings(tag)).strip();
    }

    @Override
    public List<String> imageTypes() {
        return tags.getStrings(Tag.ImageType);
    }

    /** Element 01 of the block that Ziehm reserved (PS3.5 7.8.1); often without representation. */
    private String captureData() {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (text(tags, Tag.of(PRIVATE_GROUP, block)).equals(CAPTURE_DATA)) {
                int tag = Tag.of(PRIVATE_GROUP, block << 8 | 0x01);
                String text = text(tags, tag);
                return text.isEmpty()
                        ? new String(tags.getBytes(tag), StandardCharsets.ISO_8859_1)
                                .replace("\0", "")
                                .strip()
                        : text;
            }
        }
        return "";
    }
}
