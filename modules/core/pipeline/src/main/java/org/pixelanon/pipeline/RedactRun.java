package org.pixelanon.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.rules.RuleBook;

/** Blanks rectangles that people, lists, the database or tags name; looks for no text itself. */
public final class RedactRun {

    /**
     * What is blanked; the rectangles of all sources are united.
     *
     * @param typed rectangles for every file
     * @param csv rectangles per file, of a list every row of which means one of the files
     * @param ledger rectangles per file; each output is written down there
     * @param judge releases rectangles whose text the allow-list knows
     * @param usRegions whether everything outside the Sequence of Ultrasound Regions is blanked
     * @param rules rectangles for the files that they match
     * @param removeHighBitOverlays whether overlays in high bits of the pixels are cleared wholly
     * @param dryRun whether nothing is written but report and list
     * @param acceptUnprocessed whether files are published that hold pictures nobody looked at
     * @param resume whether outputs that verify are kept
     * @param layout where outputs go
     * @param redaction values and tags of redacted files
     * @param list where the rectangles that were blanked are written
     */
    public record Options(
            List<Region> typed,
            Optional<MatchedRows> csv,
            Optional<Ledger> ledger,
            SensitivityJudge judge,
            boolean usRegions,
            Optional<RuleBook> rules,
            boolean removeHighBitOverlays,
            boolean dryRun,
            boolean acceptUnprocessed,
            boolean resume,
            OutputLayout layout,
            RedactionPolicy redaction,
            Optional<RedactionCsv> list) {}

    private final Options options;
    private final Optional<RuleBook> suggested;

    /**
     * Creates the use case.
     *
     * @param options what is blanked
     */
    public RedactRun(Options options) {
        this(options, Optional.empty());
    }

    /**
     * Creates the use case for files that a person marked done, who was shown what rules suggest.
     *
     * @param options what is blanked
     * @param suggested the rules as they are now; a file is held back while nobody decided about
     *     what they suggest for it
     */
    public RedactRun(Options options, Optional<RuleBook> suggested) {
        this.options = options;
        this.suggested = suggested;
    }

    /**
     * Works through the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file
     * @throws IOException if left-over part files cannot be removed
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        OutputWriter writer =
                new OutputWriter(
                        options.layout(),
                        found.files(),
                        options.redaction(),
                        options.acceptUnprocessed(),
                        options.resume(),
                        options.ledger(),
                        settings.hashes());
        if (!options.dryRun()) {
            writer.sweep();
        }
        return new Batch(settings.jobs(), settings.progress(), settings.listener())
                .run("Redact", found, () -> new Step(writer));
    }

    private final class Step implements Batch.FileStep {

        private final OutputWriter writer;

        Step(OutputWriter writer) {
            this.writer = writer;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<DicomFile> opened = DicomInputs.open(named(input));
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                DicomInputs.requireComplete(file);
                Optional<String> refusal =
                        options.dryRun() ? Optional.empty() : writer.refusal(input);
                if (refusal.isPresent()) {
                    return Optional.of(FileResult.failed(input.path(), refusal.get()));
                }
                Optional<FileResult> unknown = unknown(input);
                if (unknown.isPresent()) {
                    return unknown;
                }
                RuleDecisions rules =
                        RuleDecisions.of(options.rules(), file)
                                .and(UltrasoundDecisions.of(options.usRegions(), file));
                if (rules.refusal().isPresent()) {
                    return Optional.of(
                            FileResult.ended(
                                    input.path(), Outcome.NEEDS_REVIEW, rules.refusal().get()));
                }
                Optional<OpenQuestions> open = open(file);
                if (open.filter(o -> !o.isEmpty()).isPresent()) {
                    return Optional.of(FileResult.heldBack(input.path(), open.get()));
                }
                FileResult result = redacted(input, file, rules);
                return Optional.of(writer.hashed(annotated(result, file), file));
            }
        }

        /** What is open in a file that is marked done; empty if no such mark was made here. */
        private Optional<OpenQuestions> open(DicomFile file) throws IOException {
            return options.ledger().isPresent()
                    ? options.ledger().get().open(file, suggested, !options.usRegions())
                    : Optional.empty();
        }

