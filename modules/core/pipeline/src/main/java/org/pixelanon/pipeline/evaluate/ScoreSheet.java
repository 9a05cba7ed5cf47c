package org.pixelanon.pipeline.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what became of each plane of a truth under each configuration. A plane that nobody
 * took down counts as one on which nothing was found. Thread-safe.
 */
public final class ScoreSheet {

    /**
     * One of the things that are compared.
     *
     * @param name its name
     * @param reads whether it reads text
     */
    public record Configuration(String name, boolean reads) {}

    private final Truth truth;
    private final Map<Path, List<TruthPlane>> inputs;
    private final List<Configuration> configurations;
    private final PlaneScorer scorer;
    private final Map<TruthPlane, @Nullable PlaneScore[]> scores = new IdentityHashMap<>();
    private int unknownInk;

    /**
     * Begins without scores.
     *
     * @param truth what stands where
     * @param inputs the planes of each input that is there
     * @param configurations what is compared
     * @param judged whether harmless texts were to be left as they are; else all were to be found
     * @param exactInk whether ink is what the truth says, where it does
     */
    public ScoreSheet(
            Truth truth,
            Map<Path, List<TruthPlane>> inputs,
            List<Configuration> configurations,
            boolean judged,
            boolean exactInk) {
        this.truth = truth;
        this.inputs = Map.copyOf(inputs);
        this.configurations = List.copyOf(configurations);
        this.scorer = new PlaneScorer(judged, exactInk);
    }

    /**
     * Tells whether the samples of a plane are needed.
     *
     * @param plane a plane of the truth
     * @return false if the truth says which pixels are ink, and how large the plane is
     */
    public boolean needsSamples(TruthPlane plane) {
        return scorer.needsSamples(plane) || plane.width() < 1 || plane.height() < 1;
    }

    /**
     * Takes a plane down.
     *
     * @param plane a plane of the truth
     * @param samples its samples; null if they cannot be known, or are not needed
     * @param modality the modality of the file; empty if it says none
     * @param found what each configuration found, in their order
     */
    public void put(
            TruthPlane plane,
            @Nullable PlaneSamples samples,
            String modality,
            List<List<FoundText>> found) {
        Map<String, String> groups = Groups.of(plane);
        if (!modality.isEmpty()) {
            groups.putIfAbsent("modality", modality);
        }
        @Nullable PlaneScore[] row = new PlaneScore[configurations.size()];
        for (int i = 0; i < row.length; i++) {
            boolean reads = configurations.get(i).reads();
            row[i] = scorer.score(plane, samples, found.get(i), reads, groups);
        }
        synchronized (scores) {
            scores.put(plane, row);
            unknownInk += samples == null && needsSamples(plane) ? 1 : 0;
        }
    }

    /**
     * What came of it.
     *
     * @param by the groups to tell; none for all that have more than one value
     * @return the figures
     */
    public Evaluation end(List<String> by) {
        Map<TruthPlane, Path> present = new IdentityHashMap<>();
        inputs.forEach((path, planes) -> planes.forEach(plane -> present.put(plane, path)));
        List<List<PlaneScore>> columns = new ArrayList<>();
        configurations.forEach(c -> columns.add(new ArrayList<>()));
        int failed = 0;
        for (TruthPlane plane : truth.planes()) {
            if (!present.containsKey(plane)) {
                continue;
            }
            @Nullable PlaneScore[] row = scores.get(plane);
            failed += row == null ? 1 : 0;
            for (int i = 0; i < columns.size(); i++) {
                PlaneScore score = row == null ? null : row[i];
                columns.get(i).add(score == null ? missed(plane, i) : score);
            }
        }
        int absent = truth.planes().size() - present.size();
        Evaluation.Counts counts =
                new Evaluation.Counts(present.size(), absent, failed, unknownInk);
        return new Evaluation(counts, configurations, columns, present, scorer.judged(), by);
    }

    private PlaneScore missed(TruthPlane plane, int configuration) {
        boolean reads = configurations.get(configuration).reads();
        return scorer.score(plane, null, List.of(), reads, Groups.of(plane));
    }
}
