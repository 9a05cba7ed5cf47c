package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.decide.RuleDecisions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.DoneMarks;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.output.OutputWriter;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/** Carries out the decisions of a source, in the same way for all sources. */
final class WritingRun {

    private final WritingOptions options;
    private final TagSources tags;
    private final DoneMarks done;

    /**
     * Prepares the run.
     *
     * @param options what is written
     * @param tags what is blanked because of what a file says about itself
     * @param done says which files a person marked done
     */
    WritingRun(WritingOptions options, TagSources tags, DoneMarks done) {
        this.options = options;
        this.tags = tags;
        this.done = done;
    }

    /** Works through the files. */
    RunResult run(
            String task,
            InputFiles.Found found,
            RunSettings settings,
            DecisionSource.Opening sources)
            throws IOException {
        OutputWriter writer = new OutputWriter(options, found.files(), done, settings.hashes());
        if (!options.dryRun()) {
            writer.sweep();
        }
        return new Batch(settings.jobs(), settings.progress(), settings.listener())
                .run(task, found, () -> new Step(writer, settings, sources.open()));
    }

    /** Works through files as they are handed out, and hands on what becomes of each. */
    void stream(String task, Stream of, RunSettings settings, DecisionSource.Opening sources)
            throws IOException {
        OutputWriter writer = new OutputWriter(options, of.places(), done, settings.hashes());
        if (!options.dryRun()) {
            writer.sweep();
        }
        new Batch(settings.jobs(), settings.progress(), settings.listener())
                .stream(
                        task,
                        of.total(),
                        of.source(),
                        () -> new Step(writer, settings, sources.open()),
                        of.sink());
    }

    /**
     * Files of which no more are held than are processed.
     *
     * @param total how many there are
     * @param source hands them out
     * @param sink takes what becomes of them
     * @param places where their outputs go
     */
    record Stream(long total, Batch.Source source, Batch.Sink sink, OutputPlaces places) {}

    private final class Step implements Batch.FileStep {

        private final OutputWriter writer;
        private final RunSettings settings;
        private final DecisionSource source;

        Step(OutputWriter writer, RunSettings settings, DecisionSource source) {
            this.writer = writer;
            this.settings = settings;
            this.source = source;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<DicomFile> opened = InputChecks.open(source.named(input));
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                return worked(input, file)
                        .map(result -> result.of(DeviceTags.name(file.attributes())));
            } finally {
                writer.leave(input);
            }
        }

        private Optional<FileResult> worked(InputFile input, DicomFile file) throws IOException {
            InputChecks.requireComplete(file);
            Optional<String> refusal = options.dryRun() ? Optional.empty() : writer.refusal(input);
            if (refusal.isPresent()) {
                return Optional.of(FileResult.failed(input.path(), refusal.get()));
            }
            RuleDecisions rules = tags.of(file);
            if (rules.refusal().isPresent()) {
                return Optional.of(toReview(input, rules.refusal().get()));
            }
            Optional<FileResult> heldBack = source.heldBack(input, file);
            return heldBack.isPresent() ? heldBack : Optional.of(carriedOut(input, file, rules));
        }

        private static FileResult toReview(InputFile input, String why) {
            return FileResult.ended(input.path(), Outcome.NEEDS_REVIEW, why);
        }

        private FileResult carriedOut(InputFile input, DicomFile file, RuleDecisions rules)
                throws IOException {
            FileDecisions decided = source.decide(input, file, rules.decisions());
            if (decided.refusal().isPresent()) {
                return settings.hashed(toReview(input, decided.refusal().get()), file);
            }
            FileResult result = settings.hashed(written(input, file, decided), file);
            RedactionCsv list = options.list();
            if (list != null) {
                list.write(input.path(), result.redacted());
            }
            return decided.noted(result, rules.notes());
        }

        private FileResult written(InputFile input, DicomFile file, FileDecisions decided)
                throws IOException {
            List<Decision> decisions = decided.all();
            if (options.dryRun()) {
                FileResult planned = writer.planned(input, file, decisions);
                decided.planned(planned);
                return planned;
            }
            FileResult result =
                    writer.write(input, file, decisions, decided.secondLook(), decided::proven);
            if (result.outcome() == Outcome.NEEDS_REVIEW) {
                decided.withheld(result);
            }
            return result;
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
