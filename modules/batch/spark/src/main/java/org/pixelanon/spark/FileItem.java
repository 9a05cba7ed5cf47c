package org.pixelanon.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.input.InputFile;

/**
 * One input on its way to an executor.
 *
 * @param path absolute path or URL
 * @param below its path below the INPUT that named it
 * @param explicit whether it was named, not found in a folder
 * @param target the place of its output; null if it has none
 * @param problem why it can have no output; null if it may have one
 * @param cost the cost of processing it, about its bytes; at least 1
 */
record FileItem(
        String path,
        String below,
        boolean explicit,
        @Nullable String target,
        @Nullable String problem,
        long cost)
        implements Serializable {

    InputFile input(NamedPaths paths) throws IOException {
        return new InputFile(paths.path(path), Path.of(below), explicit);
    }
}
