package org.pixelanon.model;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Mode, owner and group of a file, to be given to the file that replaces it. Access control lists
 * are not included: Java cannot read those of Linux.
 *
 * @param mode who may read, write and execute it
 * @param owner whose it is
 * @param group its group
 */
public record FileRights(Set<PosixFilePermission> mode, UserPrincipal owner, GroupPrincipal group) {

    private static final System.Logger LOG = System.getLogger(FileRights.class.getName());
    private static final Set<PosixFilePermission> OF_GROUP =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE);

    /** Copies the set. */
    public FileRights {
        mode = Set.copyOf(mode);
    }

    /**
     * The rights of a file.
     *
     * @param file the file; of a link, what it leads to
     * @return its rights; empty where a file system has none
     * @throws IOException if the file cannot be examined
     */
    public static Optional<FileRights> of(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        PosixFileAttributes has = view.readAttributes();
        return Optional.of(new FileRights(has.permissions(), has.owner(), has.group()));
    }

    /**
     * Gives a file the mode, and leaves its owner and group as they are.
     *
     * @param file the file, of the one who runs this
     * @throws IOException if the file is not there
     */
    public void giveMode(Path file) throws IOException {
        setMode(file, mode);
    }

    /**
     * Gives a file owner, group and mode.
     *
     * @param file the file
     * @throws IOException if the system refuses; the file may have some of it then, and is no more
     *     readable than before
     */
    public void giveAll(Path file) throws IOException {
        giveOwner(file);
        giveGroup(file);
        setMode(file, mode);
    }

    /**
     * Gives a file what the system permits. A group that cannot be given takes its rights along:
     * they were meant for nobody else.
     *
     * @param file the file
     * @throws IOException if the file is not there
     */
    public void giveWhatIsPermitted(Path file) throws IOException {
        try {
            giveOwner(file);
        } catch (FileSystemException e) {
            LOG.log(System.Logger.Level.DEBUG, "the owner cannot be kept", e);
        }
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        rights.addAll(mode);
        try {
            giveGroup(file);
        } catch (FileSystemException e) {
            LOG.log(System.Logger.Level.DEBUG, "the group cannot be kept", e);
            rights.removeAll(OF_GROUP);
        }
        setMode(file, rights);
    }

    private void giveOwner(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (!view.readAttributes().owner().equals(owner)) {
            view.setOwner(owner);
        }
    }

    private void giveGroup(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (!view.readAttributes().group().equals(group)) {
            view.setGroup(group);
        }
    }

    private static void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
        PosixFileAttributeView view = view(file);
        if (view.readAttributes().permissions().equals(mode)) {
            return; // a file system that keeps no modes refuses to set even those it shows
        }
        try {
            view.setPermissions(mode);
        } catch (FileSystemException e) {
            // FAT and some shares: the file stays as private as it was made
            LOG.log(System.Logger.Level.DEBUG, "the mode cannot be set", e);
        }
    }

    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
