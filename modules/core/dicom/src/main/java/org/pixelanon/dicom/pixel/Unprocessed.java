package org.pixelanon.dicom.pixel;

/**
 * Something in a file that is not a plane and that nobody looked at.
 *
 * @param kind what it is; what is done about it hangs on this and never on the words
 * @param what tag path and what it is for a person, without values
 * @param withholds true if the file needs review because of it, false if it is only told
 */
public record Unprocessed(Kind kind, String what, boolean withholds) {

    /** What something is that is no plane. */
    public enum Kind {
        /** The Icon Image Sequence of the data set itself; every redaction removes it. */
        ICON,
        /** Pixels, overlay data or icons inside a sequence. */
        NESTED_PIXELS,
        /** A second kind of Pixel Data, or pixels that are somewhere else. */
        OTHER_PIXELS,
        /** A document, such as PDF. */
        DOCUMENT,
        /** Pixel Data that cannot be divided into frames. */
        UNREADABLE_PIXELS,
        /** Frames of Pixel Data beyond Number of Frames. */
        SURPLUS_FRAMES,
        /** Bytes behind the last frame of native Pixel Data. */
        BEHIND_PIXELS,
        /** A codestream behind that of a frame, in its fragments. */
        SECOND_CODESTREAM,
        /** Bytes before the codestream of a frame. */
        BEFORE_CODESTREAM,
        /** Bytes behind the codestream of a frame. */
        BEHIND_CODESTREAM,
        /** A small copy of the picture in a segment of a JPEG frame. */
        THUMBNAIL,
        /** A segment of a codestream that belongs to an application. */
        APPLICATION_SEGMENT,
        /** A comment in a codestream. */
        COMMENT,
        /** An overlay that is no plane, or what stands behind one. */
        OVERLAY,
        /** Bits of samples that no element describes. */
        UNDESCRIBED_BITS,
        /** Curve Data or audio of the retired groups 50xx. */
        CURVE,
        /** Spectroscopy Data. */
        SPECTROSCOPY,
        /** A value that the dictionary describes as something else than a picture. */
        PUBLIC_VALUE,
        /** A value that is not in the dictionary, or a private one. */
        PRIVATE_VALUE,
        /** Data Set Trailing Padding. */
        TRAILING_PADDING,
        /** A whole data set behind the data set. */
        APPENDED_STREAM,
        /** Bytes behind the data set. */
        BEHIND_DATA_SET
    }

    /** Something because of which the file needs review. */
    public static Unprocessed withholding(Kind kind, String what) {
        return new Unprocessed(kind, what, true);
    }

    /** Something that is only told. */
    public static Unprocessed told(Kind kind, String what) {
        return new Unprocessed(kind, what, false);
    }
}
