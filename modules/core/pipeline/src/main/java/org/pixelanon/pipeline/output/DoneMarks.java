package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;

/** Says which files a person marked done: only their outputs may say that no text is burned in. */
@FunctionalInterface
public interface DoneMarks {

    /** Nobody marked anything. */
    DoneMarks NONE = file -> false;

    /**
     * Asks for one file.
     *
     * @param file the input
     * @return true if a person marked it done
     * @throws IOException if the marks cannot be read
     */
    boolean isDone(Path file) throws IOException;
}
