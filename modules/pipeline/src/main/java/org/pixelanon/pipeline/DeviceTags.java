package org.pixelanon.pipeline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.pixelanon.dicom.Attributes;
import org.pixelanon.dicom.Tag;

/**
 * What the Python tool writes of a file beside its text.
 *
 * @param modality Modality, empty if absent
 * @param imageType Image Type as a JSON list
 * @param model the model by the Python tool's order of tags, {@code NoModel} if none says it
 * @param burnedInAnnotation Burned In Annotation, {@code NoBIA} if absent
 * @param rows Rows, 0 if absent
 * @param columns Columns, 0 if absent
 */
public record DeviceTags(
        String modality, String imageType, String model, String burnedInAnnotation, int rows, int columns) {

    /**
     * Reads the tags of a file.
     *
     * @param attributes its data set
     * @return the tags
     */
    public static DeviceTags of(Attributes attributes) {
        String bia = attributes.getString(Tag.BurnedInAnnotation, "");
        return new DeviceTags(
                attributes.getString(Tag.Modality, ""),
                jsonList(attributes.getStrings(Tag.ImageType)),
                model(attributes),
                bia.isEmpty() ? "NoBIA" : bia,
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0));
    }

    private static String jsonList(String[] values) {
        return Arrays.stream(values)
                .map(v -> '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String model(Attributes attributes) {
        String model = attributes.getString(Tag.ManufacturerModelName, "");
        if (model.isEmpty()) {
            model = attributes.getString(Tag.SecondaryCaptureDeviceManufacturerModelName, "");
        }
        if (model.isEmpty()) {
            String software = String.join(" ", attributes.getStrings(Tag.SoftwareVersions));
            model = (attributes.getString(Tag.Manufacturer, "") + " " + software).strip();
        }
        return model.isEmpty() ? "NoModel" : model;
    }
}
