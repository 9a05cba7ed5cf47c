package org.pixelanon.synth.composite;

import java.io.IOException;
import org.pixelanon.model.PlaneImage;

/**
 * A file whose frames may stand behind text.
 *
 * @param name tells people which file it is
 * @param study the Study Instance UID; empty if there is none. Files of one study are never divided
 * @param frames how many there are, at least 1
 * @param reader gives a frame as it is shown
 */
public record Background(String name, String study, int frames, FrameReader reader) {

    /** Reads frames of a file. */
    @FunctionalInterface
    public interface FrameReader {

        /**
         * One frame.
         *
         * @param index 0-based
         * @return grey or red, green, blue
         * @throws IOException if it cannot be read or decoded
         */
        PlaneImage read(int index) throws IOException;
    }
}
