package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.synth.SampleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelanon synth}: draw sample files. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description =
                "Draws DICOM files with made-up text and writes what stands where into truth.json.",
        footerHeading = "%nExamples:%n",
        footer = "  pixelanon synth --out samples/ --count 100 --seed 7")
final class SynthCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "where the files go")
    @Nullable Path out;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "how many files; default: ${DEFAULT-VALUE}")
    int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "same seed, same bytes; default: ${DEFAULT-VALUE}")
    long seed;

    @Override
    public Integer call() throws IOException {
        List<Path> files =
                SampleSet.write(Objects.requireNonNull(out, "picocli requires it"), count, seed);
        Objects.requireNonNull(spec, "picocli sets it")
                .commandLine()
                .getOut()
                .println(files.size() + " files and truth.json in " + out);
        return 0;
    }
}
