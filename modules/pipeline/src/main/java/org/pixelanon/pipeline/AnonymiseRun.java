package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.store.RegionStore;

/** The main job: finds the text of files, decides, blanks, proves, looks again, publishes. */
public final class AnonymiseRun {

    /**
     * What is done.
     *
     * @param policy decides about each text
     * @param recognizers makes a recogniser per worker
     * @param overlays whether overlay planes are searched
     * @param usRegions whether everything outside the Sequence of Ultrasound Regions is blanked
     * @param review whether files that the database knows are searched again
     * @param dryRun whether nothing is written but rows and report
     * @param acceptUnprocessed whether files are published that hold pictures nobody looked at
     * @param resume whether outputs that verify are kept
     * @param layout where outputs go
     * @param redaction values and tags of redacted files
     * @param list where the rectangles that were blanked are written
     * @param store where rectangles are read and written
     * @param user who is written down as the one who changed a row
     */
    public record Options(
            DecisionPolicy policy,
            RecognizerSource recognizers,
            boolean overlays,
            boolean usRegions,
            boolean review,
            boolean dryRun,
            boolean acceptUnprocessed,
            boolean resume,
            OutputLayout layout,
            RedactionPolicy redaction,
            Optional<RedactionCsv> list,
            Optional<RegionStore> store,
            String user) {}

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
     * @throws IOException if the recogniser cannot be started or left-over part files cannot be
     *     removed
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        OutputWriter writer =
                new OutputWriter(
                        options.layout(),
                        found.files(),
                        options.redaction(),
                        options.acceptUnprocessed(),
                        options.resume());
        if (!options.dryRun()) {
            VerifiedOutput.sweep(options.layout().folder());
        }
        return new Batch(settings.jobs(), settings.progress(), settings.listener())
                .run("Anonymise", found, () -> new Step(writer, options.recognizers().open()));
    }

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
                FileResult result = anonymised(input, file);
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

        private FileResult anonymised(InputFile input, DicomFile file) throws IOException {
            List<Decision> decisions = decisions(input, file);
            if (options.dryRun()) {
                record(input, decisions);
                return writer.planned(input, file, decisions);
            }
            FileResult result =
                    writer.write(input, file, decisions, this::lookAgain, d -> record(input, d));
            if (result.outcome() == Outcome.NEEDS_REVIEW) {
                record(input, decisions); // so that a person finds the rectangles in the workbench
            }
            return result;
        }

        private List<Decision> decisions(InputFile input, DicomFile file) throws IOException {
            Optional<RegionStore> store = options.store();
            List<Decision> decisions = new ArrayList<>();
            if (store.isPresent()
                    && !options.review()
                    && KnownRegions.knows(store.get(), input.path())) {
                decisions.addAll(
                        KnownRegions.decisions(
                                store.get(), input.path(), options.policy().judge()));
            } else {
                decisions.addAll(scan.scan(file, options.overlays()));
            }
            if (options.usRegions()) {
                decisions.addAll(TextScan.outsideUltrasoundRegions(file));
            }
            return decisions;
        }

        private void record(InputFile input, List<Decision> decisions) throws IOException {
            if (options.store().isPresent()) {
                options.store()
                        .get()
                        .replace(
                                KnownRegions.nameOf(input.path()),
                                KnownRegions.rows(decisions, options.user()));
            }
        }

        private List<Decision> lookAgain(Path written, RedactionTargets targets)
                throws IOException {
            try (DicomFile copy = DicomFile.open(written)) {
                return scan.scan(copy, plane -> !targets.on(plane).isEmpty());
            }
        }

        @Override
        public void close() {
            recognizer.close();
        }
    }
}
