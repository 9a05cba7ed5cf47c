package org.pixelanon.neural;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pixelanon.natives.NativeFolder;

/** A model in ONNX form. */
interface ModelFile {

    /** The name in messages. */
    String file();

    /** Its name, and its checksum if there is no problem. */
    String words();

    /** Why it cannot be used, naming it; empty if it is intact. */
    Optional<String> problem();

    /**
     * A path where ONNX Runtime can read it.
     *
     * @param folder where it may be unpacked to
     * @throws IOException if it cannot be unpacked
     */
    Path in(NativeFolder folder) throws IOException;

    /** Fails unless the model is intact. */
    default void requireIntact() throws NeuralException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new NeuralException(problem.get());
        }
    }
}
