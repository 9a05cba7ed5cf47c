package org.pixelanon.pipeline.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records the result for each plane of a truth under each configuration. A plane without record
 * counts as one on which nothing was found. Thread-safe.
 */
public final class ScoreSheet {

    private final Truth truth;
    private final Map<Path, List<TruthPlane>> inputs;
    private final List<Configuration> configurations;
    private final PlaneScorer scorer;
    private final Map<TruthPlane, List<PlaneScore>> scores = new IdentityHashMap<>();
    private final Set<TruthPlane> failed = Collections.newSetFromMap(new IdentityHashMap<>());
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
     * Returns whether the samples of a plane are needed.
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
        List<PlaneScore> row = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            boolean reads = configurations.get(i).reads();
            row.add(scorer.score(plane, samples, found.get(i), reads, groups));
        }
        synchronized (scores) {
            scores.put(plane, row);
            unknownInk += samples == null && needsSamples(plane) ? 1 : 0;
        }
    }

    /**
     * Takes down that a plane could not be searched.
     *
     * @param plane a plane of the truth
     */
    public void fail(TruthPlane plane) {
        synchronized (scores) {
            failed.add(plane);
        }
    }

    /**
     * Returns whether a plane was taken down.
     *
     * @param plane a plane of the truth
     * @return true if it was
     */
    public boolean has(TruthPlane plane) {
        synchronized (scores) {
            return scores.containsKey(plane);
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
        for (TruthPlane plane : truth.planes()) {
            if (present.containsKey(plane)) {
                List<PlaneScore> row = row(plane);
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(row.get(i));
                }
            }
        }
        int absent = truth.planes().size() - present.size();
        Evaluation.Counts counts =
                new Evaluation.Counts(present.size(), absent, failed.size(), unknownInk);
        return new Evaluation(counts, configurations, columns, present, scorer.judged(), by);
    }

    /** Of a plane that nobody took down, nothing was found. */
    private List<PlaneScore> row(TruthPlane plane) {
        List<PlaneScore> known;
        synchronized (scores) {
            known = scores.getOrDefault(plane, List.of());
        }
        if (!known.isEmpty()) {
            return known;
        }
        fail(plane);
        return configurations.stream()
                .map(c -> scorer.score(plane, null, List.of(), c.reads(), Groups.of(plane)))
                .toList();
    }
}
