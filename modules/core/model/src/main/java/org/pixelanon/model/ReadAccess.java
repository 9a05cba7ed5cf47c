package org.pixelanon.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read a new file. Without effect on file systems without modes. */
public enum ReadAccess {
    /**
     * Whoever makes it, whatever the umask says; in a folder that hands its group on (setgid) that
     * group, too, because such a folder is there to be shared.
     */
    OWNER,
    /** Whoever makes it and the group it belongs to, to read and to write. */
    GROUP,
    /** Whoever the umask allows. */
    EVERYBODY;

    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> SHARED =
            PosixFilePermissions.fromString("rw-rw----");
    private static final int SETGID = 02000;

    /**
     * Makes a file that nobody but its owner can open, in one step.
     *
     * @param file the file; must not exist
     * @return the file
     * @throws IOException if it exists or cannot be made
     */
    public static Path createPrivate(Path file) throws IOException {
        return hasModes(file)
                ? Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE))
                : Files.createFile(file);
    }

    /**
     * Makes a new file that has its mode from the start.
     *
     * @param file the file; must not exist
     * @throws IOException if it exists or cannot be made
     */
    public void create(Path file) throws IOException {
        if (this == EVERYBODY) {
            Files.createFile(file);
        } else {
            admit(createPrivate(file));
        }
    }

    /**
     * Opens a file that was made private to those who may read it.
     *
     * @param file the file
     * @throws IOException if its mode cannot be changed
     */
    public void admit(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean shared = this == GROUP || this == OWNER && folder != null && handsGroupOn(folder);
        if (shared && hasModes(file)) {
            Files.setPosixFilePermissions(file, SHARED);
        }
    }

    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean handsGroupOn(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                && ((Integer) Files.getAttribute(folder, "unix:mode") & SETGID) != 0;
    }
}
