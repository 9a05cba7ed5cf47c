package org.pixelanon.pipeline.atomic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;

/**
 * A file under a temporary name until it is complete. While it is open it is locked; closing
 * deletes it unless it was renamed. A killed process leaves it, and the next run that writes to the
 * folder removes it. Not thread-safe.
 */
public final class PartFile implements Closeable {

    private static final System.Logger LOG = System.getLogger(PartFile.class.getName());

    private static final String PREFIX = ".pixelanon-";
    private static final String SUFFIX = ".part";
    private static final String LOCK = ".lock" + SUFFIX;

    private static final Closeable NOTHING = () -> {};

    /** Begins the names of this process: locks of a process never keep itself out. */
    private static final String OWN = PREFIX + UUID.randomUUID() + "-";

    private final String stem;
    private final Path path;
    private final @Nullable Object key;
    private final Closeable lock;
    private final Closeable folder;
    private int others;

    private PartFile(String stem, Path path, Closeable lock, Closeable folder) throws IOException {
        this.stem = stem;
        this.path = path;
        this.key = keyOf(path);
        this.lock = lock;
        this.folder = folder;
    }

    /**
     * Begins a file that its owner alone may read.
     *
     * @param folder where; closed with the file, also if that cannot be made
     * @return an empty file, locked where the file system has locks; to be closed by the caller
     * @throws IOException if it cannot be made
     */
    public static PartFile in(HeldFolder folder) throws IOException {
        boolean made = false;
        try {
            PartFile part = in(folder.path(), ReadAccess.OWNER, folder);
            made = true;
            return part;
        } catch (FileSystemException e) {
            throw new PipelineException(folder.name() + ": " + FailureText.reason(e), e);
        } finally {
            if (!made) {
                folder.close();
            }
        }
    }

    /**
     * Begins a file.
     *
     * @param folder where; it exists
     * @param readers EVERYBODY for a file as open as the umask allows, else its owner alone may
     *     read it
     * @return an empty file, locked where the file system has locks; to be closed by the caller
     * @throws IOException if it cannot be made
     */
    public static PartFile in(Path folder, ReadAccess readers) throws IOException {
        return in(folder, readers, NOTHING);
    }

    private static PartFile in(Path folder, ReadAccess readers, Closeable held) throws IOException {
        String stem = OWN + UUID.randomUUID();
        Optional<PartLock> lock = PartLock.take(folder.resolve(stem + LOCK));
        boolean made = false;
        try {
            Path file = made(folder, stem, 0, readers);
            PartFile part = new PartFile(stem, file, lock.isPresent() ? lock.get() : NOTHING, held);
            made = true;
            return part;
        } finally {
            if (!made && lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /**
     * Begins a file beside this one, to be closed before it: both have one lock.
     *
     * @return an empty file that its owner alone may read
     * @throws IOException if it cannot be made
     */
    public PartFile another() throws IOException {
        others++;
        return new PartFile(stem, made(parent(), stem, others, ReadAccess.OWNER), NOTHING, NOTHING);
    }

    private static Path made(Path folder, String stem, int number, ReadAccess readers)
            throws IOException {
        Path file = folder.resolve(stem + "." + number + SUFFIX);
        return readers == ReadAccess.EVERYBODY
                ? Files.createFile(file)
                : ReadAccess.createPrivate(file);
    }

    private static @Nullable Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private Path parent() {
        return Objects.requireNonNull(path.getParent(), "a part file lies in a folder");
    }

    /**
     * Where to write.
     *
     * @return the file
     */
    public Path path() {
        return path;
    }

    /**
     * The place that an output has beside this file, in the folder in which this was begun.
     *
     * @param output where the output is to be
     * @return the place, to be used while this is open
     */
    public Path beside(Path output) {
        return parent().resolve(output.getFileName());
    }

    /**
     * Returns whether this file has a name, or another has it.
     *
     * @param name the name
     * @return true if it is this file, and no link to it
     * @throws IOException if there is no file of this name, or it cannot be looked at
     */
    public boolean isAt(Path name) throws IOException {
        return Objects.equals(key, keyOf(name));
    }

    @Override
    public void close() throws IOException {
        try (Closeable last = folder;
                Closeable next = lock) {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Tells part files, and their locks, by their names.
     *
     * @param file any path
     * @return true for what only this class makes
     */
    public static boolean isPart(Path file) {
        Path name = file.getFileName();
        return name != null
                && name.toString().startsWith(PREFIX)
                && name.toString().endsWith(SUFFIX);
    }

    /**
     * Removes the part files of a folder, not of those below it, that nobody holds.
     *
     * @param folder a folder that this process writes into
     */
    public static void sweep(HeldFolder folder) {
        Set<Path> parts = new TreeSet<>();
        try {
            for (Iterator<Path> entries = folder.entries(); entries.hasNext(); ) {
                Path entry = entries.next().getFileName();
                if (isPart(entry) && !entry.toString().startsWith(OWN)) {
                    parts.add(folder.path().resolve(entry));
                }
            }
            for (Path part : parts) {
                remove(part);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // not to be reported here: whoever writes there will fail and say so
            LOG.log(System.Logger.Level.DEBUG, "part files left", e);
        }
    }

    private static void remove(Path part) throws IOException {
        String name = part.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        int dot = stem.lastIndexOf('.');
        Path lock = part.resolveSibling((dot > 0 ? stem.substring(0, dot) : stem) + LOCK);
        try (PartLock.Attempt writer = PartLock.attempt(lock)) {
            if (!writer.isFree()) {
                return;
            }
            if (part.equals(lock)) {
                Files.deleteIfExists(part);
                return;
            }
            try (PartLock.Attempt other = PartLock.attempt(part)) {
                if (other.isFree()) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
