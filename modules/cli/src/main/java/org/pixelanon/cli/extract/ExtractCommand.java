package org.pixelanon.cli.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon extract}: image metadata from databases. */
@Command(
        name = "extract",
        footerHeading = "%nExample:%n",
        footer =
                "  pixelanon extract mongodb --uri mongodb://localhost/dicom --modality CT,MR -o tables/",
        mixinStandardHelpOptions = true,
        description = {
            "Writes image metadata from a database as CSV or JSON, one file per modality.",
            "For files, use pixelanon tags."
        },
        subcommands = ExtractMongoDbCommand.class)
public final class ExtractCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "missing subcommand: mongodb");
    }
}
