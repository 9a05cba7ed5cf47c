package org.pixelanon.cli.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon rules}: makes, checks, tests and converts rules. */
@Command(
        name = "rules",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon rules from-db audit/ -o deid.dicom.site",
            "  pixelanon rules check deid.dicom.site",
            "  pixelanon rules test deid.dicom.site scans/"
        },
        mixinStandardHelpOptions = true,
        description = "Creates, checks, tests and converts rules: deid recipes and CTP scripts.",
        subcommands = {
            RulesFromDbCommand.class,
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesConvertCommand.class
        })
public final class RulesCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "missing subcommand: from-db, check, test or convert");
    }
}
