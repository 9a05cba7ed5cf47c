package org.pixelanon.cli.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.InputTaker;
import org.pixelanon.pipeline.input.Selection;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.store.index.IndexFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Inputs and number of workers. */
@HelpGroup("Input")
final class InputOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description =
                    "files, folders (recursive), wildcards, URLs such as s3://BUCKET/PREFIX, CSV lists (column filename or DicomFilePath), indexes (pixelanon index), - for a list on standard input")
    List<String> inputs = List.of();

    @Mixin SourceOptions places = new SourceOptions();

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description =
                    "with an index: only files with this value, such as Modality=US; repeatable")
    Map<String, String> where = new LinkedHashMap<>();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "number of workers. Default: the number of processors")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--select",
            paramLabel = "WHAT",
            converter = SelectionConverter.class,
            description =
                    "process a selection of the inputs: overview (one instance per series), random:N or random:N:SEED, study:UID, series:UID, list:FILE (CSV or text with UIDs or names). Several are applied in order; only headers of objects in a store are read for it")
    List<Selection> selections = List.of();

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "print the outcome of each file instead of a progress bar")
    boolean verbose;

    /** Whether progress is shown as a bar. */
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
        InputFiles.Found found = InputFiles.find(arguments, roots, in, filter(), places.sources());
        return selections.isEmpty() ? found : selected(found);
    }

    /** Finds the files and hands them on one by one. */
    InputFiles.Found stream(InputTaker taker) throws IOException {
        if (!selections.isEmpty()) {
            throw new ParameterException(
                    command().commandLine(),
                    "--select is not available here, because it needs " + "all inputs at once");
        }
        if (jobs < 1) {
            throw new ParameterException(command().commandLine(), "--jobs must be at least 1");
        }
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        List<Path> roots = UserEnvironment.ofProcess().pacsRoot().stream().toList();
        return InputFiles.stream(inputs, roots, in, filter(), places.sources(), taker);
    }

    private IndexFilter filter() {
        return new IndexFilter(
                IndexColumns.pairs(where, "--where", command().commandLine()),
                List.of(),
                List.of(),
                List.of());
    }

    private InputFiles.Found selected(InputFiles.Found found) throws IOException {
        InputFiles.Found selected = found;
        try (TerminalProgress progress =
                new TerminalProgress(command().commandLine().getErr(), bar(), quiet)) {
            for (Selection selection : selections) {
                selected = selection.of(selected, jobs, progress);
            }
        }
        return selected;
    }

    /** Parses --select. */
    static final class SelectionConverter implements ITypeConverter<Selection> {
        @Override
        public Selection convert(String text) {
            try {
                return Selection.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The arguments as given. */
    List<String> inputs() {
        return inputs;
    }

    /** The stores of URLs. */
    Sources sources() {
        return places.sources();
    }

    /** The command of these options. */
    CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
