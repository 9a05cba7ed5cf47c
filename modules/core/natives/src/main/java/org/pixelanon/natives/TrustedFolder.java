package org.pixelanon.natives;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.UserEnvironment;

/**
 * Finds a folder that only this account and the administrator can write, since its files are
 * executed. The cache qualifies if the folder and all above it belong to one of the two and are not
 * writable by others; otherwise a new temporary folder is made, and removed when the process ends.
 * On systems without POSIX modes any absolute folder is accepted.
 */
public final class TrustedFolder {

    private static final int WRITABLE_BY_OTHERS = 0022;

    /** In such a folder, users cannot move or remove files of others. */
    private static final int STICKY = 01000;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private TrustedFolder() {}

    /**
     * A folder of the name in the cache, or a temporary one.
     *
     * @throws IOException if neither is possible
     */
    static Path of(Path cacheFolder, String name) throws IOException {
        if (cacheFolder.isAbsolute()) {
            try {
                Path folder = cacheFolder.resolve(name).normalize();
                if (!POSIX || isTrustedAbove(existing(folder).toRealPath().resolve(name))) {
                    Path real = Files.createDirectories(folder, ownerOnly()).toRealPath();
                    if (isTrusted(real)) {
                        return real;
                    }
                }
            } catch (IOException e) {
                System.getLogger(TrustedFolder.class.getName())
                        .log(System.Logger.Level.DEBUG, "the cache cannot be used", e);
            }
        }
        Path temporary = temporary();
        if (temporary == null) {
            throw new PixelAnonException(
                    cacheFolder
                            + " and "
                            + UserEnvironment.ofProcess().temporaryFolder()
                            + ": native libraries need a folder that only this account can write (set PIXELANON_CACHE)");
        }
        return temporary;
    }

    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    /**
     * Returns whether only this account and the administrator can change the files in a folder.
     *
     * @param folder a real path, without links
     * @return true if so, and on systems without POSIX modes
     * @throws IOException if the folder or one above it cannot be examined
     */
    public static boolean isTrusted(Path folder) throws IOException {
        return !POSIX
                || isOurs(folder)
                        && (mode(folder) & WRITABLE_BY_OTHERS) == 0
                        && isTrustedAbove(folder);
    }

    /** Returns whether nobody else can move the folder away. */
    private static boolean isTrustedAbove(Path folder) throws IOException {
        for (Path p = folder.getParent(); p != null; p = p.getParent()) {
            int mode = mode(p);
            boolean closed = (mode & WRITABLE_BY_OTHERS) == 0 || (mode & STICKY) != 0;
            if (!isOurs(p) || !closed) {
                return false;
            }
        }
        return true;
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns whether a file belongs to this account or the administrator, and is not writable by
     * others.
     *
     * @param file its path
     * @return true if so; false for links and other non-regular files
     * @throws IOException if it cannot be examined
     */
    public static boolean isOwnFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!POSIX) {
            return true;
        }
        return isOurs(file) && (mode(file) & WRITABLE_BY_OTHERS) == 0;
    }

    private static boolean isOurs(Path path) throws IOException {
        int owner = (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return owner == 0 || owner == Account.ID;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * The account this process runs as. The JDK takes an account without entry, as in containers,
     * for the administrator.
     */
    private static final class Account {
        static final long ID = id();

        private static long id() {
            try {
                return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            } catch (IOException e) {
                return new UnixSystem().getUid(); // not Linux
            }
        }
    }

    /**
     * The temporary folder of this process; null if there can be none. Made when first requested.
     */
    static @Nullable Path temporary() {
        return Temporary.FOLDER;
    }

    /** The one temporary folder of the process. */
    private static final class Temporary {

        static final @Nullable Path FOLDER = make();

        private static @Nullable Path make() {
            try {
                Path parent = UserEnvironment.ofProcess().temporaryFolder().toRealPath();
                if (!isTrustedParent(parent)) {
                    return null;
                }
                Path made = Files.createTempDirectory(parent, "pixelanon-", ownerOnly());
                made.toFile().deleteOnExit();
                return made;
            } catch (IOException e) {
                return null; // reported by callers, with the alternatives
            }
        }

        private static boolean isTrustedParent(Path parent) throws IOException {
            Path inside = parent.resolve("new"); // treated as owned and not writable by others
            return !POSIX || isTrustedAbove(inside);
        }
    }
}
