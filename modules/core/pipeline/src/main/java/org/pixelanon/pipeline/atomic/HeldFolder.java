package org.pixelanon.pipeline.atomic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.pipeline.PipelineException;

/**
 * A folder that is held open: work through {@link #path} happens in it, even if another folder or a
 * link takes its name meanwhile. Only Linux gives access to the entries of an open folder;
 * elsewhere, and in an unreadable folder, the name is used. Not thread-safe.
 */
public final class HeldFolder implements Closeable {

    private final Path name;
    private final @Nullable DirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private final Path path;

    private HeldFolder(Path name, Path path) {
        this.name = name;
        this.stream = null;
        this.entries = Collections.emptyIterator();
        this.path = path;
    }

    private HeldFolder(Path name, DirectoryStream<Path> stream, Path reached, Set<Path> before)
            throws IOException {
        this.name = name;
        this.stream = stream;
        this.entries = stream.iterator();
        this.path =
                stream instanceof SecureDirectoryStream<Path> open
                        ? OpenFolder.pathOf(open, entries, before).orElse(reached)
                        : reached;
    }

    /** Opens a folder. */
    private interface Opening {
        DirectoryStream<Path> open() throws IOException;
    }

    /**
     * Opens a folder. Its name may lead through links.
     *
     * @param folder the folder
     * @return the folder, to be closed by the caller
     * @throws IOException if there is none of this name
     */
    public static HeldFolder of(Path folder) throws IOException {
        return held(folder, folder, () -> Files.newDirectoryStream(folder));
    }

    /**
     * Opens a folder in this one, but not through a link.
     *
     * @param entry its name, without folders
     * @return the folder, to be closed by the caller
     * @throws IOException if there is none of this name
     */
    public HeldFolder child(Path entry) throws IOException {
        Path named = name.resolve(entry);
        Path reached = path.resolve(entry);
        try {
            if (stream instanceof SecureDirectoryStream<Path> open) {
                return held(
                        named,
                        reached,
                        () -> open.newDirectoryStream(entry, LinkOption.NOFOLLOW_LINKS),
                        LinkOption.NOFOLLOW_LINKS);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new PipelineException(named + ": " + FailureText.reason(e), e);
        } catch (FileSystemException e) {
            throw new PipelineException(named + ": is a link or not a folder", e);
        }
        if (!Files.isDirectory(reached, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(named + ": is not a folder");
        }
        return new HeldFolder(named, reached);
    }

    /** One at a time: {@link OpenFolder#pathOf} looks for what this process has newly opened. */
    private static HeldFolder held(Path name, Path reached, Opening opening, LinkOption... links)
            throws IOException {
        synchronized (HeldFolder.class) {
            Set<Path> before = OpenFolder.openFiles();
            DirectoryStream<Path> stream;
            try {
                stream = opening.open();
            } catch (AccessDeniedException e) {
                if (!Files.isDirectory(reached, links)) {
                    throw e;
                }
                return new HeldFolder(name, reached);
            }
            boolean held = false;
            try {
                HeldFolder folder = new HeldFolder(name, stream, reached, before);
                held = true;
                return folder;
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            } finally {
                if (!held) {
                    stream.close();
                }
            }
        }
    }

    /**
     * Through which its entries are reached, for as long as it is open.
     *
     * @return a path, not to be shown to people
     */
    public Path path() {
        return path;
    }

    /**
     * What it was called when it was opened.
     *
     * @return the name
     */
    public Path name() {
        return name;
    }

    /**
     * What is in it; none in a folder that may not be read.
     *
     * @return the entries, without folders; to be gone through once. It throws {@link
     *     DirectoryIteratorException} if the file system does not answer
     */
    Iterator<Path> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        synchronized (HeldFolder.class) {
            if (stream != null) {
                stream.close();
            }
        }
    }
}
