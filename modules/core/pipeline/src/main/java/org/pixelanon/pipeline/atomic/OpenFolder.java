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
 * Finds the descriptor of an open folder on Linux (proc(5)): {@code /proc/self/fd/N} leads to the
 * folder itself, whatever happened to its name. Java does not expose it, but reading a folder
 * advances its position, which is visible there.
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
     * be opened, read or closed meanwhile; other parts of the program may open what they like.
     *
     * @param folder the folder, of which nothing was read
     * @param entries its entries, of which the first is read by this
     * @param before what was open before the folder was
     * @return the path; empty where the system has none, or does not tell it
     * @throws IOException if the folder cannot be looked at
     */
    static Optional<Path> pathOf(
            SecureDirectoryStream<Path> folder, Iterator<Path> entries, Set<Path> before)
            throws IOException {
        Object key =
                folder.getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                        .fileKey();
        Set<Path> found = openFiles();
        found.removeAll(before);
        found.removeIf(file -> !is(file, key, false));
        if (found.size() != NUMBERS) { // a number was given up meanwhile, and taken by the folder
            found = openFiles();
            found.removeIf(file -> !is(file, key, false));
        }
        boolean unused = entries.hasNext(); // an empty folder moves on too: past itself, and up
        found.removeIf(file -> !is(file, key, true));
        return found.size() == NUMBERS ? found.stream().findFirst() : Optional.empty();
    }

    /** All that is open now; empty where the system does not tell. */
    static Set<Path> openFiles() {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
            open.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            found.clear();
        }
        return found;
    }

    /** Returns whether an open file has a key, and whether it has been read. */
    private static boolean is(Path file, Object key, boolean read) {
        try {
            return key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                    && read
                            != Files.readString(STATES.resolve(file.getFileName()))
                                    .startsWith(UNREAD);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
