package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;
import org.pixelanon.model.SearchResult;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.database.StoredDecisions;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.pipeline.decide.RuleDecisions;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.decide.TextScan;
import org.pixelanon.pipeline.decide.UltrasoundDecisions;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.format.OcrCsv;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/** Finds, reads and judges the text of files and writes it to CSV and database; changes no file. */
public final class OcrRun {

    /**
     * What is searched and written.
     *
     * @param search how text is searched and judged
     * @param tags rectangles that are written because of what a file says about itself
     * @param exceptUsRegions whether text is left out that lies entirely within one rectangle
     *     outside the Sequence of Ultrasound Regions
     * @param rects whether each line of text gets a row of its own beside the summary of its plane
     * @param review whether files that the database knows are done again
     * @param csv where rows go; null for no list
     * @param database where rows go; null for no database
     */
    public record Options(
            SearchOptions search,
            TagSources tags,
            boolean exceptUsRegions,
            boolean rects,
            boolean review,
            @Nullable OcrCsv csv,
            @Nullable RunDatabase database) {}

    /** What the Python tool calls what told a form. */
    private static final String FORM = "scannedform";

    private final Options options;
    private final @Nullable RunDatabase database;

    /**
     * Creates the use case.
     *
     * @param options what is searched and written
     */
    public OcrRun(Options options) {
        this.options = options;
        this.database = options.database();
    }

