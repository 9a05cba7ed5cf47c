package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.data.DicomException;

/**
 * Where the bytes of each frame lie in Pixel Data. Frames are numbered from 0. Immutable and
 * thread-safe.
 */
public sealed interface PixelSpans permits NativePixels, EncapsulatedPixels {

    /**
     * The bytes of one frame: its native samples, or its codestream with the fragments joined.
     *
     * @throws DicomException if the frame is not, or not entirely, in the file
     */
    byte[] frameBytes(int index) throws IOException;

    /** The number of frames whose bytes are all there. */
    int framesPresent();

    /** What was found beside the frames. */
    List<Unprocessed> surplus() throws IOException;

    /**
     * Says that a frame is not there.
     *
     * @param file for the message
     * @param index of the frame, 0-based
     * @param present frames whose bytes are all there
     * @param stated frames that the file states
     * @return to be thrown
     */
    static DicomException missingFrame(Path file, int index, int present, int stated) {
        return new DicomException(
                file,
                "frame "
                        + (index + 1)
                        + " is not complete: "
                        + present
                        + " of "
                        + stated
                        + " frames are in the file");
    }
}
