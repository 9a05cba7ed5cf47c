package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Plane;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.evaluate.Configuration;
import org.pixelanon.pipeline.evaluate.Evaluation;
import org.pixelanon.pipeline.evaluate.FoundText;
import org.pixelanon.pipeline.evaluate.ListedRectangles;
import org.pixelanon.pipeline.evaluate.PlaneSamples;
import org.pixelanon.pipeline.evaluate.ScoreSheet;
import org.pixelanon.pipeline.evaluate.Truth;
import org.pixelanon.pipeline.evaluate.TruthPlane;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/**
 * Compares what is found on files with their truth. Files without truth are not opened. Changes no
 * file.
 */
public final class EvaluateRun {

    private static final int BUFFER = 1 << 16;

    /**
     * What searches files.
     *
     * @param name what it is called in figures
     * @param recognizers makes a recogniser per worker
     * @param policies what judges the texts, by the name under which each is told: each sees the
     *     same texts; none if all that is found counts
     */
    public record Search(
            String name, RecognizerSource recognizers, Map<String, DecisionPolicy> policies) {

        /** Copies the map. */
        public Search {
            policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
        }

        private List<String> names() {
            return policies.isEmpty() ? List.of(name) : List.copyOf(policies.keySet());
        }
    }

    /**
     * What is compared.
     *
     * @param truth what stands where
     * @param searches what searches the files
     * @param lists rectangles that were found elsewhere
     * @param judged whether harmless texts are to be left as they are; else all are to be found
     * @param exactInk whether ink is what the truth says, where it does
     */
    public record Options(
            Truth truth,
            List<Search> searches,
            List<ListedRectangles> lists,
            boolean judged,
            boolean exactInk) {

        /** Copies the lists. */
        public Options {
            searches = List.copyOf(searches);
            lists = List.copyOf(lists);
        }
    }

    private final Options options;
    private final AtomicLongArray nanoseconds;
    private @Nullable ScoreSheet sheet;

    /**
     * Creates the use case.
     *
     * @param options what is compared
     */
    public EvaluateRun(Options options) {
        this.options = options;
        this.nanoseconds = new AtomicLongArray(options.searches().size());
    }

    /**
     * Compares.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file of which the truth tells
     * @throws IOException if a recogniser cannot be started, or the truth or a list tells of none
     *     of the files
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        Map<Path, String> problems = new LinkedHashMap<>(found.problems());
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (InputFile input : found.files()) {
            try {
                hashes.put(input.path(), hash(input.path()));
            } catch (IOException e) {
                problems.put(input.path(), FailureText.reason(e));
            }
        }
        Map<Path, List<TruthPlane>> planes = options.truth().match(hashes);
        if (planes.isEmpty()) {
            throw new PipelineException(
                    "the truth describes none of the " + found.files().size() + " inputs");
        }
        for (ListedRectangles list : options.lists()) {
            list.requireAny(hashes.keySet());
        }
        List<InputFile> known =
                found.files().stream().filter(f -> planes.containsKey(f.path())).toList();
        ScoreSheet scores =
                new ScoreSheet(
                        options.truth(),
                        planes,
                        configurations(),
                        options.judged(),
                        options.exactInk());
        sheet = scores;
        return Batch.reading(settings)
                .run(
                        "Evaluate",
                        new InputFiles.Found(known, problems),
                        () -> new Step(scores, planes));
    }

    /**
     * What came of the run.
     *
     * @param by the groups to tell; none for all that have more than one value
     * @return the figures
     */
    public Evaluation evaluation(List<String> by) {
        ScoreSheet scores = sheet;
        if (scores == null) {
            throw new IllegalStateException("nothing was compared yet");
        }
        return scores.end(by);
    }

