package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.database.StoredDecisions;
import org.pixelanon.pipeline.decide.HighBitOverlays;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.MatchedRows;
import org.pixelanon.pipeline.output.DoneMarks;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.rules.RuleBook;

/** Blanks rectangles that people, lists, the database or tags name; looks for no text itself. */
public final class RedactRun {

    /**
     * Where rectangles come from; those of all sources are united.
     *
     * @param typed rectangles for every file
     * @param csv rectangles per file, of a list every row of which means one of the files; null
     *     without a list
     * @param database rectangles per file; each output is written down there; null without one
     * @param tags what is blanked because of what a file says about itself
     * @param removeHighBitOverlays whether overlays in high bits of the pixels are cleared entirely
     */
    public record Sources(
            List<Region> typed,
            @Nullable MatchedRows csv,
            @Nullable RunDatabase database,
            TagSources tags,
            boolean removeHighBitOverlays) {

        /** Copies the list. */
        public Sources {
            typed = List.copyOf(typed);
        }

        /**
         * The rectangles of the database alone.
         *
         * @param database knows the files
         * @return the sources
         */
        public static Sources of(RunDatabase database) {
            return new Sources(List.of(), null, database, TagSources.NONE, false);
        }

        private boolean onlyDatabase() {
            return database != null
                    && csv == null
                    && typed.isEmpty()
                    && tags.isEmpty()
                    && !removeHighBitOverlays;
        }
    }

    /**
     * What is blanked and written.
     *
     * @param sources where rectangles come from
     * @param judge releases rectangles whose text the allow-list knows
     * @param writing what is written
     */
    public record Options(Sources sources, SensitivityJudge judge, WritingOptions writing) {}

    /** Asks what is open in a file that is marked done. */
    private interface OpenCheck {
        Optional<OpenQuestions> of(RunDatabase database, DicomFile file, boolean ultrasound)
                throws IOException;
    }

    private final Options options;
    private final Sources sources;
    private final OpenCheck check;
    private final @Nullable MatchedRows csv;
    private final @Nullable RunDatabase database;

    /**
     * Creates the use case.
     *
     * @param options what is blanked
     */
    public RedactRun(Options options) {
        this(options, RunDatabase::open);
    }

    /**
     * Creates the use case for files that a person marked done, who was shown what rules suggest.
     *
     * @param options what is blanked
     * @param suggested the rules as they are now; a file is held back while nobody decided about
     *     what they suggest for it
     */
    public RedactRun(Options options, RuleBook suggested) {
        this(options, (known, file, regions) -> known.open(file, suggested, regions));
    }

    private RedactRun(Options options, OpenCheck check) {
        this.options = options;
        this.sources = options.sources();
        this.csv = sources.csv();
        this.database = sources.database();
        this.check = check;
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
        DoneMarks done = database == null ? DoneMarks.NONE : database::isDone;
        return new WritingRun(options.writing(), sources.tags(), done)
                .run("Redact", found, settings, Rectangles::new);
    }

    /** Decides by the rectangles that are named. */
    private final class Rectangles implements DecisionSource {

        /** What a list names is not a file that may be skipped, wherever it was met. */
        @Override
        public InputFile named(InputFile input) {
            boolean listed = csv != null && csv.names(input.path());
            return listed ? new InputFile(input.path(), input.below(), true) : input;
        }

        /** A file nobody looked at cannot be called clean. */
        @Override
        public Optional<FileResult> heldBack(InputFile input, DicomFile file) throws IOException {
            if (database == null) {
                return Optional.empty();
            }
            if (sources.onlyDatabase() && !database.knows(input.path())) {
                return Optional.of(
                        FileResult.ended(
                                input.path(),
                                Outcome.NEEDS_REVIEW,
                                "this file is not in the database"));
            }
            Optional<OpenQuestions> open = check.of(database, file, !sources.tags().usRegions());
            return open.filter(o -> !o.isEmpty()).map(o -> FileResult.heldBack(input.path(), o));
        }

        @Override
        public FileDecisions decide(InputFile input, DicomFile file, List<Decision> ruled)
                throws IOException {
            HighBitOverlays highBits =
                    sources.removeHighBitOverlays() ? HighBitOverlays.of(file) : null;
            if (highBits != null && highBits.refusal().isPresent()) {
                return new Named(file, List.of(), highBits);
            }
            List<Decision> decisions = namedFor(input);
            decisions.addAll(ruled);
            if (highBits != null) {
                decisions.addAll(highBits.decisions());
            }
            return new Named(file, decisions, highBits);
        }

        private List<Decision> namedFor(InputFile input) throws IOException {
            List<Decision> decisions = new ArrayList<>();
            sources.typed().forEach(region -> decisions.add(requested(region, "option")));
            List<ListedRectangle> listed = csv == null ? List.of() : csv.of(input.path());
            for (ListedRectangle row : listed) {
                decisions.add(
                        StoredDecisions.decision(
                                row.box(), row.text(), row.sensitive(), "csv", options.judge()));
            }
            if (database != null) {
                decisions.addAll(
                        StoredDecisions.decisions(database.rows(input.path()), options.judge()));
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

    /** What is named for a file; the database is told of its output. */
    private final class Named implements FileDecisions {

        private final DicomFile file;
        private final List<Decision> decisions;
        private final @Nullable HighBitOverlays highBits;

        Named(DicomFile file, List<Decision> decisions, @Nullable HighBitOverlays highBits) {
            this.file = file;
            this.decisions = decisions;
            this.highBits = highBits;
        }

        @Override
        public Optional<String> refusal() {
            return highBits == null ? Optional.empty() : highBits.refusal();
        }

        @Override
        public List<Decision> all() {
            return decisions;
        }

        @Override
        public void proven(FileResult result) throws IOException {
            if (database != null) {
                database.audit(result);
            }
        }

        @Override
        public FileResult noted(FileResult result, List<String> ruled) throws IOException {
            FileResult noted = result.noting(ruled);
            boolean written = result.output().isPresent();
            return annotated(highBits == null ? noted : noted.saying(highBits.words(written)));
        }

        /** Who decided about all planes is told if the file says that text is burned in. */
        private FileResult annotated(FileResult result) throws IOException {
            boolean done = database != null && database.isDone(file.path());
            boolean burnedIn =
                    DeviceTags.of(file.attributes()).burnedInAnnotation().strip().equals("YES");
            return done && burnedIn && result.outcome() == Outcome.CLEAN
                    ? result.saying("Burned In Annotation is YES, and nothing was blanked")
                    : result;
        }
    }
}
