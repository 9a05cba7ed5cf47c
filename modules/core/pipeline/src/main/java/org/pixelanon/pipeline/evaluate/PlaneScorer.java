package org.pixelanon.pipeline.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.pipeline.evaluate.TruthPlane.Listed;

/**
 * Counts what rectangles cover of the ink of texts, and of what lies between them. Immutable.
 *
 * @param judged whether harmless texts were to be left as they are; else all were to be found
 * @param exactInk whether ink is what the truth says, where it does
 */
record PlaneScorer(boolean judged, boolean exactInk) {

    /** So many pixels around a text are no harm. */
    private static final int MARGIN = 4;

    /** Whether the samples of a plane are needed. */
    boolean needsSamples(TruthPlane plane) {
        return plane.boxes().stream().anyMatch(b -> !exactInk || b.ink().length == 0);
    }

    /**
     * Counts one plane.
     *
     * @param truth what stands there
     * @param samples its samples; null if they cannot be known, or are not needed
     * @param found the rectangles
     * @param reads whether what found them read text
     * @param groups what the plane is counted under
     */
    PlaneScore score(
            TruthPlane truth,
            @Nullable PlaneSamples samples,
            List<FoundText> found,
            boolean reads,
            Map<String, String> groups) {
        int width = truth.width() > 0 || samples == null ? truth.width() : samples.width();
        int height = truth.height() > 0 || samples == null ? truth.height() : samples.height();
        if (width < 1 || height < 1) {
            return unknown(truth, reads, groups);
        }
        boolean fits = samples != null && samples.width() == width && samples.height() == height;
        List<PixelRectangle> places =
                found.stream().filter(FoundText::hides).map(FoundText::rectangle).toList();
        Cover cover = Cover.of(width, height, places);
        Map<TruthBox, BoxScore.Reading> readings =
                reads ? Readings.of(truth.boxes(), found) : Map.of();
        List<BoxScore> boxes = new ArrayList<>();
        for (TruthBox box : truth.boxes()) {
            Optional<PixelRectangle> part = box.box().clip(width, height);
            if (part.isPresent()) {
                boolean[] ink = ink(box, part.get(), fits ? samples : null);
                boxes.add(
                        new BoxScore(
                                box,
                                part.get(),
                                judged && box.harmless(),
                                cover.share(part.get(), ink),
                                readings.get(box),
                                Groups.of(box)));
            }
        }
        boolean told = truth.listed() == Listed.ALL || truth.listed() == Listed.SENSITIVE && judged;
        if (!told) {
            return new PlaneScore(truth, boxes, places, -1, List.of(), groups);
        }
        boxes.forEach(box -> cover.clear(box.place().grow(MARGIN, MARGIN)));
        List<PixelRectangle> strays = places.stream().filter(cover::isMostlyLeft).toList();
        return new PlaneScore(truth, boxes, places, cover.share(), strays, groups);
    }

    private boolean[] ink(TruthBox box, PixelRectangle part, @Nullable PlaneSamples samples) {
        if (exactInk && box.ink().length > 0) {
            return Ink.exact(box, part);
        }
        return samples == null ? Ink.whole(part) : Ink.ofSamples(samples, part);
    }

    /** A plane of which nobody knows its size: nothing was found on it. */
    private PlaneScore unknown(TruthPlane truth, boolean reads, Map<String, String> groups) {
        Map<TruthBox, BoxScore.Reading> readings =
                reads ? Readings.of(truth.boxes(), List.of()) : Map.of();
        List<BoxScore> boxes =
                truth.boxes().stream()
                        .map(
                                b ->
                                        new BoxScore(
                                                b,
                                                b.box(),
                                                judged && b.harmless(),
                                                0,
                                                readings.get(b),
                                                Groups.of(b)))
                        .toList();
        return new PlaneScore(truth, boxes, List.of(), -1, List.of(), groups);
    }

    /** Which pixels rectangles cover. */
    private record Cover(int width, int height, boolean[] pixels) {

        static Cover of(int width, int height, List<PixelRectangle> places) {
            Cover cover = new Cover(width, height, new boolean[Math.multiplyExact(width, height)]);
            places.forEach(p -> cover.fill(p, true));
            return cover;
        }

        private void fill(PixelRectangle place, boolean value) {
            place.clip(width, height)
                    .ifPresent(
                            p -> {
                                for (int y = p.y(); y < p.bottom(); y++) {
                                    int row = y * width;
                                    Arrays.fill(pixels, row + p.x(), row + p.right(), value);
                                }
                            });
        }

        void clear(PixelRectangle place) {
            fill(place, false);
        }

        double share(PixelRectangle place, boolean[] ink) {
            int all = 0;
            int covered = 0;
            for (int y = 0; y < place.height(); y++) {
                for (int x = 0; x < place.width(); x++) {
                    if (ink[y * place.width() + x]) {
                        all++;
                        covered += pixels[(place.y() + y) * width + place.x() + x] ? 1 : 0;
                    }
                }
            }
            return covered / (double) Math.max(1, all);
        }

        double share() {
            int covered = 0;
            for (boolean pixel : pixels) {
                covered += pixel ? 1 : 0;
            }
            return covered / (double) pixels.length;
        }

        boolean isMostlyLeft(PixelRectangle place) {
            return place.clip(width, height).map(p -> share(p, Ink.whole(p)) > 0.5).orElse(false);
        }
    }
}
