package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.FileResult;
import org.pixelanon.pipeline.InputFiles;
import org.pixelanon.pipeline.Printable;
import org.pixelanon.pipeline.RunReport;
import org.pixelanon.pipeline.RunReport.PathWords;
import org.pixelanon.pipeline.RunResult;
import org.pixelanon.pipeline.RunSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that work through files have in common: inputs, workers, report, exit code. */
final class RunOptions {

    @Mixin InputOptions input = new InputOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "write a report without patient text")
    @Nullable Path report;

    @Option(
            names = "--hash-paths",
            description = "replace paths by their hash in report and messages")
    boolean hashPaths;

    /** A run of a use case. */
    interface Run {
        RunResult with(InputFiles.Found found, RunSettings settings) throws IOException;
    }

    /** Finds the inputs, runs, prints the totals, writes the report. */
    int execute(Run run, Closing closing) throws IOException {
        return execute(run, input.inputs, closing);
    }

    /**
     * Works through inputs.
     *
     * @param closing what the run writes into: closed here, so that a process that was asked to
     *     stop does not end before its lists and its database are complete
     */
    int execute(Run run, List<String> arguments, Closing closing) throws IOException {
        PrintWriter err = input.command().commandLine().getErr();
        PathWords words = PathWords.of(hashPaths);
        try (TerminalProgress progress =
                        new TerminalProgress(
                                err, Environment.terminal(), input.quiet || hashPaths);
                Closing complete = closing) {
            InputFiles.Found found = input.find(arguments);
            RunResult result = run.with(found, new RunSettings(input.jobs, progress, r -> {}));
            complete.close();
            printProblems(result, words, err);
            for (FileResult file : result.files()) {
                file.said().ifPresent(s -> err.println(words.of(file.input()) + ": " + s));
            }
            printTotals(result, err);
            if (report != null) {
                new RunReport(Version.number(), words)
                        .write(result, input.command().name(), report);
            }
            return result.exitCode();
        }
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
                err.println(file.outcome().label() + ": " + Printable.of(line));
            }
        }
    }

    /** One line for all files: a scanner's private values are in each of thousands. */
    static void printLeft(RunResult result, PrintWriter err) {
        List<FileResult> told =
                result.files().stream()
                        .filter(f -> f.outcome() != Outcome.NEEDS_REVIEW && !f.left().isEmpty())
                        .toList();
        if (!told.isEmpty()) {
            err.println(
                    "Note: "
                            + told.size()
                            + (told.size() == 1 ? " file holds" : " files hold")
                            + " what was not processed, such as "
                            + told.get(0).left().get(0).what()
                            + "; --report names all of it.");
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
        printLeft(result, err);
        err.println("Note: " + RunReport.SCOPE_NOTE + ".");
        err.flush();
    }
}