    /**
     * Searches the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file, with what was found; NeedsReview if the file holds pictures that
     *     nobody looked at; nothing is written but rows
     * @throws IOException if the recogniser cannot be started
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        return Batch.searching(settings).run("OCR", found, () -> step(settings));
    }

    private static boolean isWithheldForm(Decision decision) {
        return decision.finding() instanceof Finding.OfForm && decision.verdict() == Verdict.REVIEW;
    }

    private Step step(RunSettings settings) throws IOException {
        FormSearch forms = options.search().forms().open();
        try {
            return new Step(options.search().recognizers().open(), forms, settings);
        } catch (IOException e) {
            forms.close();
            throw e;
        }
    }

    private final class Step implements Batch.FileStep {

        private final TextRecognizer recognizer;
        private final FormSearch forms;
        private final TextScan scan;
        private final RunSettings settings;

        Step(TextRecognizer recognizer, FormSearch forms, RunSettings settings) {
            this.settings = settings;
            this.recognizer = recognizer;
            this.forms = forms;
            this.scan = new TextScan(recognizer, options.search().policy(), forms);
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            if (database != null && !options.review() && database.knows(input.path())) {
                return Optional.of(
                        FileResult.searched(input.path(), SearchResult.ALREADY_KNOWN, 0, List.of())
                                .noting("already in the database (--review repeats the search)"));
            }
            Optional<DicomFile> opened = InputChecks.open(input);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                return Optional.of(settings.hashed(scanned(input, file), file));
            }
        }

        private FileResult scanned(InputFile input, DicomFile file) throws IOException {
            InputChecks.requireComplete(file);
            UltrasoundDecisions regions =
                    UltrasoundDecisions.of(
                            options.tags().usRegions() || options.exceptUsRegions(), file);
            List<Decision> us = regions.decisions();
            List<Decision> texts = new ArrayList<>(scan.scan(file, options.search().overlays()));
            if (options.exceptUsRegions()) {
                texts.removeIf(t -> us.stream().anyMatch(u -> covers(u, t)));
            }
            RuleDecisions rules = options.tags().ruled(file);
            List<String> unusable = rules.and(regions).unusable();
            List<Decision> all = new ArrayList<>(options.tags().usRegions() ? us : List.of());
            all.addAll(rules.decisions());
            all.addAll(texts);
            file.requireUnchanged(); // what was found must not be written down for another file
            OcrCsv csv = options.csv();
            if (csv != null) {
                DeviceTags device = DeviceTags.of(file.attributes());
                csv.write(input.path().toString(), device, rows(file, all));
            }
            FileResult result = result(input, file, all, texts, unusable);
            if (database != null) {
                boolean judged = options.search().policy().judge().judges();
                SeenPlanes.Part planes = TextScan.planes(file, options.search().overlays());
                database.replace(result, RunDatabase.SCANNED, all, judged, planes);
            }
            return result.noting(rules.notes())
                    .noting(regions.notes())
                    .noting(TextScan.notes(file));
        }

        private FileResult result(
                InputFile input,
                DicomFile file,
                List<Decision> all,
                List<Decision> texts,
                List<String> unusable)
                throws IOException {
            SearchResult found = DecisionPolicy.found(texts);
            List<Unprocessed> left = InputChecks.unprocessed(file);
            List<String> reasons = new ArrayList<>(unusable);
            InputChecks.withheld(left).ifPresent(reasons::add);
            long forms = texts.stream().filter(OcrRun::isWithheldForm).count();
            if (forms > 0) {
                reasons.add(forms == 1 ? "1 scanned form" : forms + " scanned forms");
            }
            FileResult result =
                    FileResult.searched(input.path(), found, file.planes().size(), all)
                            .noting(InputChecks.notes(file))
                            .leaving(left);
            if (reasons.isEmpty()) {
                return result;
            }
            if (found == SearchResult.WITH_SENSITIVE_TEXT) {
                reasons.add("sensitive text was found");
            }
            return result.withheld(String.join("; ", reasons));
        }

        private static boolean covers(Decision us, Decision text) {
            Region outside = us.finding().region();
            Region region = text.finding().region();
            PixelRectangle inner = region.rectangle();
            return region.scope() instanceof org.pixelanon.model.Plane plane
                    && outside.scope().covers(plane)
                    && outside.rectangle().contains(inner);
        }

        private List<OcrCsv.Row> rows(DicomFile file, List<Decision> decisions) throws IOException {
            Map<PlaneScope, List<Decision>> byPlane = new LinkedHashMap<>();
            for (PlaneGeometry geometry : file.planes()) {
                if (options.search().overlays() || geometry.plane() instanceof FramePlane) {
                    byPlane.put(geometry.plane(), new ArrayList<>());
                }
            }
            for (Decision decision : decisions) {
                byPlane.computeIfAbsent(decision.finding().region().scope(), s -> new ArrayList<>())
                        .add(decision);
            }
            List<OcrCsv.Row> rows = new ArrayList<>();
            for (Map.Entry<PlaneScope, List<Decision>> plane : byPlane.entrySet()) {
                planeRows(plane.getKey(), plane.getValue(), rows);
            }
            return rows;
        }

        private void planeRows(PlaneScope scope, List<Decision> decisions, List<OcrCsv.Row> rows) {
            StringBuilder all = new StringBuilder();
            List<Decision> texts = new ArrayList<>();
            for (Decision decision : decisions) {
                if (decision.finding() instanceof Finding.OfText found) {
                    all.append(found.text().text()).append(' ');
                    texts.add(decision);
                    if (options.rects()) {
                        rows.add(row(decision, found.text().recognizer(), found.text().text()));
                    }
                } else {
                    rows.add(row(decision, engine(decision.finding()), ""));
                }
            }
            boolean ofPlane = scope instanceof org.pixelanon.model.Plane;
            if (ofPlane) {
                rows.add(
                        new OcrCsv.Row(
                                InclusiveBox.summary(scope),
                                recognizer.name(),
                                all.toString().strip(),
                                options.search().policy().judge().judges() ? "allowlist" : "",
                                StoredDecisions.sensitive(texts)));
            }
        }

        private static String engine(Finding finding) {
            if (finding instanceof Finding.OfForm) {
                return FORM;
            }
            return finding instanceof Finding.OfRule ? "rules" : "ultrasoundregions";
        }

        private static OcrCsv.Row row(Decision decision, String engine, String text) {
            InclusiveBox box = InclusiveBox.of(decision.finding().region());
            return new OcrCsv.Row(
                    box,
                    engine,
                    text,
                    judgeName(decision.reason()),
                    StoredDecisions.sensitive(decision));
        }

        private static String judgeName(Reason reason) {
            return switch (reason.kind()) {
                case OWN_TAG -> "tags";
                case PATTERN -> "patterns";
                case DETECTOR -> reason.detail().split(":", 2)[0];
                case NOT_JUDGED -> "";
                case FORM -> FORM;
                case ULTRASOUND_REGION, REQUESTED, RULE -> "NONLP";
                default -> "allowlist";
            };
        }

        @Override
        public void close() {
            recognizer.close();
            forms.close();
        }
    }
}
