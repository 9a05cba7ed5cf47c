package org.pixelanon.cli.rules;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.LinePrinter;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The output for text of a command: standard output, or a file that is written completely or not at
 * all.
 */
final class RuleOutput {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "file to write, complete or not at all. Default: -, standard output")
    @Nullable Path out;

    @Option(names = "--overwrite", description = "replace FILE if it exists")
    boolean overwrite;

    /** Ends the command if the file is an input or exists. */
    void check(SideOutputs others) throws IOException {
        Path target = target();
        Optional<String> problem = others.writes("--out", target).problem();
        if (problem.isEmpty() && target != null && !overwrite && Files.exists(target)) {
            problem = Optional.of(TextOutput.exists(target));
        }
        if (problem.isPresent()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), problem.get());
        }
    }

    private @Nullable Path target() {
        return out == null || out.equals(STANDARD_OUTPUT) ? null : out;
    }

    void write(String text, PrintWriter terminal) throws IOException {
        Path target = target();
        if (target == null) {
            LinePrinter.of(terminal).data(text);
            return;
        }
        replace(target, text, ReadAccess.EVERYBODY); // only devices and rectangles, no patient data
    }

    /** Writes a file completely or not at all. */
    static void replace(Path target, String text, ReadAccess readers) throws IOException {
        try (WholeFile whole = WholeFile.at(target, readers)) {
            Files.writeString(whole.part(), text, StandardCharsets.UTF_8);
            whole.publish();
        }
    }
}
