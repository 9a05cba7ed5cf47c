package org.pixelanon.sources.remote;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Where the bytes of objects are while they are processed. */
final class Staging {

    private Staging() {}

    /**
     * A file that has lost its name as soon as it is open, so that nothing of it stays, also if the
     * process is killed; until then its owner alone can open it.
     */
    static FileChannel nameless(Path folder) throws IOException {
        boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                modes
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                folder.resolve(".pixelanon-" + UUID.randomUUID() + ".part"),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                attributes);
    }
}
