package org.pixelanon.model.text;

import java.io.IOException;
import org.pixelanon.model.PlaneImage;

/** Reads images of single lines. Not thread-safe: one reader per worker. The creator closes it. */
public interface TextReader extends AutoCloseable {

    /**
     * What was read.
     *
     * @param text the characters; empty if nothing could be read
     * @param confidence 0 to 1
     */
    record Reading(String text, double confidence) {

        /** Checks the confidence. */
        public Reading {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence " + confidence);
            }
        }

        /** Leaves the text out, so that it cannot slip into a log or a message. */
        @Override
        public String toString() {
            return text.length() + " characters, confidence " + confidence;
        }
    }

    /**
     * The name that goes into reports and rows.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Reads a line that runs from left to right.
     *
     * @param line the part of a plane that holds it
     * @return what it says
     * @throws IOException if reading failed, which says nothing about what it says
     */
    Reading read(PlaneImage line) throws IOException;

    @Override
    void close();
}
