package org.pixelanon.pipeline.atomic;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the number under which Linux keeps an open folder (proc(5)): {@code /proc/self/fd/N} leads
 * to the folder itself, whatever became of its name. Java does not tell the number, but a folder
 * that is read moves on, and that can be seen.
 */
final class OpenFolder {

    /** One entry for each open file of this process. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** For each of them, a text that begins with how far it was read. */
    private static final Path STATES = Path.of("/proc/self/fdinfo");

    private static final String UNREAD = "pos:\t0\n";

    /** A folder is open twice: to be read, and to reach its entries. */
    private static final int NUMBERS = 2;

    private OpenFolder() {}

    /**
     * A path that leads to a folder for as long as it is open. No other folder of this kind is to
     * be opened, read or closed meanwhile.
     *
     * @param folder the folder, of which nothing was read
     * @param entries its entries, of which the first is read by this
     * @return the path; empty where the system has none, or does not tell it
     * @throws IOException if the folder cannot be looked at
     */
    static Optional<Path> pathOf(SecureDirectoryStream<Path> folder, Iterator<Path> entries)
            throws IOException {
        Object key =
                folder.getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                        .fileKey();
        if (!Files.isDirectory(STATES)) {
            return Optional.empty();
        }
        Set<Path> others = read(key);
        boolean unused =
                entries.hasNext(); // an empty folder moves on too: past itself and the one above it
        Set<Path> found = read(key);
        found.removeAll(others);
        return found.size() == NUMBERS ? found.stream().findFirst() : Optional.empty();
    }

    /** The numbers of what is open, has a key, and has been read. */
    private static Set<Path> read(Object key) {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : open) {
                if (isRead(file, key)) {
                    found.add(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            found.clear();
        }
        return found;
    }

    private static boolean isRead(Path file, Object key) {
        try {
            return key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                    && !Files.readString(STATES.resolve(file.getFileName())).startsWith(UNREAD);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
