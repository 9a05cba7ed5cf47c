package org.pixelanon.tables;

import java.io.IOException;
import java.io.InputStream;

/** Provides rows as CSV in UTF-8, with a header line, as often as it is asked. */
public interface TableSource {

    /**
     * Starts over.
     *
     * @return the text, to be closed by the caller
     * @throws IOException if there is none
     */
    InputStream open() throws IOException;

    /**
     * How much there is, about, for the progress.
     *
     * @return in bytes
     */
    long size();
}
