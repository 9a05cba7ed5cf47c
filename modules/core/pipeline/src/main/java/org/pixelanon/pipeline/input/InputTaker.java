package org.pixelanon.pipeline.input;

import java.io.IOException;

/** Takes inputs as they are found. */
@FunctionalInterface
public interface InputTaker {

    /**
     * Takes one, maybe for the second time.
     *
     * @param file the input
     * @throws IOException if it cannot be taken
     */
    void take(InputFile file) throws IOException;
}
