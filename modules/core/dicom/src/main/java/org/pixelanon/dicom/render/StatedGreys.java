package org.pixelanon.dicom.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.ImageDescription;

/**
 * Every transformation from stored values to grey that a file states: each modality transformation
 * (DICOM PS3.3 C.11.1) with each window and table (C.11.2, C.11.8), and each of those with each
 * presentation table (C.11.4, C.11.6), at the top level, in the Softcopy VOI LUT Sequence, and in
 * shared and per-frame functional groups. Programs differ in which of them they use, so all count.
 * Thread-safe.
 */
final class StatedGreys {

    private final Attributes file;
    private final ImageDescription image;
    private final List<DoubleUnaryOperator> modalities;
    private final List<DoubleUnaryOperator> vois;
    private final List<DoubleUnaryOperator> presentations;
    private final Object lock = new Object();

    /** Made once, because transformations are told apart by identity where they are tables. */
    private @Nullable Set<DoubleUnaryOperator> common;

    StatedGreys(Attributes file, ImageDescription image) {
        this.file = file;
        this.image = image;
        List<Attributes> groups = file.getSequence(Tag.SharedFunctionalGroupsSequence);
        modalities = modalities(levels(groups, Tag.PixelValueTransformationSequence, true));
        List<Attributes> levels = levels(groups, Tag.FrameVOILUTSequence, true);
        levels.addAll(file.getSequence(Tag.SoftcopyVOILUTSequence));
        vois = vois(levels);
        presentations = new ArrayList<>();
        for (Attributes item : file.getSequence(Tag.PresentationLUTSequence)) {
            LookupTable.of(item).forEach(t -> presentations.add(t::present));
        }
    }

    /** One transformation after another. */
    private record Chain(DoubleUnaryOperator first, DoubleUnaryOperator second)
            implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double value) {
            return second.applyAsDouble(first.applyAsDouble(value));
        }
    }

    /**
     * A modality transformation that is a line.
     *
     * @param slope not 0
     * @param intercept what 0 becomes
     */
    private record Rescale(double slope, double intercept) implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double value) {
            return value * slope + intercept;
        }
    }

    /** Returns whether there may be anything for a frame. */
    boolean any(int frame) {
        return !modalities.isEmpty()
                || !vois.isEmpty()
                || !presentations.isEmpty()
                || !ofFrame(frame, Tag.FrameVOILUTSequence).isEmpty()
                || !ofFrame(frame, Tag.PixelValueTransformationSequence).isEmpty();
    }

    /**
     * What is stated for all frames.
     *
     * @param values the stored values of the file, always the same
     */
    Set<DoubleUnaryOperator> common(ValueRange values) {
        synchronized (lock) {
            Set<DoubleUnaryOperator> known = common;
            if (known == null) {
                known = makeCommon(values);
                common = known;
            }
            return known;
        }
    }

    private Set<DoubleUnaryOperator> makeCommon(ValueRange values) {
        if (!modalities.isEmpty()) {
            return chains(modalities, vois, values);
        }
        // windows mean rescaled values where each frame has a rescaling of its own
        return modalities(ofFrame(0, Tag.PixelValueTransformationSequence)).isEmpty()
                ? chains(List.of(new Rescale(1, 0)), vois, values)
                : Set.of();
    }

    /** What is stated for one frame beside {@link #common}. */
    Set<DoubleUnaryOperator> own(int frame, ValueRange values) {
        List<DoubleUnaryOperator> ownModalities =
                modalities(ofFrame(frame, Tag.PixelValueTransformationSequence));
        List<DoubleUnaryOperator> ownVois = vois(ofFrame(frame, Tag.FrameVOILUTSequence));
        if (ownModalities.isEmpty() && ownVois.isEmpty()) {
            return Set.of();
        }
        List<DoubleUnaryOperator> all = new ArrayList<>(ownModalities);
        all.addAll(modalities);
        if (all.isEmpty()) {
            all.add(new Rescale(1, 0));
        }
        Set<DoubleUnaryOperator> chains = chains(ownModalities, vois, values);
        chains.addAll(chains(all, ownVois, values));
        return chains;
    }

    private Set<DoubleUnaryOperator> chains(
            List<DoubleUnaryOperator> first, List<DoubleUnaryOperator> second, ValueRange values) {
        Set<DoubleUnaryOperator> greys = new LinkedHashSet<>();
        for (DoubleUnaryOperator modality : first) {
            for (DoubleUnaryOperator voi : second) {
                greys.add(new Chain(modality, voi));
            }
            if (!(modality instanceof Rescale) || !presentations.isEmpty()) {
                greys.add(new Chain(modality, values.spanOf(modality)));
            }
        }
        for (DoubleUnaryOperator grey : List.copyOf(greys)) {
            presentations.forEach(p -> greys.add(new Chain(grey, p)));
        }
        return greys;
    }

    private List<Attributes> ofFrame(int frame, int tag) {
        List<Attributes> groups = file.getSequence(Tag.PerFrameFunctionalGroupsSequence);
        return frame < groups.size() ? levels(List.of(groups.get(frame)), tag, false) : List.of();
    }

    private List<Attributes> levels(List<Attributes> groups, int tag, boolean topLevel) {
        List<Attributes> levels = new ArrayList<>();
        groups.forEach(g -> levels.addAll(g.getSequence(tag)));
        if (topLevel) {
            levels.add(file);
        }
        return levels;
    }

    private List<DoubleUnaryOperator> modalities(List<Attributes> levels) {
        Set<DoubleUnaryOperator> out = new LinkedHashSet<>();
        for (Attributes level : levels) {
            for (Attributes item : level.getSequence(Tag.ModalityLUTSequence)) {
                LookupTable.of(item).forEach(t -> out.add(t::map));
            }
            double slope = level.getDouble(Tag.RescaleSlope, 1);
            double intercept = level.getDouble(Tag.RescaleIntercept, 0);
            if (slope != 0
                    && (level.contains(Tag.RescaleSlope) || level.contains(Tag.RescaleIntercept))) {
                out.add(new Rescale(slope, intercept));
            }
        }
        return List.copyOf(out);
    }

    private List<DoubleUnaryOperator> vois(List<Attributes> levels) {
        Set<DoubleUnaryOperator> out = new LinkedHashSet<>();
        for (Attributes level : levels) {
            out.addAll(VoiWindow.of(level, image.floating()));
            for (Attributes item : level.getSequence(Tag.VOILUTSequence)) {
                LookupTable.of(item).forEach(t -> out.addAll(t.greys()));
            }
        }
        return List.copyOf(out);
    }
}
