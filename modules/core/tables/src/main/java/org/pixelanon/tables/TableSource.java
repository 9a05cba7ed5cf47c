package org.pixelanon.tables;

import java.io.IOException;
import java.io.InputStream;

/** What hands out rows as CSV in UTF-8, with a header line, as often as it is asked. */
public interface TableSource {

    /**
     * Begins again.
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
