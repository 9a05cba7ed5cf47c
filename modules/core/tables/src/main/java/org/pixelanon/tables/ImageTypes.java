package org.pixelanon.tables;

/** Image Type (0008,0008) by its first two values, which suffice for most questions. */
public final class ImageTypes {

    /** Replaces values that do not begin as required by the standard. */
    public static final String BAD = "BAD";

    private ImageTypes() {}

    /**
     * The first two values.
     *
     * @param imageType values separated by backslashes, or slashes as in the ImageType2 of
     *     extract_BIA, or a list of strings in brackets
     * @return e.g. {@code ORIGINAL\PRIMARY}; {@link #BAD} unless the first is ORIGINAL or DERIVED
     *     and the second PRIMARY or SECONDARY
     */
    public static String shortened(String imageType) {
        String[] values = values(imageType);
        boolean good =
                values.length > 1
                        && (values[0].equals("ORIGINAL") || values[0].equals("DERIVED"))
                        && (values[1].equals("PRIMARY") || values[1].equals("SECONDARY"));
        return good ? values[0] + "\\" + values[1] : BAD;
    }

    private static String[] values(String imageType) {
        if (!imageType.startsWith("[")) {
            return imageType.split("[\\\\/]", -1);
        }
        String[] values = imageType.substring(1).split(",", -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].replaceAll("^[\\s'\"]+|[\\s'\"\\]]+$", "");
        }
        return values;
    }

    /**
     * Returns whether a column holds image types.
     *
     * @param column its name
     * @return true for the names used by extract_BIA and the OCR
     */
    public static boolean isImageType(String column) {
        return column.equals("ImageType") || column.equals("imagetype");
    }
}
