package org.pixelanon.synth;

import java.io.IOException;
import java.util.List;

/**
 * A drawn file and its truth. Frames whose text equals that of the frame before are not repeated in
 * the planes; a plane without text is listed with an empty list.
 *
 * @param kind the kind of file
 * @param syntax the transfer syntax
 * @param file the image; it can still be changed before it is written
 * @param planes the first frame, every further frame on which the text changes, and likewise of
 *     each overlay
 */
public record DrawnFile(SampleKind kind, Syntax syntax, SampleFile file, List<TruePlane> planes) {

    /** Copies the list. */
    public DrawnFile {
        planes = List.copyOf(planes);
    }

    /**
     * The whole file.
     *
     * @return the bytes
     * @throws IOException if JPEG cannot be written
     */
    public byte[] toBytes() throws IOException {
        return file.toBytes(syntax);
    }
}
