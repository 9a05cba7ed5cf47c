package org.pixelanon.pipeline.atomic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.pixelanon.model.FileRights;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;

/**
 * A file that appears complete or not at all: written beside its place, and moved there by {@link
 * #publish}. Closing it earlier leaves nothing. Until it is in its place only its owner can read
 * it; it then takes the mode of the file it replaces, with owner and group as far as permitted. Not
 * thread-safe.
 */
public final class WholeFile implements Closeable {

    private final PartFile part;
    private final Path target;
    private final ReadAccess readers;

    private WholeFile(PartFile part, Path target, ReadAccess readers) {
        this.part = part;
        this.target = target;
        this.readers = readers;
    }

    /**
     * Begins a file that its owner alone may read, or the group of a folder that is shared.
     *
     * @param target its place; a file that is there is replaced at the end
     * @return the file, to be closed by the caller
     * @throws PipelineException if its folder cannot be written, or it is a device or a pipe
     */
    public static WholeFile at(Path target) throws PipelineException {
        return at(target, ReadAccess.OWNER);
    }

    /**
     * Begins a file.
     *
     * @param target its place; a file that is there is replaced at the end
     * @param readers who may read it, if no file is there
     * @return the file, to be closed by the caller
     * @throws PipelineException if its folder cannot be written, or it is a device or a pipe
     */
    public static WholeFile at(Path target, ReadAccess readers) throws PipelineException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new PipelineException(target + ": is a folder");
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            // moved there, the new file would take the place of a device
            throw new PipelineException(target + ": is not a file that can be replaced");
        }
        try {
            boolean replaces = Files.exists(absolute);
            PartFile part = PartFile.in(folder, replaces ? ReadAccess.OWNER : readers);
            return new WholeFile(part, absolute, readers);
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
        Optional<FileRights> known =
                Files.exists(target) ? FileRights.of(target) : Optional.empty();
        if (known.isPresent()) {
            known.get().giveWhatIsPermitted(part.path());
        } else {
            readers.admit(part.path());
        }
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
