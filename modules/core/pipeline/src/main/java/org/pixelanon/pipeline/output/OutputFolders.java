package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.sources.remote.RemotePath;

/**
 * The places that a run writes to: lets outputs begin elsewhere and gives them their names. No
 * output replaces another of this run, and none replaces any file without permission. Thread-safe.
 */
public sealed interface OutputFolders permits LocalFolders, RemoteFolders {

    /** Why an output cannot have a name. */
    String SHARED = "another input has the same output";

    /** Why an output cannot have a name. */
    String APPEARED = "output was created by something else during the run";

    /**
     * The places of a run that waits for the disk as its layout says.
     *
     * @param layout where outputs go
     * @return its places
     */
    static OutputFolders of(OutputLayout layout) {
        return of(layout, Disk.of(layout.flushed()));
    }

    /**
     * The places of a run that waits for no disk.
     *
     * @param layout where outputs go
     * @return its places
     */
    static OutputFolders unflushed(OutputLayout layout) {
        return of(layout, Disk.of(false));
    }

    /** The places of a run with a disk of its own. */
    static OutputFolders of(OutputLayout layout, Disk disk) {
        return layout.folder() instanceof RemotePath place
                ? new RemoteFolders(place)
                : new LocalFolders(layout, disk);
    }

    /** The folder that an output lies in. */
    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    /** What is at a place now; empty if nothing is. */
    static Optional<FileIdentity> standing(Path target) throws IOException {
        try {
            return Optional.of(FileIdentity.of(target, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes what killed runs left where outputs begin.
     *
     * @param targets the places of the outputs
     */
    default void sweep(Collection<Path> targets) {
        targets.forEach(this::sweep);
    }

    /**
     * Removes what killed runs left where an output begins.
     *
     * @param target the place of the output
     */
    void sweep(Path target);

    /**
     * Begins an output.
     *
     * @param target its place
     * @return an empty file, to be closed by the caller
     * @throws IOException if its cannot create folder or written
     */
    PartFile begin(Path target) throws IOException;

    /**
     * Gives an output its name if that is free.
     *
     * @param part the output
     * @param target its place
     * @throws IOException if something has the name meanwhile, or it cannot be given
     */
    void create(PartFile part, Path target) throws IOException;

    /**
     * Gives an output its name, whatever has it, except an output of this run.
     *
     * @param part the output
     * @param target its place
     * @throws IOException if an output of this run has the name, or it cannot be given
     */
    void replace(PartFile part, Path target) throws IOException;

    /**
     * Gives an output the name of a file that was looked at, if it is still that.
     *
     * @param part the output
     * @param target its place
     * @param known what was looked at
     * @throws IOException if it is another by now, or the name cannot be given
     */
    void replace(PartFile part, Path target, FileIdentity known) throws IOException;

    /**
     * Notes that an output of an earlier run is kept for an input.
     *
     * @param target its place
     * @throws IOException if another input of this run has it
     */
    void keep(Path target) throws IOException;

    /**
     * Sees to it that a written file survives a power failure.
     *
     * @param file the file
     * @throws IOException if the disk does not say that it is done
     */
    void force(Path file) throws IOException;

    /**
     * Sees to it that the name of an output survives a power failure.
     *
     * @param target its place
     * @throws IOException if the disk does not say that it is done
     */
    void forceName(Path target) throws IOException;
}
