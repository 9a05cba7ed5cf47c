package org.pixelanon.tables;

import java.io.IOException;
import java.io.InputStream;

/** Provides rows as CSV in UTF-8 with a header line, repeatedly. */
public interface TableSource {

    /**
     * Starts over.
     *
     * @return the text, to be closed by the caller
     * @throws IOException if there is none
     */
    InputStream open() throws IOException;

    /**
     * The approximate size, for the progress.
     *
     * @return in bytes
     */
    long size();
}
