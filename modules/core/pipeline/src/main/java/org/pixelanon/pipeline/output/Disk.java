package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is asked of the file system when a file is published. */
interface Disk {

    /** Sees to it that a file survives a power failure. */
    void force(Path file) throws IOException;

    /** Sees to it that the names in a folder survive a power failure. */
    void forceNames(Path folder) throws IOException;

    /**
     * Gives a file a name that is free, in one step. It may keep its old name beside.
     *
     * @throws FileAlreadyExistsException if the name is taken, by a file or by anything else
     */
    void create(Path part, Path target) throws IOException;

    /** Gives a file a name that may be taken, in one step; what had it is gone. */
    void replace(Path part, Path target) throws IOException;

    /**
     * The disk.
     *
     * @param flushed false if nobody waits for it
     */
    static Disk of(boolean flushed) {
        return flushed ? new Flushed() : new Written();
    }

    /** A disk that writes when it likes. */
    class Written implements Disk {

        @Override
        public void force(Path file) throws IOException {}

        @Override
        public void forceNames(Path folder) throws IOException {}

        @Override
        public void create(Path part, Path target) throws IOException {
            try {
                link(part, target);
            } catch (FileAlreadyExistsException | NoSuchFileException | AccessDeniedException e) {
                throw e;
            } catch (FileSystemException | UnsupportedOperationException e) {
                reserved(part, target);
            }
        }

        void link(Path part, Path target) throws IOException {
            Files.createLink(target, part);
        }

        /**
         * Where there are no hard links: an empty file keeps the name for as long as a move takes.
         */
        private void reserved(Path part, Path target) throws IOException {
            Files.createFile(target);
            boolean moved = false;
            try {
                replace(part, target);
                moved = true;
            } finally {
                if (!moved) {
                    Files.deleteIfExists(target);
                }
            }
        }

        @Override
        public void replace(Path part, Path target) throws IOException {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A disk that is waited for. */
    final class Flushed extends Written {

        @Override
        public void force(Path file) throws IOException {
            flush(file, isPosix(file) ? StandardOpenOption.READ : StandardOpenOption.WRITE);
        }

        @Override
        public void forceNames(Path folder) throws IOException {
            // elsewhere folders cannot be opened, and their file systems keep journals
            if (isPosix(folder)) {
                flush(folder, StandardOpenOption.READ);
            }
        }

        /** POSIX flushes what is open in any way, also a file that its owner may not write. */
        private static boolean isPosix(Path path) {
            return path.getFileSystem().supportedFileAttributeViews().contains("posix");
        }

        private static void flush(Path path, StandardOpenOption how) throws IOException {
            try (FileChannel channel = FileChannel.open(path, how)) {
                channel.force(true);
            }
        }
    }
}
