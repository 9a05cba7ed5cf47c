package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.log.RunLog;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Totals;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.manifest.Manifest;
import org.pixelanon.pipeline.manifest.ManifestPage;
import org.pixelanon.pipeline.manifest.ManifestReport;
import org.pixelanon.pipeline.manifest.ManifestTotals;
import org.pixelanon.pipeline.manifest.RunSetting;
import org.pixelanon.pipeline.manifest.Shard;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.PlannedPlaces;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.pipeline.run.AnonymiseRun;
import org.pixelanon.pipeline.run.ManifestRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.store.work.WorkFigures;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of runs that resume. */
@HelpGroup("Jobs that resume")
public final class ManifestOptions {

    /** Limits the lines printed; report, summary and manifest contain everything. */
    private static final int MOST_TOLD = 100;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "journal of the job: records the outcome of each file, so that the next run resumes after a stop, crash or kill; finished files are not searched again. Implies --resume; memory use is constant")
    @Nullable Path manifest;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description =
                    "with --manifest: process shard I of N of the files, by the hash of their paths; each shard has its own manifest. Default: ${DEFAULT-VALUE}")
    String shard = "1/1";

    @Option(
            names = "--retry",
            paramLabel = "WHICH",
            defaultValue = "failed",
            description =
                    "with --manifest: which files without a copy are tried again: none, failed, or all (also those that need review). Default: ${DEFAULT-VALUE}")
    Manifest.Retry retry = Manifest.Retry.FAILED;

    @Option(
            names = "--summary",
            paramLabel = "FILE.html",
            description =
                    "with --manifest: write a page with outcomes, reasons, devices, throughput and files to review, without patient text")
    @Nullable Path summary;

    /** Creates the run after its settings were found to be those of the manifest. */
    public interface Making {

        /**
         * Creates the run.
         *
         * @return the run
         * @throws IOException if something cannot be opened
         */
        AnonymiseRun run() throws IOException;
    }

    /** Whether there is a manifest. */
    public boolean isGiven() {
        return manifest != null;
    }

    /** Refuses options that need a manifest. */
    public void requireNone(CommandLine command) {
        if (summary != null || !shard.equals("1/1") || retry != Manifest.Retry.FAILED) {
            throw new ParameterException(command, "--shard, --retry and --summary need --manifest");
        }
    }

    /** Refuses options that are impossible with a manifest. */
    private void requireUsable(OutputLayout layout, OutputOptions output, CommandLine command) {
        if (layout.inPlace()) {
            throw new ParameterException(
                    command,
                    "--manifest and --in-place exclude each other: after a kill, copies could "
                            + "not be told from inputs");
        }
        if (output.redactionList() != null) {
            throw new ParameterException(
                    command,
                    "--manifest and --write-csv exclude each other: the list would have the "
                            + "files of one run only; use --report for the regions of all");
        }
        if (layout.folder() instanceof RemotePath place && !place.readsRanges()) {
            throw new ParameterException(
                    command,
                    "--manifest does not support output to stores without partial reads, because "
                            + "existing copies cannot be checked");
        }
        if (output.namesFile()) {
            throw new ParameterException(command, "--manifest needs an output folder");
        }
    }

    /** Continues the manifest until all inputs are finished, and reports on all of them. */
    public int execute(
            RunOptions run,
            OutputOptions output,
            UnmatchedOption unmatched,
            SideOutputs others,
            Making making)
            throws IOException {
        CommandLine command = run.commandLine();
        OutputLayout layout = output.layout(command, run.sources());
        requireUsable(layout, output, command);
        Path file = Objects.requireNonNull(manifest, "is given");
        PrintWriter err = command.getErr();
        try (Manifest open = Manifest.open(job(file, run, layout))) {
            InputFiles.Found found = run.stream(open::add);
            unmatched.require(found);
            for (Map.Entry<Path, String> problem : found.problems().entrySet()) {
                open.addProblem(problem.getKey(), problem.getValue());
            }
            PlannedPlaces places = PlannedPlaces.of(layout, open.work(), open.paths());
            for (Path own : Manifest.filesOf(file)) {
                others.keeps("the manifest", own);
                places.each(target -> requireOther(own, target));
            }
            found.lists().forEach(list -> others.keeps("a list of inputs", list));
            run.check(
                    others.writes("--summary", summary)
                            .keepsAll(
                                    layout,
                                    taker ->
                                            open.work()
                                                    .each(
                                                            f ->
                                                                    taker.place(
                                                                            open.paths()
                                                                                    .path(
                                                                                            f
                                                                                                    .key()))),
                                    places));
            if (open.damagedLines() > 0) {
                err.println(
                        "Note: "
                                + open.damagedLines()
                                + " damaged lines of the manifest were "
                                + "skipped; their files are processed again");
            }
            run.tellShortfall(err);
            ManifestTotals totals;
            try (TerminalProgress progress = run.progress(err)) {
                RunSettings settings =
                        new RunSettings(
                                run.jobs(), progress, r -> RunLog.file(r, run.words()), true);
                totals = new ManifestRun(making.run(), open, retry).run(places, settings);
                tell(run, open, totals, found);
            }
            return totals.exitCode();
        }
    }

    /** Compared without opening the file, since closing it would release its lock. */
    private static void requireOther(Path own, Path target) throws IOException {
        boolean same =
                PathText.isFile(target)
                        && own.getFileName().equals(target.getFileName())
                        && Files.exists(target)
                        && Files.isSameFile(own, target);
        if (same) {
            throw new PipelineException(own + ": --manifest is an output of this run");
        }
    }

    private Manifest.Job job(Path file, RunOptions run, OutputLayout layout) throws IOException {
        CommandLine command = run.commandLine();
        List<RunSetting> settings = new ArrayList<>(RunSettingList.of(command.getCommandSpec()));
        String folder = layout.folder().toAbsolutePath().normalize().toString();
        settings.removeIf(s -> s.name().equals("--out"));
        settings.add(new RunSetting("--out", folder, false));
        SearchWords search = run.search();
        if (search != null) {
            String words = search.effort() + " " + search.engines();
            settings.add(new RunSetting("engines", words, false));
        }
        return new Manifest.Job(
                file,
                command.getCommandName(),
                Version.number(),
                shard(command),
                settings,
                layout.flushed(),
                run.readers(),
                new NamedPaths(run.sources()));
    }

    private Shard shard(CommandLine command) {
        try {
            return Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--shard " + e.getMessage());
        }
    }

    private void tell(RunOptions run, Manifest open, ManifestTotals totals, InputFiles.Found found)
            throws IOException {
        PrintWriter err = run.commandLine().getErr();
        PathWords words = run.words();
        if (totals.open() > 0) {
            err.println("Stopped: " + totals.open() + " files were not processed");
        }
        for (Outcome outcome : List.of(Outcome.NEEDS_REVIEW, Outcome.FAILED)) {
            List<WorkFigures.Ended> first = open.work().figures().ended(outcome.label(), "");
            for (WorkFigures.Ended one : first.subList(0, Math.min(MOST_TOLD, first.size()))) {
                Path path = open.paths().path(one.key());
                String reason = words.in(one.end().reason(), path);
                err.println(Messages.ofFile(outcome.label(), words.of(path), reason));
            }
            if (totals.count(outcome) - totals.open() > MOST_TOLD && first.size() > MOST_TOLD) {
                err.println(
                        outcome.label() + ": and more; --report and --summary list all of them");
            }
        }
        Totals.print(totals, found.odd().size(), err);
        run.tellShortfall(err);
        if (run.report != null) {
            new RunReport(Version.number(), words, run.search())
                    .write(
                            new ManifestReport(open, totals, found.odd()),
                            run.commandLine().getCommandName(),
                            run.report,
                            run.readers());
        }
        if (summary != null) {
            new ManifestPage(Version.number(), words, run.search())
                    .write(open, totals, summary, run.readers());
        }
    }
}
