package org.pixelanon.workbench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.run.RedactRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.review.Failures;
import org.pixelanon.review.PolicySource;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.workbench.results.TaskResult;

/**
 * Writes redacted copies and lists of rectangles in the background, by the command line's use
 * cases.
 */
@Messages({
    "# {0} - verified",
    "# {1} - all",
    "# {2} - folder",
    "MSG_Redacted={0} of {1} files written and verified in {2}",
    "# {0} - verified",
    "# {1} - all",
    "# {2} - first problem",
    "MSG_RedactedSome={0} of {1} files written and verified; {2}",
    "# {0} - file",
    "MSG_Report=Report: {0}",
    "# {0} - why",
    "MSG_OutputFailed=Failed: {0}",
    "# {0} - file",
    "MSG_DatabaseExported=All rows of the database written to {0}",
    "# {0} - file",
    "MSG_Exported=Rectangles written to {0}",
    "# {0} - files left out",
    "# {1} - first problem",
    "MSG_NotExported=Nothing written: {0} files cannot be listed; {1}"
})
public final class OutputTasks {

    private static final String REPORT = "pixelanon-report.json";

    private final ReviewSession session;
    private final Settings settings;
    private final FileOpening opening;
    private final PolicySource lists;
    private final Consumer<List<TaskResult>> told;

    /**
     * Creates it; starts no task.
     *
     * @param told receives the result of each file, on the background thread
     */
    OutputTasks(
            ReviewSession session,
            Settings settings,
            FileOpening opening,
            PolicySource lists,
            Consumer<List<TaskResult>> told) {
        this.told = told;
        this.lists = lists;
        this.session = session;
        this.settings = settings;
        this.opening = opening;
    }

    /**
     * Redacts files marked done, verifies each copy, and writes a report beside them.
     *
     * @param files the files
     * @param folder folder for copies, which keep the folders of their originals; may be in a
     *     bucket or archive, then the report is in the user's folder
     * @param progress receives each file and may request a stop
     */
    public void redact(List<ReviewFile> files, Path folder, Progress progress) {
        List<InputFile> inputs = files.stream().map(f -> opening.input(f.path())).toList();
        inBackground(() -> redacted(inputs, folder, progress));
    }

    /**
     * The same into a place in a bucket or archive.
     *
     * @param files the files
     * @param address its URL
     * @param login its profile; empty for the account's own keys
     */
    public void redactTo(List<ReviewFile> files, String address, String login) {
        List<InputFile> inputs = files.stream().map(f -> opening.input(f.path())).toList();
        TaskProgress progress = new TaskProgress(Bundle.TASK_Redact());
        inBackground(() -> redacted(inputs, opening.place(address, login), progress));
    }

    /** The result is shown in the status line. */
    private void inBackground(Workers.Work<String> work) {
        Workers.ask(session.workers().background(), work)
                .whenComplete(
                        (said, problem) ->
                                TaskMessages.status(
                                        problem == null
                                                ? said
                                                : Bundle.MSG_OutputFailed(Failures.why(problem))));
    }

    private String redacted(List<InputFile> inputs, Path folder, Progress progress)
            throws IOException {
        RunResult result = run(inputs, folder, null, progress);
        boolean remote = RemotePath.is(folder);
        if (!remote) {
            Files.createDirectories(folder);
        }
        // a bucket gets only copies
        Path report = remote ? settings.userFile(REPORT) : folder.resolve(REPORT);
        new RunReport(settings.version(), PathWords.PLAIN).write(result, "workbench", report);
        TaskMessages.line(Bundle.MSG_Report(report));
        result.files().forEach(f -> TaskMessages.line(lineOf(f)));
        told.accept(result.files().stream().map(OutputTasks::resultOf).toList());
        session.workers().ui().execute(this::follow);
        return summary(result, folder);
    }

    /** Updates the copy states of lines. */
    private void follow() {
        session.database()
                .follow()
                .exceptionally(
                        problem -> {
                            TaskMessages.line(Failures.why(problem));
                            return 0;
                        });
    }

    private static TaskResult resultOf(FileResult file) {
        TaskResult.End end =
                switch (file.outcome()) {
                    case CLEAN, REDACTED -> TaskResult.End.WRITTEN;
                    case NEEDS_REVIEW -> TaskResult.End.WITHHELD;
                    case FAILED -> TaskResult.End.FAILED;
                };
        return new TaskResult(
                TaskResult.Task.EXPORT,
                end,
                file.input(),
                file.reason(),
                file.output().orElse(null),
                LocalDateTime.now(ZoneId.systemDefault()));
    }

