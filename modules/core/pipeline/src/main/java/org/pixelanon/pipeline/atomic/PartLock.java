package org.pixelanon.pipeline.atomic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that somebody works: a lock of the operating system, gone with the process whose it is,
 * however that ends, and seen from other containers and machines that share the file system.
 *
 * <p>The lock lies on its own file beside the part file, because POSIX releases the locks of a
 * process on a file as soon as the process closes that file anywhere, and a part file is written,
 * proven and looked at by opening it.
 */
final class PartLock implements Closeable {

    private final Path file;
    private final FileChannel channel;

    private PartLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Makes a file and locks it.
     *
     * @param file a name that nobody else takes
     * @return the lock; empty where the file system has no locks
     */
    static Optional<PartLock> take(Path file) throws IOException {
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = lock(channel);
                if (!locked) {
                    Files.deleteIfExists(file);
                    return Optional.empty();
                }
                // another run may have taken the file for a forgotten one before it was locked
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of(new PartLock(file, channel));
                }
                locked = false;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.lock().isValid();
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A try at a file that may be somebody's.
     *
     * @param isFree false if somebody holds it, or that cannot be told
     * @param channel keeps others away until it is closed; empty if there is no such file
     */
    record Attempt(boolean isFree, Optional<FileChannel> channel) implements Closeable {

        @Override
        public void close() throws IOException {
            if (channel.isPresent()) {
                channel.get().close();
            }
        }
    }

    /** Tries to lock a file that somebody made. */
    static Attempt attempt(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Attempt(false, Optional.empty()); // opening a pipe would wait
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return new Attempt(true, Optional.empty());
        } catch (FileSystemException e) {
            return new Attempt(false, Optional.empty()); // another user's
        }
        boolean free = false;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false; // held in this process
        } catch (IOException e) {
            free = false; // without locks nobody can tell
        } finally {
            if (!free) {
                channel.close();
            }
        }
        return new Attempt(free, free ? Optional.of(channel) : Optional.empty());
    }

    /** Removes the file, then lets go. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
