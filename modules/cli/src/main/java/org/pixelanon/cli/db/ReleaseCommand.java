package org.pixelanon.cli.db;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon db release}: files given back to colleagues. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Gives files back that you claimed; without FILE all of them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon db release postgresql://db.example/review",
            "  pixelanon db release audit/ /archive/a.dcm"
        })
final class ReleaseCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Mixin DbOption database = new DbOption();

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description = "names as they are in the database")
    List<String> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        String person = UserEnvironment.ofProcess().user();
        try (RegionStore store = database.open(RegionStore.Mode.EXTEND)) {
            int released =
                    files.isEmpty()
                            ? store.claims().releaseAll(person)
                            : store.claims().release(files, person);
            Objects.requireNonNull(spec, "picocli sets it")
                    .commandLine()
                    .getErr()
                    .println(released + (released == 1 ? " file released" : " files released"));
        }
        return 0;
    }
}
