package org.pixelanon.pipeline.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.sources.remote.RemotePath;

/** What lies in a folder or below a place, one file or object at a time. */
public sealed interface InputWalk extends Closeable permits FolderWalk, PlaceWalk {

    /**
     * Prepares a walk.
     *
     * @param root a folder, an object, or a place that holds some
     * @param problems told what cannot be looked into, and why
     * @param odd told of pipes, sockets, devices, links to folders, broken links
     * @return the walk, to be closed by the caller
     */
    static InputWalk of(Path root, BiConsumer<Path, String> problems, Consumer<Path> odd) {
        return root instanceof RemotePath place
                ? new PlaceWalk(place, problems)
                : new FolderWalk(root, problems, odd);
    }

    /**
     * The next file or object.
     *
     * @return null behind the last
     * @throws IOException if the root itself cannot be listed
     */
    @Nullable InputFile next() throws IOException;
}
