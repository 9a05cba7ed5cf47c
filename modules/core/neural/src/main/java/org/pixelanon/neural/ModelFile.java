package org.pixelanon.neural;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pixelanon.natives.NativeFolder;

/** A model in ONNX form. */
interface ModelFile {

    /** How messages name it. */
    String file();

    /** Its name, and what its checksum says where there is no problem. */
    String words();

    /** Why it cannot be used, naming it; empty if it is what it should be. */
    Optional<String> problem();

    /**
     * Where ONNX Runtime can read it.
     *
     * @param folder where it may be unpacked to
     * @throws IOException if it cannot be unpacked
     */
    Path in(NativeFolder folder) throws IOException;

    /** Fails unless the model is what it should be. */
    default void requireIntact() throws NeuralException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new NeuralException(problem.get());
        }
    }
}
