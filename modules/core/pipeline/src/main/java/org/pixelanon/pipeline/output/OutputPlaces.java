package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.input.InputFile;

/** Where the outputs of all inputs of a run go. Thread-safe once it is made. */
public interface OutputPlaces {

    /** Takes places. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes a place.
         *
         * @param place it
         * @throws IOException if it cannot be taken
         */
        void place(Path place) throws IOException;
    }

    /**
     * The place of one output.
     *
     * @param input the input
     * @return null if it can have none
     * @throws IOException if that cannot be read
     */
    @Nullable Path target(InputFile input) throws IOException;

    /**
     * Why an input can have no output.
     *
     * @param input the input
     * @return null if it may have one
     * @throws IOException if that cannot be read
     */
    @Nullable String problem(InputFile input) throws IOException;

    /**
     * Hands on all places.
     *
     * @param taker takes them
     * @throws IOException if they cannot be read
     */
    void each(Taker taker) throws IOException;
}
