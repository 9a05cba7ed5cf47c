package org.pixelanon.synth.composite;

import java.io.IOException;
import org.pixelanon.model.PlaneImage;

/**
 * A file whose frames may be used as background.
 *
 * @param name the name of the file in messages
 * @param study the Study Instance UID; empty if there is none. Files of one study are never split
 * @param frames how many there are, at least 1
 * @param reader reads a frame as displayed
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
