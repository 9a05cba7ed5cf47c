package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Option;

/** The database shared with dicompixelanon. */
@HelpGroup("Database")
public final class StoreOptions {

    @Option(
            names = "--db",
            paramLabel = "DIR",
            description =
                    "folder of the database dcmaudit.sqlite.db, or that file; 'default' is $$SMI_ROOT/data/dicompixelanon")
    @Nullable String database;

    @Option(
            names = "--db-wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "seconds to wait for another program that writes to the database. Default: "
                            + "${DEFAULT-VALUE}")
    int patience;

    /** The database, created if missing; the caller closes it. */
    public Optional<RunDatabase> create(ReadAccess readers, OpenResources closing)
            throws IOException {
        return database == null
                ? Optional.empty()
                : Optional.of(open(folder(database), RegionStore.Mode.WRITE, readers, closing));
    }

    /** The existing database, opened read-only if it cannot be written. */
    public Optional<RunDatabase> existing(OpenResources closing) throws IOException {
        if (database == null) {
            return Optional.empty();
        }
        Path folder = folder(database);
        boolean writable = Files.isWritable(RegionStore.fileOf(folder));
        return Optional.of(
                open(
                        folder,
                        writable ? RegionStore.Mode.EXTEND : RegionStore.Mode.READ,
                        ReadAccess.OWNER,
                        closing));
    }

    /** The existing database, opened read-only. */
    public Optional<RunDatabase> readOnly(OpenResources closing) throws IOException {
        return database == null
                ? Optional.empty()
                : Optional.of(
                        open(folder(database), RegionStore.Mode.READ, ReadAccess.OWNER, closing));
    }

    private RunDatabase open(
            Path folder, RegionStore.Mode mode, ReadAccess readers, OpenResources closing)
            throws IOException {
        RegionStore store = RegionStore.open(folder, mode, Duration.ofSeconds(patience), readers);
        closing.also(store::close);
        return new RunDatabase(store, UserEnvironment.ofProcess().user(), Version.number());
    }

    /** Protects the database from being overwritten. */
    public SideOutputs keep(SideOutputs others) throws PipelineException {
        return database == null ? others : others.keepsDatabase(folder(database));
    }

    /** Whether a database is given. */
    public boolean isGiven() {
        return database != null;
    }

    /** The given folder or file; 'default' is that of dicompixelanon. */
    public static Path folder(String named) throws PipelineException {
        if (!named.equals("default")) {
            if (SourceUrl.isUrl(named)) {
                throw new PipelineException(
                        "--db: is a URL, and a database is a file on this machine");
            }
            return Path.of(named);
        }
        return UserEnvironment.ofProcess()
                .sharedData()
                .orElseThrow(
                        () ->
                                new PipelineException(
                                        "--db default: the environment variable SMI_ROOT is not set"));
    }
}
