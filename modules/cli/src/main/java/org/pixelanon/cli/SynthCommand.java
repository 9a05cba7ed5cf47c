package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.synth.SampleSet;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon synth}: draws sample files. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description =
                "Draws DICOM files with invented text and writes the position of each text to truth.json. With --backgrounds, text is burned into frames of real files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon synth --out samples/ --count 100 --seed 7",
            "  pixelanon synth --out heldout/ --count 500 --backgrounds scans/ --skip with-text.json --split heldout"
        })
final class SynthCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "output folder")
    @Nullable Path out;

    @Option(names = "--overwrite", description = "write to a folder that already contains samples")
    boolean overwrite;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "number of files. Default: ${DEFAULT-VALUE}")
    int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "random seed; the same seed gives the same bytes. Default: ${DEFAULT-VALUE}")
    long seed;

    @ArgGroup(exclusive = false, heading = "%nText on real frames:%n")
    @Nullable CompositeOptions composites;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Path folder = Objects.requireNonNull(out, "picocli requires it");
        Path truth = folder.resolve(SampleSet.TRUTH);
        if (!overwrite && Files.exists(truth)) {
            throw new ParameterException(command, TextOutput.exists(truth));
        }
        CompositeOptions real = composites;
        List<Path> files =
                real == null
                        ? SampleSet.write(folder, count, seed)
                        : real.set().write(folder, count, seed);
        command.getOut().println(files.size() + " files and truth.json in " + folder);
        return 0;
    }
}