    private RunResult run(
            List<InputFile> inputs,
            @Nullable Path folder,
            @Nullable RedactionCsv list,
            Progress progress)
            throws IOException {
        RedactionPolicy reviewed =
                new RedactionPolicy(
                        settings.burnedInAnnotation(),
                        settings.uidPolicy(),
                        true,
                        settings.salt(),
                        settings.transferSyntax(),
                        settings.lossyPolicy());
        WritingOptions copies =
                new WritingOptions(
                        new OutputLayout(
                                folder == null ? Path.of("unused") : folder, null, true, false),
                        reviewed);
        WritingOptions listed = list == null ? copies : copies.listing(list);
        RedactRun.Options options =
                new RedactRun.Options(
                        RedactRun.Sources.of(session.database().runDatabase(settings.version())),
                        settings.policy().judge(),
                        folder == null ? listed.dry() : listed);
        RedactRun run =
                lists.rules()
                        .map(rules -> new RedactRun(options, rules))
                        .orElseGet(() -> new RedactRun(options));
        int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return run.run(
                new InputFiles.Found(inputs, Map.of()),
                new RunSettings(jobs, progress, f -> {}, folder != null));
    }

    /**
     * Writes the rectangles of files as a redaction list.
     *
     * @param files the files
     * @param target the file, replaced atomically when everything is written
     * @param progress receives each file and may request a stop
     */
    public void export(List<ReviewFile> files, Path target, Progress progress) {
        List<InputFile> inputs = files.stream().map(f -> opening.input(f.path())).toList();
        inBackground(() -> exported(inputs, target, progress));
    }

    private String exported(List<InputFile> inputs, Path target, Progress progress)
            throws IOException {
        // an incomplete list is deleted, since it names files of patients
        try (WholeFile list = begun(inputs, target)) {
            return listed(inputs, list, target, progress);
        }
    }

    /**
     * Writes the whole database as OCR CSV, in the background.
     *
     * @param target the file, replaced atomically when everything is written
     */
    public void exportDatabase(Path target) {
        inBackground(() -> databaseExported(target));
    }

    private String databaseExported(Path target) throws IOException {
        try (WholeFile list = begun(List.of(), target)) {
            try (Writer out = Files.newBufferedWriter(list.part(), StandardCharsets.UTF_8)) {
                session.database().export(out).join();
            }
            list.publish();
            return Bundle.MSG_DatabaseExported(target);
        }
    }

    /** A list never replaces a file that it names, or any other DICOM file or database. */
    private static WholeFile begun(List<InputFile> inputs, Path target) throws PipelineException {
        Optional<String> problem =
                new SideOutputs()
                        .writes("list", target)
                        .keeps(new InputFiles.Found(inputs, Map.of()))
                        .problem();
        if (problem.isPresent()) {
            throw new PipelineException(problem.get());
        }
        return WholeFile.at(target);
    }

    /** The outcome in words. */
    private String listed(List<InputFile> inputs, WholeFile whole, Path target, Progress progress)
            throws IOException {
        RunResult result;
        try (Writer out = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8);
                RedactionCsv list = new RedactionCsv(out)) {
            result = run(inputs, null, list, progress);
        }
        List<FileResult> bad = result.files().stream().filter(OutputTasks::isLeftOut).toList();
        if (!bad.isEmpty()) {
            // an incomplete list could be mistaken for a complete one
            bad.forEach(b -> TaskMessages.line(lineOf(b)));
            return Bundle.MSG_NotExported(bad.size(), lineOf(bad.get(0)));
        }
        whole.publish();
        return Bundle.MSG_Exported(target);
    }

    private static boolean isLeftOut(FileResult file) {
        return file.outcome() != Outcome.CLEAN && file.outcome() != Outcome.REDACTED;
    }

    private static String lineOf(FileResult file) {
        String why = file.reason().isEmpty() ? "" : " (" + file.reason() + ")";
        String said = file.said().map(s -> " (" + s + ")").orElse("");
        return file.outcome().label() + " " + file.input() + why + said;
    }

    private static String summary(RunResult result, Path folder) {
        long good = result.count(Outcome.CLEAN) + result.count(Outcome.REDACTED);
        int all = result.files().size();
        Optional<FileResult> bad =
                result.files().stream().filter(f -> f.output().isEmpty()).findFirst();
        return bad.map(b -> Bundle.MSG_RedactedSome(good, all, lineOf(b)))
                .orElseGet(() -> Bundle.MSG_Redacted(good, all, folder));
    }
}
