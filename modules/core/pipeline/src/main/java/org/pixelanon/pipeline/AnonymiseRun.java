package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
import org.pixelanon.model.Decision;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/** The main job: finds the text of files, decides, blanks, proves, looks again, publishes. */
public final class AnonymiseRun {

    /**
     * What is done.
     *
     * @param policy decides about each text
     * @param recognizers makes a recogniser per worker
     * @param overlays whether overlay planes are searched
     * @param usRegions whether everything outside the Sequence of Ultrasound Regions is blanked
     * @param rules rectangles that are blanked in the files that they match
     * @param review whether files that the database knows are searched again
     * @param dryRun whether nothing is written but rows and report
     * @param acceptUnprocessed whether files are published that hold pictures nobody looked at
     * @param resume whether outputs that verify are kept
     * @param layout where outputs go
     * @param redaction values and tags of redacted files
     * @param list where the rectangles that were blanked are written
     * @param ledger where rectangles are read and written
     */
    public record Options(
            DecisionPolicy policy,
            RecognizerSource recognizers,
            boolean overlays,
            boolean usRegions,
            Optional<RuleBook> rules,
            boolean review,
            boolean dryRun,
            boolean acceptUnprocessed,
            boolean resume,
            OutputLayout layout,
            RedactionPolicy redaction,
            Optional<RedactionCsv> list,
            Optional<Ledger> ledger) {}

    private final Options options;

    /**
     * Creates the use case.
     *
     * @param options what is done
     */
    public AnonymiseRun(Options options) {
        this.options = options;
    }

    /**
     * Works through the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file
     * @throws IOException if the recogniser cannot be started
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
                .run("Anonymise", found, () -> new Step(writer, options.recognizers().open()));
    }

    /**
     * What the database knew of a file.
     *
     * @param search whether the file is searched in spite of that
     * @param rows all its rows
     * @param decisions what those rows say that hold whatever a search finds
     * @param searched the planes that are searched
     */
    private record Known(
            boolean search, List<StoredRow> rows, List<Decision> decisions, SeenPlanes searched) {}

    private final class Step implements Batch.FileStep {

        private final OutputWriter writer;
        private final TextRecognizer recognizer;
        private final TextScan scan;

        Step(OutputWriter writer, TextRecognizer recognizer) {
            this.writer = writer;
            this.recognizer = recognizer;
            this.scan = new TextScan(recognizer, options.policy());
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<DicomFile> opened = DicomInputs.open(input);
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
                RuleDecisions rules =
                        RuleDecisions.of(options.rules(), file)
                                .and(UltrasoundDecisions.of(options.usRegions(), file));
                if (rules.refusal().isPresent()) {
                    return Optional.of(
                            FileResult.ended(
                                    input.path(), Outcome.NEEDS_REVIEW, rules.refusal().get()));
                }
                Optional<OpenQuestions> open = open(input, file);
                if (open.isPresent()) {
                    return Optional.of(FileResult.heldBack(input.path(), open.get()));
                }
                FileResult result =
                        writer.hashed(
                                anonymised(input, file, rules.decisions()).noting(rules.notes()),
                                file);
                if (options.list().isPresent()) {
                    options.list().get().write(input.path(), result.redacted());
                }
                return Optional.of(
                        options.overlays() || file.overlays().isEmpty()
                                ? result
                                : result.noting(
                                        "overlay planes were not searched (--no-overlays)"));
            }
        }

        private FileResult anonymised(InputFile input, DicomFile file, List<Decision> ruled)
                throws IOException {
            Known known = known(input, file);
            List<Decision> decisions = decisions(known, file);
            decisions.addAll(ruled);
            List<String> notes = known.search() ? TextScan.notes(file) : List.of();
            if (options.dryRun()) {
                FileResult planned = writer.planned(input, file, decisions);
                record(known, planned, Ledger.SCANNED);
                return planned.noting(notes);
            }
            FileResult result =
                    writer.write(
                            input,
                            file,
                            decisions,
                            (written, targets) -> lookAgain(known, written, targets),
                            r -> record(known, r, r.outcome().label()));
            if (result.outcome() == Outcome.NEEDS_REVIEW) {
                // so that a person finds the rectangles in the workbench
                record(known, result, result.outcome().label());
            }
            return result.noting(notes);
        }

        /** Of a file that is searched now everything is decided; else its rows alone speak. */
        private Optional<OpenQuestions> open(InputFile input, DicomFile file) throws IOException {
            boolean known =
                    options.ledger().isPresent()
                            && !options.review()
                            && options.ledger().get().knows(input.path());
            return known
                    ? options.ledger()
                            .get()
                            .open(file, Optional.empty(), !options.usRegions())
                            .filter(o -> !o.isEmpty())
                    : Optional.empty();
        }

        private Known known(InputFile input, DicomFile file) throws IOException {
            SeenPlanes planes = TextScan.planes(file, options.overlays());
            if (options.ledger().isEmpty() || !options.ledger().get().knows(input.path())) {
                return new Known(true, List.of(), List.of(), planes);
            }
            List<StoredRow> rows = options.ledger().get().rows(input.path());
            boolean search = options.review();
            List<StoredRow> valid =
                    search ? rows.stream().filter(r -> r.author() != Author.SCAN).toList() : rows;
            return new Known(
                    search, rows, KnownRegions.decisions(valid, options.policy().judge()), planes);
        }

        private List<Decision> decisions(Known known, DicomFile file) throws IOException {
            List<Decision> decisions = new ArrayList<>(known.decisions());
            if (known.search()) {
                decisions.addAll(
                        KnownRegions.heed(known.rows(), scan.scan(file, options.overlays())));
            }
            return decisions;
        }

        private void record(Known known, FileResult result, String outcome) throws IOException {
            if (options.ledger().isEmpty()) {
                return;
            }
            Set<Decision> stored = Collections.newSetFromMap(new IdentityHashMap<>());
            stored.addAll(known.decisions());
            List<Decision> found =
                    result.decisions().stream().filter(d -> !stored.contains(d)).toList();
            if (known.search() && result.outcome() != Outcome.FAILED) {
                boolean judged = options.policy().judge().judges();
                options.ledger().get().replace(result, outcome, found, judged, known.searched());
            } else {
                options.ledger().get().append(result, outcome, found);
            }
        }

        private List<Decision> lookAgain(Known known, Path written, RedactionTargets targets)
                throws IOException {
            try (DicomFile copy = DicomFile.open(written)) {
                return KnownRegions.heed(
                        known.rows(), scan.scan(copy, plane -> !targets.on(plane).isEmpty()));
            }
        }

        @Override
        public void close() {
            recognizer.close();
        }
    }
}
