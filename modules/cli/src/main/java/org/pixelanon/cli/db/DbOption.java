package org.pixelanon.cli.db;

import java.io.IOException;
import java.time.Duration;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The database of a command. */
final class DbOption {

    static final String DESCRIPTION =
            "folder of the database dcmaudit.sqlite.db, or that file; 'default' is $$SMI_ROOT/data/dicompixelanon";

    @Parameters(
            index = "0",
            paramLabel = "DB",
            arity = "0..1",
            defaultValue = "default",
            description = DESCRIPTION + ". Default: ${DEFAULT-VALUE}")
    String database = "default";

    @Option(
            names = "--db-wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "seconds to wait for another program that writes to the database. Default: "
                            + "${DEFAULT-VALUE}")
    int patience;

    /** Protects the database from being overwritten by a list. */
    SideOutputs keep() throws IOException {
        return new SideOutputs().keepsDatabase(StoreOptions.folder(database));
    }

    RegionStore open(RegionStore.Mode mode) throws IOException {
        return RegionStore.open(StoreOptions.folder(database), mode, Duration.ofSeconds(patience));
    }
}
