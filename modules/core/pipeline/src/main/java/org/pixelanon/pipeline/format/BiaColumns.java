package org.pixelanon.pipeline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.SpreadsheetText;

/**
 * The columns that {@code extract_BIA} of the Python tool writes: what tells whether text may be
 * burned in. Several values of one element stand with a backslash between.
 */
public final class BiaColumns {

    /** Their names. */
    public static final List<String> NAMES =
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

    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String FILE = "DicomFilePath";
    private static final String MODEL = "ModelName";
    private static final String SHORT_TYPE = "ImageType2";

    /** What stands where an element is missing; everywhere else nothing does. */
    private static final Map<String, String> MISSING =
            Map.of(
                    "BurnedInAnnotation", "NOBIATAG",
                    "RecognizableVisualFeatures", "NORVFTAG",
                    "NumberOfFrames", "1");

    private final BiaSource source;

    private BiaColumns(BiaSource source) {
        this.source = source;
    }

    /**
     * The values of an instance, by the names.
     *
     * @param path where it is
     * @param source what is known of it
     * @return as many values as there are columns
     */
    public static List<String> of(String path, BiaSource source) {
        BiaColumns columns = new BiaColumns(source);
        List<String> values = new ArrayList<>();
        for (String name : NAMES) {
            values.add(
                    switch (name) {
                        case FILE -> path;
                        case MODEL -> columns.model();
                        case SHORT_TYPE -> columns.shortImageType();
                        default -> columns.text(name, MISSING.getOrDefault(name, ""));
                    });
        }
        return values;
    }

    /**
     * Values as they are in CSV that a spreadsheet may open.
     *
     * @param values those of {@link #of}
     * @return the same with a mark in front of what would be executed
     */
    public static List<String> guarded(List<String> values) {
        List<String> out = new ArrayList<>(values);
        for (int i = 0; i < out.size(); i++) {
            if (!SpreadsheetText.holdsFiles(NAMES.get(i))) {
                out.set(i, SpreadsheetText.guarded(out.get(i)));
            }
        }
        return out;
    }

    private String text(String name, String otherwise) {
        String text = source.text(name);
        return text.isEmpty() ? otherwise : text;
    }

    /** The first word that says it: model, that of the capture device, manufacturer and version. */
    private String model() {
        String model =
                text(
                        "ManufacturerModelName",
                        source.text("SecondaryCaptureDeviceManufacturerModelName"));
        if (model.isEmpty()) {
            String manufacturer =
                    text("Manufacturer", source.text("SecondaryCaptureDeviceManufacturer"));
            model = (manufacturer + " " + source.text("SoftwareVersions")).strip();
        }
        return model.isEmpty() ? "NoModel" : model;
    }

    private String shortImageType() {
        List<String> values = source.imageTypes();
        String type = String.join("/", values.subList(0, Math.min(2, values.size())));
        boolean captured =
                source.text("SOPClassUID").startsWith(SECONDARY_CAPTURE)
                        || !source.text("SecondaryCaptureDeviceManufacturer").isEmpty()
                        || !source.text("SecondaryCaptureDeviceManufacturerModelName").isEmpty()
                        || !source.text("DateOfSecondaryCapture").isEmpty();
        return type.isEmpty() && captured ? "DERIVED/SECONDARY" : type;
    }
}
