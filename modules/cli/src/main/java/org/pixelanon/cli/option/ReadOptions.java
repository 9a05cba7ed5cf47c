package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import org.pixelanon.cli.log.RunLog;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Totals;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Common options of commands that only read files: inputs, workers, totals. */
public final class ReadOptions {

    @Mixin private InputOptions input = new InputOptions();

    /** The command of these options. */
    public CommandLine commandLine() {
        return input.command().commandLine();
    }

    /** The stores of URLs. */
    public Sources sources() {
        return input.sources();
    }

    /** Finds the inputs. */
    public InputFiles.Found find() throws IOException {
        return input.find(input.inputs());
    }

    /**
     * Processes the inputs and reports those that could not be read; exit code 1 if there are any.
     */
    public int execute(InputFiles.Found found, RunOptions.Run run) throws IOException {
        return execute(found, run, "read");
    }

    /** The same, with a word for the files that did not fail. */
    public int execute(InputFiles.Found found, RunOptions.Run run, String word) throws IOException {
        PrintWriter err = input.command().commandLine().getErr();
        try (TerminalProgress progress = new TerminalProgress(err, input.bar(), input.quiet);
                Sources connected = input.sources()) {
            RunResult result =
                    run.with(
                            found,
                            new RunSettings(
                                    input.jobs, progress, r -> RunLog.file(r, PathWords.PLAIN)));
            for (FileResult file : result.files()) {
                if (file.outcome() == Outcome.FAILED && !file.isNotReached()) {
                    err.println(
                            Messages.ofFile(
                                    file.outcome().label(),
                                    file.input().toString(),
                                    file.reason()));
                }
            }
            printTotals(result, word, err);
            long left = result.files().stream().filter(FileResult::isNotReached).count();
            if (left > 0) {
                // then nothing is written, since such files are complete or absent
                throw new PipelineException("stopped: " + left + " files were not processed");
            }
            return result.exitCode();
        }
    }

    private static void printTotals(RunResult result, String word, PrintWriter err) {
        StringBuilder line = new StringBuilder(Totals.read(result, word));
        line.append(result.passedOver());
        if (result.files().isEmpty()) {
            line.append(" - no input");
        }
        err.println(line);
        Totals.printLeft(result, err);
        err.flush();
    }
}
