package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.natives.NativeFolder;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Makes the driver load its native library from the program's folder for native libraries, in which
 * nobody else can put one. The driver itself would unpack it into the folder for temporary files.
 */
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";

    /** Where the driver looks for libraries that it left behind, though it unpacks none. */
    private static final String LEFT_BEHIND = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /**
     * Unpacks the library unless somebody named another.
     *
     * @throws StoreException naming the database that cannot be opened for want of it
     */
    static void require(Path database) throws StoreException {
        IOException failure = Unpacked.FAILURE;
        if (failure != null) {
            throw new StoreException(database, String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Unpacks once. */
    private static final class Unpacked {

        static final @Nullable IOException FAILURE = unpack();

        private static @Nullable IOException unpack() {
            if (System.getProperty(FOLDER) != null) {
                return null;
            }
            try {
                NativeFolder folder = NativeFolder.ofProgram();
                String name = LibraryLoaderUtil.getNativeLibName();
                folder.file(
                        SQLiteJDBCLoader.class,
                        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name,
                        name);
                System.setProperty(FOLDER, folder.path().toString());
                System.setProperty(LEFT_BEHIND, folder.path().toString());
                return null;
            } catch (IOException e) {
                return e;
            }
        }
    }
}
