package org.pixelanon.store.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of an index, named as in tables of tags. None of them names a patient, although UIDs
 * lead to one.
 */
public enum IndexColumn {
    /** Where it is. */
    FILENAME("filename", "path"),
    /** Bytes. */
    SIZE("FileSize", "size"),
    /** When it was changed last, in UTC. */
    MODIFIED("FileModified", "modified"),
    /** See {@link IndexedFile.State}. */
    STATE("FileState", "state"),
    /** Why it could not be read. */
    REASON("FileReason", "reason"),
    /** Kind of object. */
    SOP_CLASS("SOPClassUID"),
    /** The object. */
    SOP_INSTANCE("SOPInstanceUID"),
    /** The study it belongs to. */
    STUDY("StudyInstanceUID"),
    /** The series it belongs to. */
    SERIES("SeriesInstanceUID"),
    /** How the bytes are written. */
    TRANSFER_SYNTAX("TransferSyntaxUID"),
    /** Kind of device. */
    MODALITY("Modality"),
    /** Who made the device. */
    MANUFACTURER("Manufacturer"),
    /** The device. */
    MODEL("ManufacturerModelName"),
    /** Its software. */
    SOFTWARE("SoftwareVersions"),
    /** Several values with a backslash between. */
    IMAGE_TYPE("ImageType"),
    /** Grey or colour. */
    PHOTOMETRIC("PhotometricInterpretation"),
    /** Bits a sample takes. */
    BITS_ALLOCATED("BitsAllocated"),
    /** Bits a sample has. */
    BITS_STORED("BitsStored"),
    /** Height. */
    ROWS("Rows"),
    /** Width. */
    COLUMNS("Columns"),
    /** Frames; 1 where there are pixels and it is not said. */
    FRAMES("NumberOfFrames"),
    /** Overlay planes, in their own element or in high bits; empty for none. */
    OVERLAYS("Overlays"),
    /** YES, NO or nothing. */
    BURNED_IN("BurnedInAnnotation");

    private final String title;
    private final String column;

    IndexColumn(String title) {
        this(title, "\"" + title + "\"");
    }

    IndexColumn(String title, String column) {
        this.title = title;
        this.column = column;
    }

    /**
     * The name in tables.
     *
     * @return as in the header of CSV
     */
    public String title() {
        return title;
    }

    /** The name in the database. */
    String column() {
        return column;
    }

    /** Whether it is an element of the file. */
    boolean isTag() {
        return ordinal() > REASON.ordinal();
    }

    /**
     * Those that are elements of the file.
     *
     * @return in the order of the tables
     */
    public static List<IndexColumn> tags() {
        return Arrays.stream(values()).filter(IndexColumn::isTag).toList();
    }

    /**
     * The column of a name.
     *
     * @param title as {@link #title} gives it, in any case
     * @return empty if there is none
     */
    public static Optional<IndexColumn> of(String title) {
        return Arrays.stream(values()).filter(c -> c.title.equalsIgnoreCase(title)).findFirst();
    }
}
