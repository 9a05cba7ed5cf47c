package org.pixelanon.cli.index;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.AccessOptions;
import org.pixelanon.cli.option.IndexInputs;
import org.pixelanon.cli.option.SourceOptions;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Printable;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.run.IndexRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.store.index.FileIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon index update}. */
@Command(
        name = "update",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon index update archive.index /archive",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Creates or updates an index: reads the headers of new and changed files (size or time) and marks missing files. If stopped or killed, the next run continues.")
final class IndexUpdateCommand implements Callable<Integer> {

    /** Limits the lines printed; the index contains all problems. */
    private static final int MOST_TOLD = 20;

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "INDEX",
            description = "the index file; created if missing")
    @Nullable Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "folders (recursive), files, wildcards, CSV lists, URLs of stores such as s3://BUCKET/PREFIX; only headers are read")
    List<String> inputs = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "number of workers. Default: the number of processors")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    @Mixin SourceOptions places = new SourceOptions();

    @Mixin AccessOptions access = new AccessOptions();

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        Path index = Objects.requireNonNull(file, "picocli sets it");
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1");
        }
        List<Path> folders = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String input : inputs) {
            if (SourceUrl.isUrl(input)) {
                folders.add(places.sources().path(input));
            } else if (isFolder(input)) {
                folders.add(Path.of(input));
            } else {
                others.add(input);
            }
        }
        PrintWriter err = command.commandLine().getErr();
        AtomicInteger told = new AtomicInteger();
        boolean bar = Terminal.showsErrors() && !quiet;
        try (FileIndex open = FileIndex.update(index, access.readers());
                TerminalProgress progress = new TerminalProgress(err, bar, !bar)) {
            IndexRun.Result result =
                    new IndexRun(open, new NamedPaths(places.sources()))
                            .run(
                                    folders,
                                    IndexInputs.find(others, places.sources()),
                                    new RunSettings(jobs, progress, r -> tell(r, told, err)));
            return ended(result, told.get(), err);
        }
    }

    private static boolean isFolder(String input) {
        try {
            return Files.isDirectory(Path.of(input));
        } catch (InvalidPathException e) {
            return false; // reported as a missing file
        }
    }

    private static void tell(FileResult result, AtomicInteger told, PrintWriter err) {
        if (result.outcome() == Outcome.FAILED && told.incrementAndGet() <= MOST_TOLD) {
            err.println(Messages.ofFile("Failed", result.input().toString(), result.reason()));
        }
    }

    private static int ended(IndexRun.Result result, int failed, PrintWriter err) {
        if (failed > MOST_TOLD) {
            err.println("... and " + (failed - MOST_TOLD) + " more that could not be read");
        }
        for (Map.Entry<Path, String> problem : result.problems().entrySet()) {
            String path = problem.getKey().toString();
            err.println(Messages.ofFile("Failed", path, problem.getValue()));
        }
        err.println(
                Printable.of(
                        result.met()
                                + (result.met() == 1 ? " file met, " : " files met, ")
                                + result.read()
                                + " read"
                                + (result.failed() > 0
                                        ? ", " + result.failed() + " could not be read"
                                        : "")
                                + (result.odd() > 0
                                        ? "; "
                                                + result.odd()
                                                + " skipped: pipes, sockets, "
                                                + "devices, links to folders, broken links"
                                        : "")
                                + (result.stopped() ? "; stopped, the next run continues" : "")));
        err.flush();
        return result.exitCode();
    }
}
