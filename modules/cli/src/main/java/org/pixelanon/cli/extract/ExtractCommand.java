package org.pixelanon.cli.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon extract}: what databases know of images. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a database knows of images as CSV or JSON, a file for each modality.",
            "Of files themselves, pixelanon tags writes the same."
        },
        subcommands = ExtractMongoDbCommand.class)
public final class ExtractCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "say out of what: mongodb");
    }
}
