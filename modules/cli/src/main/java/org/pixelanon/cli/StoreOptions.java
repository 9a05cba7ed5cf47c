package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Option;

/** The database that is shared with the Python tool. */
final class StoreOptions {

    @Option(
            names = "--db",
            paramLabel = "DIR",
            description =
                    "folder of the database dcmaudit.sqlite.db, or that file; 'default' is $$SMI_ROOT/data/dicompixelanon")
    @Nullable String database;

    Optional<RegionStore> open(RegionStore.Mode mode) throws IOException {
        if (database == null) {
            return Optional.empty();
        }
        return Optional.of(RegionStore.open(folder(database), mode));
    }

    boolean isGiven() {
        return database != null;
    }

    private static Path folder(String named) throws PipelineException {
        if (!named.equals("default")) {
            return Path.of(named);
        }
        return Environment.sharedData()
                .orElseThrow(
                        () ->
                                new PipelineException(
                                        "--db default: the environment variable SMI_ROOT is not set"));
    }
}
