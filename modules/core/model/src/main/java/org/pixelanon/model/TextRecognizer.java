package org.pixelanon.model;

import java.io.IOException;
import java.util.List;

/**
 * Finds and reads text in a plane. Not thread-safe: one recogniser per worker. The creator closes
 * it.
 */
public interface TextRecognizer extends AutoCloseable {

    /**
     * The name that goes into {@link RecognizedText#recognizer()}.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Finds and reads the text of one plane.
     *
     * @param plane the plane, copied into the regions of the answer
     * @param views the plane rendered under one or more windows, all of the same size; text is
     *     found if it is visible in any
     * @return one entry per line of text, also for lines that could not be read; empty if there is
     *     none
     * @throws IOException if recognition failed, which says nothing about whether there is text
     */
    List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException;

    @Override
    void close();
}
