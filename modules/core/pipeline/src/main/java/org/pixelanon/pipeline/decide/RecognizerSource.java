package org.pixelanon.pipeline.decide;

import java.io.IOException;
import org.pixelanon.model.TextRecognizer;

/** Makes one text recogniser per worker. Thread-safe. */
public interface RecognizerSource {

    /**
     * Makes a recogniser.
     *
     * @return a new recogniser; the worker closes it
     * @throws IOException if the engine cannot be started
     */
    TextRecognizer open() throws IOException;
}