    /**
     * How long each search took, all workers together.
     *
     * @return name to seconds
     */
    public Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (int i = 0; i < options.searches().size(); i++) {
            seconds.put(options.searches().get(i).name(), nanoseconds.get(i) / 1e9);
        }
        return seconds;
    }

    private List<Configuration> configurations() {
        List<Configuration> all = new ArrayList<>();
        for (Search search : options.searches()) {
            search.names().forEach(name -> all.add(new Configuration(name, true)));
        }
        options.lists().forEach(list -> all.add(new Configuration(list.name(), list.reads())));
        return all;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Hashes.hex(digest.digest());
    }

    private final class Step implements Batch.FileStep {

        private final ScoreSheet scores;
        private final Map<Path, List<TruthPlane>> planes;
        private final List<TextRecognizer> recognizers = new ArrayList<>();

        Step(ScoreSheet scores, Map<Path, List<TruthPlane>> planes) throws IOException {
            this.scores = scores;
            this.planes = planes;
            try {
                for (Search search : options.searches()) {
                    recognizers.add(search.recognizers().open());
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            List<TruthPlane> wanted = planes.getOrDefault(input.path(), List.of());
            try (DicomFile file = DicomFile.open(input.path())) {
                if (!recognizers.isEmpty()) {
                    InputChecks.requireComplete(file);
                }
                for (TruthPlane plane : wanted) {
                    compare(input.path(), file, plane);
                }
            } catch (IOException e) {
                wanted.stream().filter(p -> !scores.has(p)).forEach(p -> miss(input.path(), p));
                if (!recognizers.isEmpty()) {
                    throw e; // rectangles of a list need no file, a search does
                }
            }
            return Optional.of(FileResult.ended(input.path(), Outcome.CLEAN, ""));
        }

        private void compare(Path input, DicomFile file, TruthPlane plane) throws IOException {
            List<List<FoundText>> found = searched(file, plane.plane());
            found.addAll(listed(input, plane));
            String modality = file.attributes().getString(Tag.Modality).orElse("");
            scores.put(plane, samples(file, plane), modality, found);
        }

        /** Nothing was found there by a search; what lists say holds. */
        private void miss(Path input, TruthPlane plane) {
            List<List<FoundText>> found = new ArrayList<>();
            for (Search search : options.searches()) {
                search.names().forEach(name -> found.add(List.of()));
            }
            found.addAll(listed(input, plane));
            scores.put(plane, null, "", found);
            if (!recognizers.isEmpty()) {
                scores.fail(plane);
            }
        }

        private List<List<FoundText>> listed(Path input, TruthPlane plane) {
            return options.lists().stream().map(list -> list.on(input, plane.plane())).toList();
        }

        private List<List<FoundText>> searched(DicomFile file, Plane plane) throws IOException {
            List<List<FoundText>> found = new ArrayList<>();
            for (int i = 0; i < recognizers.size(); i++) {
                long start = System.nanoTime();
                List<RecognizedText> texts = recognizers.get(i).recognize(plane, file.views(plane));
                nanoseconds.addAndGet(i, System.nanoTime() - start);
                Map<String, DecisionPolicy> policies = options.searches().get(i).policies();
                if (policies.isEmpty()) {
                    found.add(texts.stream().map(t -> found(t, true)).toList());
                }
                for (DecisionPolicy policy : policies.values()) {
                    Identity identity = policy.identities().of(file);
                    List<Decision> decisions = policy.decide(texts, identity);
                    List<FoundText> judged = new ArrayList<>();
                    for (int k = 0; k < texts.size(); k++) {
                        boolean hides = decisions.get(k).verdict() == Verdict.REDACT;
                        judged.add(found(texts.get(k), hides));
                    }
                    found.add(judged);
                }
            }
            return found;
        }

        private static FoundText found(RecognizedText text, boolean hides) {
            return new FoundText(text.region().rectangle(), text.text(), hides);
        }

        /** None where they are not needed, or cannot be decoded: boxes are taken for ink then. */
        private @Nullable PlaneSamples samples(DicomFile file, TruthPlane plane) {
            if (!scores.needsSamples(plane)) {
                return null;
            }
            try {
                return PlaneSamples.of(file, plane.plane());
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void close() {
            recognizers.forEach(TextRecognizer::close);
        }
    }
}
