package org.pixelanon.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.store.server.ServerAddress;

/** The files that make up a database. */
public final class DatabaseFiles {

    private DatabaseFiles() {}

    /**
     * The database, what SQLite keeps beside it while it works, and the notes by which the Python
     * tool knows its tables.
     *
     * @param folderOrFile as {@link RegionStore#open} takes it
     * @return the files, which need not exist; none of a server
     */
    public static List<Path> of(Path folderOrFile) {
        if (ServerAddress.isServer(folderOrFile)) {
            return List.of();
        }
        Path file = RegionStore.fileOf(folderOrFile);
        List<Path> files = new ArrayList<>();
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            files.add(file.resolveSibling(file.getFileName() + suffix));
        }
        files.addAll(PythonNotes.of(file));
        return files;
    }
}
