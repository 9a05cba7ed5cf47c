package org.pixelanon.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: written beside its place, and moved there by {@link
 * #publish}. Closed without that, nothing stays. Not thread-safe.
 */
public final class WholeFile implements Closeable {

    private final PartFile part;
    private final Path target;

    private WholeFile(PartFile part, Path target) {
        this.part = part;
        this.target = target;
    }

    /**
     * Begins a file.
     *
     * @param target its place; a file that is there is replaced at the end
     * @return the file, to be closed by the caller
     * @throws PipelineException if its folder cannot be written, or it is a device or a pipe
     */
    public static WholeFile at(Path target) throws PipelineException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new PipelineException(target + ": is a folder");
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            // moved there, the new file would take the place of a device
            throw new PipelineException(target + ": is no file that could be replaced");
        }
        try {
            return new WholeFile(PartFile.in(folder), absolute);
        } catch (IOException e) {
            throw new PipelineException(target + ": cannot be written", e);
        }
    }

    /**
     * Where to write.
     *
     * @return an empty file
     */
    public Path part() {
        return part.path();
    }

    /**
     * Moves the file into its place.
     *
     * @throws IOException if it cannot be moved
     */
    public void publish() throws IOException {
        Files.move(
                part.path(),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
