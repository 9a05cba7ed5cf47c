package org.pixelanon.cli.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.input.InputFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which files, and how many at a time. */
final class InputOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description =
                    "files, folders (recursive), wildcards, CSV lists (column filename or DicomFilePath), - for a list on standard input")
    List<String> inputs = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "workers; default: the number of processors")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "a line for each file that says what became of it, instead of a bar")
    boolean verbose;

    /** Whether the progress is a bar. */
    boolean bar() {
        return Terminal.showsErrors() && !verbose;
    }

    /** Finds the files. */
    InputFiles.Found find(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            throw new ParameterException(
                    command().commandLine(), "Missing required parameter: 'INPUT'");
        }
        if (jobs < 1) {
            throw new ParameterException(command().commandLine(), "--jobs must be at least 1");
        }
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        List<Path> roots = UserEnvironment.ofProcess().pacsRoot().stream().toList();
        return InputFiles.find(arguments, roots, in);
    }

    /** The arguments as they are given. */
    List<String> inputs() {
        return inputs;
    }

    /** The command whose inputs they are. */
    CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
