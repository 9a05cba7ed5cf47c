package org.pixelanon.pipeline.format;

import java.util.List;
import java.util.stream.Collectors;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Printable;

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
        String modality,
        String imageType,
        String model,
        String burnedInAnnotation,
        int rows,
        int columns) {

    private static final int LONGEST = 100;
    private static final int SECONDARY_CAPTURE_MODEL = 0x00181018;
    private static final int SOFTWARE_VERSIONS = 0x00181020;

    /**
     * Reads the tags of a file.
     *
     * @param attributes its data set
     * @return the tags
     */
    public static DeviceTags of(Attributes attributes) {
        String bia = text(attributes, Tag.BurnedInAnnotation);
        return new DeviceTags(
                text(attributes, Tag.Modality),
                jsonList(attributes.getStrings(Tag.ImageType)),
                model(attributes),
                bia.isEmpty() ? "NoBIA" : bia,
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0));
    }

    /**
     * A device in a few words: kind, maker, model.
     *
     * @param attributes the data set of a file that it made
     * @return one line; empty if the file says nothing of it
     */
    public static String name(Attributes attributes) {
        String maker = text(attributes, Tag.Manufacturer);
        String model = text(attributes, Tag.ManufacturerModelName);
        String words = (text(attributes, Tag.Modality) + " " + maker + " " + model).strip();
        String shown = Printable.of(words).replaceAll(" +", " ");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }

    private static String text(Attributes attributes, int tag) {
        return attributes.getString(tag).orElse("").strip();
    }

    /**
     * Several values of one element as the Python tool writes them.
     *
     * @param values the values
     * @return a JSON list of texts
     */
    public static String jsonList(List<String> values) {
        return values.stream()
                .map(v -> '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String model(Attributes attributes) {
        String model = text(attributes, Tag.ManufacturerModelName);
        if (model.isEmpty()) {
            model = text(attributes, SECONDARY_CAPTURE_MODEL);
        }
        if (model.isEmpty()) {
            String software = String.join(" ", attributes.getStrings(SOFTWARE_VERSIONS));
            model = (text(attributes, Tag.Manufacturer) + " " + software).strip();
        }
        return model.isEmpty() ? "NoModel" : model;
    }
}
