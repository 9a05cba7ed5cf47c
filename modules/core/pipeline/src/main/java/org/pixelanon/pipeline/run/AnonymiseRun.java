package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.database.StoredDecisions;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.decide.TextScan;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.DoneMarks;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.output.SecondLook;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/** The main job: finds text, decides, blanks, proves, searches again, publishes. */
public final class AnonymiseRun {

    /**
     * What is done.
     *
     * @param search how text is searched and judged
     * @param review whether files that the database knows are searched again
     * @param tags what is blanked because of what a file says about itself
     * @param writing what is written; in a dry run rows are written all the same
     * @param database where rectangles are read and written; null for nowhere
     */
    public record Options(
            SearchOptions search,
            boolean review,
            TagSources tags,
            WritingOptions writing,
            @Nullable RunDatabase database) {}

    private final Options options;
    private final @Nullable RunDatabase database;

    /**
     * Creates the use case.
     *
     * @param options what is done
     */
    public AnonymiseRun(Options options) {
        this.options = options;
        this.database = options.database();
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
        DoneMarks done = database == null ? DoneMarks.NONE : database::isDone;
        return new WritingRun(options.writing(), options.tags(), done)
                .run("Anonymise", found, settings, this::search);
    }

    /**
     * Works through some of the files of a job whose places were planned for all of them.
     *
     * @param files the files
     * @param places where outputs go
     * @param settings how the run is carried out
     * @param taker takes what becomes of each file
     * @throws IOException if the recogniser cannot be started, or a result not be taken
     */
    public void each(
            List<InputFile> files, OutputPlaces places, RunSettings settings, ResultTaker taker)
            throws IOException {
        stream(
                new WritingRun.Stream(
                        files.size(),
                        Batch.listed(files),
                        (file, result) -> taker.take(file.file(), result),
                        places),
                settings);
    }

    /** Works through files of which no more are held than are processed. */
    void stream(WritingRun.Stream files, RunSettings settings) throws IOException {
        DoneMarks done = database == null ? DoneMarks.NONE : database::isDone;
        new WritingRun(options.writing(), options.tags(), done)
                .stream("Anonymise", files, settings, this::search);
    }

    private Search search() throws IOException {
        FormSearch forms = options.search().forms().open();
        try {
            return new Search(options.search().recognizers().open(), forms);
        } catch (IOException e) {
            forms.close();
            throw e;
        }
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
            boolean search,
            List<StoredRow> rows,
            List<Decision> decisions,
            SeenPlanes.Part searched) {}

    /** Decides by what a search finds, and by what the database knows. */
    private final class Search implements DecisionSource {

        private final TextRecognizer recognizer;
        private final FormSearch forms;
        private final TextScan scan;

        Search(TextRecognizer recognizer, FormSearch forms) {
            this.recognizer = recognizer;
            this.forms = forms;
            this.scan = new TextScan(recognizer, options.search().policy(), forms);
        }

        /** Of a file that is searched now everything is decided; else its rows alone speak. */
        @Override
        public Optional<FileResult> heldBack(InputFile input, DicomFile file) throws IOException {
            return database != null && !options.review() && database.knows(input.path())
                    ? database.open(file, !options.tags().usRegions())
                            .filter(o -> !o.isEmpty())
                            .map(o -> FileResult.heldBack(input.path(), o))
                    : Optional.empty();
        }

        @Override
        public FileDecisions decide(InputFile input, DicomFile file, List<Decision> ruled)
                throws IOException {
            Known known = known(input, file);
            List<Decision> decisions = new ArrayList<>(known.decisions());
            Identity identity = options.search().policy().identities().of(file);
            if (known.search()) {
                boolean overlays = options.search().overlays();
                List<Decision> found =
                        scan.scan(
                                file,
                                plane -> overlays || !(plane instanceof OverlayPlane),
                                identity);
                decisions.addAll(StoredDecisions.heed(known.rows(), found));
            }
            decisions.addAll(ruled);
            return new Searched(scan, known, file, identity, decisions);
        }

        private Known known(InputFile input, DicomFile file) throws IOException {
            SeenPlanes.Part planes = TextScan.planes(file, options.search().overlays());
            if (database == null || !database.knows(input.path())) {
                return new Known(true, List.of(), List.of(), planes);
            }
            List<StoredRow> rows = database.rows(input.path());
            boolean search = options.review();
            List<StoredRow> valid =
                    search ? rows.stream().filter(r -> r.author() != Author.SCAN).toList() : rows;
            return new Known(
                    search,
                    rows,
                    StoredDecisions.decisions(valid, options.search().policy().judge()),
                    planes);
        }

        @Override
        public void close() {
            recognizer.close();
            forms.close();
        }
    }

    /** What was decided about a file; the database is told of it. */
    private final class Searched implements FileDecisions {

        private final TextScan scan;
        private final Known known;
        private final DicomFile file;
        private final Identity identity;
        private final List<Decision> decisions;

        Searched(
                TextScan scan,
                Known known,
                DicomFile file,
                Identity identity,
                List<Decision> decisions) {
            this.scan = scan;
            this.known = known;
            this.file = file;
            this.identity = identity;
            this.decisions = decisions;
        }

        @Override
        public List<Decision> all() {
            return decisions;
        }

        @Override
        public SecondLook secondLook() {
            return this::lookAgain;
        }

        private List<Decision> lookAgain(Path written, RedactionTargets targets)
                throws IOException {
            try (DicomFile copy = DicomFile.open(written)) {
                // its path, and maybe its UIDs, are no longer those that a list of identities names
                return StoredDecisions.heed(known.rows(), scan.scanAgain(copy, targets, identity));
            }
        }

        @Override
        public void planned(FileResult result) throws IOException {
            record(result, RunDatabase.SCANNED);
        }

        @Override
        public void proven(FileResult result) throws IOException {
            record(result, result.outcome().label());
        }

        /** So that a person finds the rectangles in the workbench. */
        @Override
        public void withheld(FileResult result) throws IOException {
            record(result, result.outcome().label());
        }

        private void record(FileResult result, String outcome) throws IOException {
            if (database == null) {
                return;
            }
            Set<Decision> stored = Collections.newSetFromMap(new IdentityHashMap<>());
            stored.addAll(known.decisions());
            List<Decision> found =
                    result.decisions().stream().filter(d -> !stored.contains(d)).toList();
            if (known.search() && result.outcome() != Outcome.FAILED) {
                boolean judged = options.search().policy().judge().judges();
                database.replace(result, outcome, found, judged, known.searched());
            } else {
                database.append(result, outcome, found);
            }
        }

        @Override
        public FileResult noted(FileResult result, List<String> ruled) throws IOException {
            List<String> searched = known.search() ? TextScan.notes(file) : List.of();
            FileResult noted = result.noting(searched).noting(ruled);
            return options.search().overlays() || file.overlays().isEmpty()
                    ? noted
                    : noted.noting("overlay planes were not searched (--no-overlays)");
        }
    }
}
