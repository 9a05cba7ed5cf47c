package org.pixelanon.pipeline.format;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.dicom.DicomHeader;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.store.index.IndexColumn;

/** What an index keeps of the elements of a file. */
public final class IndexTags {

    private static final int STUDY = 0x0020000D;
    private static final int SERIES = 0x0020000E;
    private static final int SOFTWARE_VERSIONS = 0x00181020;
    private static final int FIRST_OVERLAY = 0x6000;
    private static final int LAST_OVERLAY = 0x601E;

    /** Longer values are cut: no name of a device has as many characters. */
    private static final int LONGEST = 256;

    private IndexTags() {}

    /**
     * Reads them.
     *
     * @param header of the file
     * @return values in the order of {@link IndexColumn#tags}, empty where a file has none
     */
    public static List<String> of(DicomHeader header) {
        List<String> values = new ArrayList<>();
        for (IndexColumn column : IndexColumn.tags()) {
            String value = value(column, header);
            values.add(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
        return values;
    }

    private static String value(IndexColumn column, DicomHeader header) {
        Attributes tags = header.attributes();
        return switch (column) {
            case SOP_CLASS -> text(tags, Tag.SOPClassUID);
            case SOP_INSTANCE -> text(tags, Tag.SOPInstanceUID);
            case STUDY -> text(tags, STUDY);
            case SERIES -> text(tags, SERIES);
            case TRANSFER_SYNTAX -> header.transferSyntax().uid();
            case MODALITY -> text(tags, Tag.Modality);
            case MANUFACTURER -> text(tags, Tag.Manufacturer);
            case MODEL -> text(tags, Tag.ManufacturerModelName);
            case SOFTWARE -> text(tags, SOFTWARE_VERSIONS);
            case IMAGE_TYPE -> text(tags, Tag.ImageType);
            case PHOTOMETRIC -> text(tags, Tag.PhotometricInterpretation);
            case BITS_ALLOCATED -> text(tags, Tag.BitsAllocated);
            case BITS_STORED -> text(tags, Tag.BitsStored);
            case ROWS -> text(tags, Tag.Rows);
            case COLUMNS -> text(tags, Tag.Columns);
            case FRAMES -> frames(tags);
            case OVERLAYS -> overlays(tags);
            case BURNED_IN -> text(tags, Tag.BurnedInAnnotation);
            case FILENAME, SIZE, MODIFIED, STATE, REASON ->
                    throw new IllegalArgumentException(column + " is not an element");
        };
    }

    private static String text(Attributes tags, int tag) {
        return String.join("\\", tags.getStrings(tag)).strip();
    }

    private static String frames(Attributes tags) {
        String stated = text(tags, Tag.NumberOfFrames);
        return stated.isEmpty() && !text(tags, Tag.Rows).isEmpty() ? "1" : stated;
    }

    /** Every group that says how large its plane is, wherever the bits lie. */
    private static String overlays(Attributes tags) {
        int planes = 0;
        for (int group = FIRST_OVERLAY; group <= LAST_OVERLAY; group += 2) {
            if (!text(tags, Tag.of(group, Tag.OVERLAY_ROWS)).isEmpty()) {
                planes++;
            }
        }
        return planes == 0 ? "" : Integer.toString(planes);
    }
}
