package org.pixelanon.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of the Python tool's two tables as they are, and which of them are wanted. */
public enum Listing {
    /** All rows of {@code DicomRects}. */
    RECTS(Columns.RECTS, "DicomRects", "1 = 1", "id"),
    /** Its rows with a rectangle. */
    RECTANGLES(Columns.RECTS, "DicomRects", "\"left\" IS DISTINCT FROM -1", "id"),
    /** Its rows about a whole plane or file. */
    SUMMARIES(Columns.RECTS, "DicomRects", "\"left\" = -1", "id"),
    /** Its rows with a rectangle and text. */
    TEXT(Columns.RECTS, "DicomRects", Columns.WITH_TEXT, "id"),
    /** Its rows of files that are to be looked at again. */
    RECTS_FOR_TAGGED(Columns.RECTS, "DicomRects", Columns.OF_TAGGED, "id"),
    /** Those with a rectangle and text. */
    TEXT_FOR_TAGGED(
            Columns.RECTS, "DicomRects", Columns.WITH_TEXT + " AND " + Columns.OF_TAGGED, "id"),
    /** All rows of {@code DicomTags}. */
    TAGS(Columns.TAGS, "DicomTags", "1 = 1", "id"),
    /** Its rows of files that are to be looked at again. */
    TAGGED(Columns.TAGS, "DicomTags", "mark = 'T'", "id"),
    /** Its rows of files that are done. */
    DONE(Columns.TAGS, "DicomTags", "mark = 'F'", "id"),
    /** All rows of {@code DicomRects}, the last changed last. */
    RECTS_BY_CHANGE(Columns.RECTS, "DicomRects", "1 = 1", "last_modified, id"),
    /** All rows of {@code DicomTags}, the last changed last. */
    TAGS_BY_CHANGE(Columns.TAGS, "DicomTags", "1 = 1", "last_modified, id");

    private static final class Columns {

        static final List<String> RECTS =
                List.of(
                        "id",
                        "filename",
                        "top",
                        "bottom",
                        "left",
                        "right",
                        "frame",
                        "overlay",
                        "ocrengine",
                        "ocrtext",
                        "nerengine",
                        "nerpii",
                        "last_modified",
                        "last_modified_by");
        static final List<String> TAGS =
                List.of(
                        "id",
                        "filename",
                        "mark",
                        "comment",
                        "Modality",
                        "ImageType",
                        "ManufacturerModelName",
                        "BurnedInAnnotation",
                        "Rows",
                        "Columns",
                        "last_modified",
                        "last_modified_by");
        static final String WITH_TEXT = "ocrtext <> '' AND \"left\" IS DISTINCT FROM -1";
        static final String OF_TAGGED =
                "filename IN (SELECT filename FROM DicomTags WHERE mark = 'T')";

        private Columns() {}
    }

    private final List<String> columns;
    private final String table;
    private final String condition;
    private final String order;

    Listing(List<String> columns, String table, String condition, String order) {
        this.columns = columns;
        this.table = table;
        this.condition = condition;
        this.order = order;
    }

    /**
     * The columns, written as the Python tool's own dump writes them.
     *
     * @return at least {@code id} and {@code filename}
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Whether rows are those of {@code DicomTags}.
     *
     * @return false for rows of {@code DicomRects}
     */
    public boolean isOfTags() {
        return columns == Columns.TAGS;
    }

    String sql() {
        String names =
                columns.stream()
                        .map(c -> '"' + c.toLowerCase(Locale.ROOT) + '"')
                        .collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM " + table + " WHERE " + condition + " ORDER BY " + order;
    }
}
