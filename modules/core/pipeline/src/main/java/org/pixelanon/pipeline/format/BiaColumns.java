package org.pixelanon.pipeline.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;

/**
 * The columns that {@code extract_BIA} of the Python tool writes: what tells whether text may be
 * burned in. Several values of one element stand with a backslash between.
 */
final class BiaColumns {

    static final List<String> NAMES =
            List.of(
                    "Modality",
                    "DicomFilePath",
                    "BurnedInAnnotation",
                    "RecognizableVisualFeatures",
                    "Manufacturer",
                    "ManufacturerModelName",
                    "SoftwareVersions",
                    "SecondaryCaptureDeviceManufacturer",
                    "SecondaryCaptureDeviceManufacturerModelName",
                    "ModelName",
                    "CodeMeaning",
                    "CommentsOnRadiationDose",
                    "ImageType2",
                    "ImageType",
                    "ImplementationVersionName",
                    "SeriesDescription",
                    "WindowWidth",
                    "Rows",
                    "Columns",
                    "BitsStored",
                    "BitsAllocated",
                    "NumberOfFrames",
                    "OverlayRows",
                    "OverlayColumns",
                    "OverlayType",
                    "NumberOfFramesInOverlay",
                    "OverlayDescription",
                    "OverlayBitsAllocated",
                    "OverlayBitPosition",
                    "ZeihmCreator",
                    "ZeihmImageCaptureData");

    private static final int SOFTWARE_VERSIONS = 0x00181020;
    private static final int CAPTURE_DATE = 0x00181012;
    private static final int CAPTURE_MANUFACTURER = 0x00181016;
    private static final int CAPTURE_MODEL = 0x00181018;
    private static final int VISUAL_FEATURES = 0x00280302;
    private static final int CODE_MEANING = 0x00080104;
    private static final int DOSE_COMMENTS = 0x00400310;
    private static final int IMPLEMENTATION = 0x00020013;
    private static final int SERIES_DESCRIPTION = 0x0008103E;
    private static final int OVERLAY = 0x60000000;
    private static final int OVERLAY_DESCRIPTION = 0x0022;
    private static final int OVERLAY_TYPE = 0x0040;
    private static final int PRIVATE_GROUP = 0x0019;
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String CAPTURE_DATA = "ZIEHM_1.0 ImageCaptureData";

    private final Attributes tags;

    private BiaColumns(Attributes tags) {
        this.tags = tags;
    }

    /** The values of a file, by the names. */
    static List<String> of(Path path, DicomFile file) {
        BiaColumns of = new BiaColumns(file.attributes());
        return List.of(
                of.text(Tag.Modality),
                path.toString(),
                of.text(Tag.BurnedInAnnotation, "NOBIATAG"),
                of.text(VISUAL_FEATURES, "NORVFTAG"),
                of.text(Tag.Manufacturer),
                of.text(Tag.ManufacturerModelName),
                of.text(SOFTWARE_VERSIONS),
                of.text(CAPTURE_MANUFACTURER),
                of.text(CAPTURE_MODEL),
                of.model(),
                of.text(CODE_MEANING),
                of.text(DOSE_COMMENTS),
                of.shortImageType(),
                of.text(Tag.ImageType),
                text(file.fileMeta(), IMPLEMENTATION),
                of.text(SERIES_DESCRIPTION),
                of.text(Tag.WindowWidth),
                of.text(Tag.Rows),
                of.text(Tag.Columns),
                of.text(Tag.BitsStored),
                of.text(Tag.BitsAllocated),
                of.text(Tag.NumberOfFrames, "1"),
                of.text(OVERLAY | 0x0010),
                of.text(OVERLAY | 0x0011),
                of.text(OVERLAY | OVERLAY_TYPE),
                of.text(OVERLAY | 0x0015),
                of.text(OVERLAY | OVERLAY_DESCRIPTION),
                of.text(OVERLAY | 0x0100),
                of.text(OVERLAY | 0x0102),
                of.text(Tag.of(PRIVATE_GROUP, 0x0010)),
                of.captureData());
    }

    private static String text(Attributes from, int tag) {
        return String.join("\\", from.getStrings(tag)).strip();
    }

    private String text(int tag) {
        return text(tags, tag);
    }

    private String text(int tag, String otherwise) {
        String text = text(tag);
        return text.isEmpty() ? otherwise : text;
    }

    /** The first word that says it: model, that of the capture device, manufacturer and version. */
    private String model() {
        String model = text(Tag.ManufacturerModelName, text(CAPTURE_MODEL));
        if (model.isEmpty()) {
            String manufacturer = text(Tag.Manufacturer, text(CAPTURE_MANUFACTURER));
            model = (manufacturer + " " + text(SOFTWARE_VERSIONS)).strip();
        }
        return model.isEmpty() ? "NoModel" : model;
    }

    private String shortImageType() {
        List<String> values = tags.getStrings(Tag.ImageType);
        String type = String.join("/", values.subList(0, Math.min(2, values.size())));
        boolean captured =
                text(Tag.SOPClassUID).startsWith(SECONDARY_CAPTURE)
                        || !text(CAPTURE_MANUFACTURER).isEmpty()
                        || !text(CAPTURE_MODEL).isEmpty()
                        || !text(CAPTURE_DATE).isEmpty();
        return type.isEmpty() && captured ? "DERIVED/SECONDARY" : type;
    }

    /** Element 01 of the block that Ziehm reserved (PS3.5 7.8.1); often without representation. */
    private String captureData() {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (text(Tag.of(PRIVATE_GROUP, block)).equals(CAPTURE_DATA)) {
                int tag = Tag.of(PRIVATE_GROUP, block << 8 | 0x01);
                String text = text(tag);
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
