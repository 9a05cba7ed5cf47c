package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;

/** A row of an index as an input. */
final class IndexedInput {

    private IndexedInput() {}

    /** Its output mirrors its path below the INPUT of the scan that met it. */
    static InputFile of(String path, String root, NamedPaths paths) throws PipelineException {
        Path file = paths.path(path);
        Path folder = paths.path(root);
        Path below = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
        boolean usable = below != null && !below.toString().isEmpty();
        return new InputFile(file, usable ? below : Path.of("unnamed"), true);
    }
}
