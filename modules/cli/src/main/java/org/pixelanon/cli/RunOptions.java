package org.pixelanon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.FileResult;
import org.pixelanon.pipeline.InputFiles;
import org.pixelanon.pipeline.RunReport;
import org.pixelanon.pipeline.RunReport.PathWords;
import org.pixelanon.pipeline.RunResult;
import org.pixelanon.pipeline.RunSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all commands that work through files have in common: inputs, workers, report, exit code. */
final class RunOptions {

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
            names = "--report",
            paramLabel = "FILE.json",
            description = "write a report without patient text")
    @Nullable Path report;

    @Option(
            names = "--hash-paths",
            description = "replace paths by their hash in report and messages")
    boolean hashPaths;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress")
    boolean quiet;

    /** A run of a use case. */
    interface Run {
        RunResult with(InputFiles.Found found, RunSettings settings) throws IOException;
    }

    /** Finds the inputs, runs, prints the totals, writes the report. */
    int execute(Run run, Closing closing) throws IOException {
        return execute(run, inputs, closing);
    }

    /**
     * Works through inputs.
     *
     * @param closing what the run writes into: closed here, so that a process that was asked to
     *     stop does not end before its lists and its database are complete
     */
    int execute(Run run, List<String> arguments, Closing closing) throws IOException {
        if (jobs < 1) {
            throw new ParameterException(command().commandLine(), "--jobs must be at least 1");
        }
        PrintWriter err = command().commandLine().getErr();
        PathWords words = PathWords.of(hashPaths);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try (TerminalProgress progress =
                        new TerminalProgress(err, Environment.terminal(), quiet || hashPaths);
                Closing complete = closing) {
            InputFiles.Found found = InputFiles.find(arguments, Environment.pacsRoot(), in);
            RunResult result = run.with(found, new RunSettings(jobs, progress, r -> {}));
            complete.close();
            printProblems(result, words, err);
            printTotals(result, err);
            if (report != null) {
                new RunReport(Version.number(), words).write(result, command().name(), report);
            }
            return result.exitCode();
        }
    }

    private CommandSpec command() {
        return java.util.Objects.requireNonNull(spec, "picocli sets it");
    }

    private static void printProblems(RunResult result, PathWords words, PrintWriter err) {
        long notReached = result.files().stream().filter(FileResult::isNotReached).count();
        if (notReached > 0) {
            err.println("Stopped: " + notReached + " files were not worked on");
        }
        for (FileResult file : result.files()) {
            if (file.isNotReached()) {
                continue; // thousands of lines would hide the others; the report names them
            }
            if (file.outcome() == Outcome.FAILED || file.outcome() == Outcome.NEEDS_REVIEW) {
                String reason = words.in(file.reason(), file.input());
                String name = words.of(file.input());
                String line = reason.startsWith(name) ? reason : name + ": " + reason;
                err.println(file.outcome().label() + ": " + line);
            }
        }
    }

    private static void printTotals(RunResult result, PrintWriter err) {
        Map<Outcome, Long> counts = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, result.count(outcome));
        }
        StringBuilder line = new StringBuilder();
        line.append(result.files().size()).append(" files:");
        counts.forEach(
                (outcome, count) ->
                        line.append(String.format(Locale.ROOT, " %d %s,", count, outcome.label())));
        line.setLength(line.length() - 1);
        if (!result.ignored().isEmpty()) {
            line.append("; ").append(result.ignored().size()).append(" not DICOM, passed over");
        }
        if (result.files().isEmpty()) {
            line.append(" - nothing to work on");
        }
        err.println(line);
        err.println("Note: " + RunReport.SCOPE_NOTE + ".");
        err.flush();
    }
}