        /** Who decided about all planes is told if the file says that text is burned in. */
        private FileResult annotated(FileResult result, DicomFile file) throws IOException {
            boolean done =
                    options.ledger().isPresent() && options.ledger().get().isDone(file.path());
            boolean burnedIn =
                    DeviceTags.of(file.attributes()).burnedInAnnotation().strip().equals("YES");
            return done && burnedIn && result.outcome() == Outcome.CLEAN
                    ? result.saying("Burned In Annotation is YES, and nothing was blanked")
                    : result;
        }

        private FileResult redacted(InputFile input, DicomFile file, RuleDecisions rules)
                throws IOException {
            Optional<HighBitOverlays> highBits =
                    options.removeHighBitOverlays()
                            ? Optional.of(HighBitOverlays.of(file))
                            : Optional.empty();
            Optional<String> review = highBits.flatMap(HighBitOverlays::refusal);
            if (review.isPresent()) {
                return FileResult.ended(input.path(), Outcome.NEEDS_REVIEW, review.get());
            }
            List<Decision> decisions = decisions(input, file);
            decisions.addAll(rules.decisions());
            highBits.ifPresent(h -> decisions.addAll(h.decisions()));
            FileResult result =
                    options.dryRun()
                            ? writer.planned(input, file, decisions)
                            : writer.write(
                                    input,
                                    file,
                                    decisions,
                                    OutputWriter.SecondLook.NONE,
                                    this::record);
            if (options.list().isPresent()) {
                options.list().get().write(input.path(), result.redacted());
            }
            FileResult noted = result.noting(rules.notes());
            return highBits.isPresent() ? noted.saying(highBits.get().words(result)) : noted;
        }

        private void record(FileResult result) throws IOException {
            if (options.ledger().isPresent()) {
                options.ledger().get().audit(result);
            }
        }

        /** What a list names is no file that may be passed over, wherever it was met. */
        private InputFile named(InputFile input) {
            boolean listed = options.csv().isPresent() && options.csv().get().names(input.path());
            return listed ? new InputFile(input.path(), input.below(), true) : input;
        }

        /** A file nobody looked at cannot be called clean. */
        private Optional<FileResult> unknown(InputFile input) throws IOException {
            boolean onlyDatabase =
                    options.ledger().isPresent()
                            && options.csv().isEmpty()
                            && options.typed().isEmpty()
                            && !options.usRegions()
                            && options.rules().isEmpty()
                            && !options.removeHighBitOverlays();
            if (onlyDatabase && !options.ledger().get().knows(input.path())) {
                return Optional.of(
                        FileResult.ended(
                                input.path(),
                                Outcome.NEEDS_REVIEW,
                                "the database does not know this file"));
            }
            return Optional.empty();
        }

        private List<Decision> decisions(InputFile input, DicomFile file) throws IOException {
            List<Decision> decisions = new ArrayList<>();
            options.typed().forEach(region -> decisions.add(requested(region, "option")));
            List<ListedRectangle> listed =
                    options.csv().map(csv -> csv.of(input.path())).orElse(List.of());
            for (ListedRectangle row : listed) {
                decisions.add(
                        KnownRegions.decision(
                                row.box(),
                                row.text(),
                                row.sensitive().orElse(-1),
                                "csv",
                                options.judge()));
            }
            if (options.ledger().isPresent()) {
                decisions.addAll(
                        KnownRegions.decisions(
                                options.ledger().get().rows(input.path()), options.judge()));
            }
            return decisions;
        }

        private static Decision requested(Region region, String origin) {
            Reason reason = new Reason(Reason.Kind.REQUESTED, origin);
            return new Decision(new Finding.OfPerson(region, origin), Verdict.REDACT, reason);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
