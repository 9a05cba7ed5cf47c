package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.log.RunLog;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Totals;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Printable;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.InputTaker;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Common options of commands that process files: inputs, workers, report, exit code. */
@HelpGroup("Lists and reports")
public final class RunOptions {

    @Mixin private InputOptions input = new InputOptions();

    @Mixin private AccessOptions access = new AccessOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "write a report without patient text")
    @Nullable Path report;

    @Option(
            names = "--hash-paths",
            description = "replace paths in reports and messages by a hash with a random salt")
    boolean hashPaths;

    @Option(
            names = "--path-salt",
            paramLabel = "TEXT",
            description =
                    "like --hash-paths with a secret salt: a path has the same hash in all runs with this salt")
    @Nullable String pathSalt;

    private @Nullable PathWords words;

    private @Nullable SearchWords search;

    /** A run of a use case. */
    public interface Run {

        /**
         * Processes inputs.
         *
         * @param found the inputs
         * @param settings workers, progress, listener
         * @return the result of each
         * @throws IOException if the run cannot continue
         */
        RunResult with(InputFiles.Found found, RunSettings settings) throws IOException;
    }

    /** Sets the description of the search for report and summary. */
    public void tell(SearchWords how) {
        search = how;
    }

    /** The running command. */
    public CommandLine commandLine() {
        return input.command().commandLine();
    }

    /** The inputs as given. */
    public List<String> inputs() {
        return input.inputs();
    }

    /** Who may read files other than DICOM files. */
    public ReadAccess readers() {
        return access.readers();
    }

    /** Finds the files of some of the inputs. */
    public InputFiles.Found find(List<String> arguments) throws IOException {
        return input.find(arguments);
    }

    /** The stores of URLs. */
    public Sources sources() {
        return input.sources();
    }

    /** Finds the inputs. */
    public InputFiles.Found find() throws IOException {
        return input.find(input.inputs());
    }

    /** Finds the inputs and hands them on one by one. */
    InputFiles.Found stream(InputTaker taker) throws IOException {
        return input.stream(taker);
    }

    /** The number of workers. */
    int jobs() {
        return input.jobs;
    }

    /** Progress on standard error; it is quiet if paths must not be shown. */
    TerminalProgress progress(PrintWriter err) {
        boolean quiet = input.quiet || !words().equals(PathWords.PLAIN);
        return new TerminalProgress(err, input.bar(), quiet);
    }

    /** How text is searched; empty until {@link #tell} was called. */
    public Optional<SearchWords> searchWords() {
        return Optional.ofNullable(search);
    }

    /** How text is searched, if it is. */
    @Nullable SearchWords search() {
        return search;
    }

    /** How paths are written; the same object for the whole command. */
    public PathWords words() {
        if (pathSalt != null && pathSalt.isEmpty()) {
            throw new ParameterException(
                    input.command().commandLine(), "--path-salt must not be empty");
        }
        PathWords known = words;
        if (known == null) {
            known =
                    pathSalt != null
                            ? PathWords.hashed(pathSalt)
                            : hashPaths ? PathWords.hashed() : PathWords.PLAIN;
            words = known;
        }
        return known;
    }

    /** Ends the command if a list or report is an input or another output. */
    public void check(SideOutputs others) throws IOException {
        Optional<String> problem = others.writes("--report", report).problem();
        if (problem.isPresent()) {
            throw new ParameterException(input.command().commandLine(), problem.get());
        }
    }

    /**
     * Processes inputs, prints the totals, writes the report.
     *
     * @param closing the outputs of the run, closed here so that a process asked to stop does not
     *     end before its lists and database are complete
     */
    public int execute(InputFiles.Found found, Run run, OpenResources closing) throws IOException {
        PrintWriter err = input.command().commandLine().getErr();
        PathWords words = words();
        tellShortfall(err);
        try (TerminalProgress progress = progress(err);
                Sources connected = input.sources();
                OpenResources complete = closing) {
            RunResult result =
                    run.with(
                            found,
                            new RunSettings(
                                    input.jobs,
                                    progress,
                                    r -> RunLog.file(r, words),
                                    report != null));
            complete.complete();
            printProblems(result, words, err);
            for (FileResult file : result.files()) {
                file.said().ifPresent(s -> err.println(words.of(file.input()) + ": " + s));
            }
            Totals.print(result, err);
            tellShortfall(err);
            if (report != null) {
                new RunReport(Version.number(), words, search)
                        .write(result, input.command().name(), report, access.readers());
            }
            return result.exitCode();
        }
    }

    /** Printed before the work, so that it can be stopped, and after it, where it stays visible. */
    void tellShortfall(PrintWriter err) {
        SearchWords how = search;
        if (how != null && !how.shortfall().isEmpty()) {
            err.println("Note: " + Printable.of(how.shortfall()));
            err.flush();
        }
    }

    private static void printProblems(RunResult result, PathWords words, PrintWriter err) {
        long notReached = result.files().stream().filter(FileResult::isNotReached).count();
        if (notReached > 0) {
            err.println("Stopped: " + notReached + " files were not processed");
        }
        for (FileResult file : result.files()) {
            if (file.isNotReached()) {
                continue; // limited, since thousands of lines would hide the others; the report has
                // all
            }
            if (file.outcome() == Outcome.FAILED || file.outcome() == Outcome.NEEDS_REVIEW) {
                String reason = words.in(file.reason(), file.input());
                String name = words.of(file.input());
                err.println(Messages.ofFile(file.outcome().label(), name, reason));
            }
        }
    }
}
