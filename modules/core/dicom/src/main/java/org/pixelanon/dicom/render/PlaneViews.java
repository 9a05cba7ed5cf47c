package org.pixelanon.dicom.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.FloatPadding;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.pixel.Pixels;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;

/**
 * Renders planes: first with windows common to all frames of a file, so that what does not move
 * stays the same in the views, then with those needed for a single frame. Thread-safe.
 */
public final class PlaneViews {

    private final Path path;
    private final Attributes dataSet;
    private final Pixels pixels;
    private final Object lock = new Object();
    private @Nullable ValueRange range;
    private @Nullable Palette palette;
    private @Nullable StatedGreys stated;
    private boolean colourless;
    private @Nullable List<DoubleUnaryOperator> greys;

    public PlaneViews(Path path, Attributes dataSet, Pixels pixels) {
        this.path = path;
        this.dataSet = dataSet;
        this.pixels = pixels;
    }

    /** Draws a plane for the eye. */
    public PlaneImage render(Plane plane, DisplayWindow window) throws IOException {
        if (plane instanceof OverlayPlane overlay) {
            return overlay(overlay);
        }
        Frame frame = pixels.frame(plane.index());
        if (window instanceof DisplayWindow.Undescribed which) {
            List<PlaneImage> all = pixels.undescribed(plane.index(), frame);
            return all.isEmpty()
                    ? FrameRenderer.overlay(frame.columns(), frame.rows(), empty(frame))
                    : all.get(which.number() % all.size());
        }
        return isGrey(frame) ? grey(frame, grey(window, plane.index())) : color(frame);
    }

    private static byte[] empty(Frame frame) {
        return new byte[frame.columns() * frame.rows()];
    }

    /** The images of a plane in which text is to be searched. */
    public List<PlaneImage> views(Plane plane) throws IOException {
        if (plane instanceof OverlayPlane overlay) {
            return List.of(overlay(overlay));
        }
        int index = ((FramePlane) plane).index();
        Frame frame = pixels.frame(index);
        List<PlaneImage> out = new ArrayList<>(ofSamples(frame, index));
        out.addAll(pixels.undescribed(index, frame));
        return out;
    }

    private List<PlaneImage> ofSamples(Frame frame, int index) throws IOException {
        if (!isGrey(frame)) {
            return colors(frame, index);
        }
        List<PlaneImage> out = new ArrayList<>();
        for (DoubleUnaryOperator grey : greys()) {
            out.add(grey(frame, grey));
        }
        if (frame.floating()) {
            addFloating(frame, out);
        } else {
            long[] own = ValueRange.range(frame);
            if (isClipped(own[0], own[1])) {
                out.add(grey(frame, VoiWindow.between(own[0], own[1])));
            }
        }
        for (DoubleUnaryOperator grey : further(frame, index)) {
            out.add(grey(frame, grey));
        }
        colored(frame).ifPresent(out::add);
        return out;
    }

    /**
     * A colour frame as it is, and by the windows that the file states although they are meant for
     * grey: there are programs that heed them.
     */
    private List<PlaneImage> colors(Frame frame, int index) throws IOException {
        PlaneImage plain = color(frame);
        boolean palette = frame.photometric() == PhotometricInterpretation.PALETTE_COLOR;
        if (palette || !stated().any(index)) {
            return List.of(plain);
        }
        boolean stored =
                frame.photometric() == PhotometricInterpretation.RGB && !frame.isPlainBytes();
        ValueRange values = stored ? exact(frame) : ValueRange.ofBytes(plain.samples());
        // luminance of more than 8 bits has been brought to 8
        double scale = stored ? 1 : (Math.pow(2, frame.bitsStored()) - 1) / 255;
        ShownContrasts views = new ShownContrasts(values);
        views.choose(stored ? fullRange() : v -> v);
        Set<DoubleUnaryOperator> candidates = new LinkedHashSet<>(stated().common(values));
        candidates.addAll(stated().own(index, values));
        List<PlaneImage> out = new ArrayList<>(List.of(plain));
        for (DoubleUnaryOperator candidate : candidates) {
            DoubleUnaryOperator shown = v -> candidate.applyAsDouble(v * scale);
            if (views.chooseIfNew(shown)) {
                out.add(
                        stored
                                ? FrameRenderer.color(frame, shown)
                                : FrameRenderer.mapped(plain, shown));
            }
        }
        return out;
    }

    /**
     * A grey frame with the colours that a Supplemental Palette Color Lookup Table (DICOM PS3.3
     * C.7.6.19) gives the values from its first one on; empty if there is none or the frame has no
     * such value.
     */
    private Optional<PlaneImage> colored(Frame frame) throws IOException {
        Optional<Palette> colours = frame.floating() ? Optional.empty() : supplemental();
        return colours.isEmpty() || ValueRange.range(frame)[1] < colours.get().firstMapped()
                ? Optional.empty()
                : Optional.of(colours.get().over(frame, grey(frame, fullRange())));
    }

    private Optional<Palette> supplemental() throws IOException {
        synchronized (lock) {
            if (!dataSet.contains(Tag.RedPaletteColorLookupTableDescriptor) || colourless) {
                return Optional.empty();
            }
            try {
                return Optional.of(palette());
            } catch (DicomException e) {
                colourless = true; // tables that cannot be read colour nothing, in any program
                return Optional.empty();
            }
        }
    }

    /** Every value of a frame that is part of the image. */
    private ValueRange exact(Frame frame) {
        return frame.floating() ? FloatRange.exact(frame, padding()) : ValueRange.of(frame);
    }

    private PlaneImage grey(Frame frame, DoubleUnaryOperator grey) {
        boolean inverted = frame.photometric() == PhotometricInterpretation.MONOCHROME1;
        DoubleUnaryOperator shown = frame.floating() ? padding().black(grey, inverted) : grey;
        return FrameRenderer.grey(frame, shown, inverted);
    }

    /**
     * Adds what the common views may hide: a floating frame may use a range of its own, values far
     * from all others, or letters of samples that are no part of the image.
     */
    private void addFloating(Frame frame, List<PlaneImage> out) throws IOException {
        FloatPadding padding = padding();
        ValueRange own = FloatRange.of(frame, padding);
        List<DoubleUnaryOperator> drawn = new ArrayList<>(greys());
        DoubleUnaryOperator full = VoiWindow.between(own.low(), own.high());
        for (DoubleUnaryOperator further : List.of(full, own.trimmed(), own.ranks())) {
            boolean clipped = further == full && isClipped(own.low(), own.high());
            if (clipped || drawn.stream().allMatch(own::isCrushedBy)) {
                drawn.add(further);
                out.add(grey(frame, further));
            }
        }
        FloatRange.silhouette(frame, padding)
                .ifPresent(others -> out.add(FrameRenderer.grey(frame, others, false)));
    }

    private FloatPadding padding() {
        return FloatPadding.of(dataSet, pixels.image().orElseThrow());
    }

    /** The window that a grey image is first shown with; empty for colour. */
    public Optional<DisplayWindow.Linear> startWindow() throws IOException {
        Optional<ImageDescription> image = pixels.image();
        boolean grey = image.isPresent() && image.get().photometric().isGrey();
        if (!grey) {
            return Optional.empty();
        }
        ValueRange r = range();
        return Optional.of(GreyTransform.of(dataSet, image.get(), 0).start(r.low(), r.high()));
    }

    private static boolean isGrey(Frame frame) {
        return frame.photometric().isGrey();
    }

    private PlaneImage overlay(OverlayPlane plane) throws IOException {
        byte[] bits = pixels.overlay(plane);
        OverlayDescription overlay =
                pixels.overlays().stream()
                        .filter(o -> o.group() == plane.group())
                        .findFirst()
                        .orElseThrow();
        return FrameRenderer.overlay(overlay.columns(), overlay.rows(), bits);
    }

    private PlaneImage color(Frame frame) throws IOException {
        if (frame.photometric() == PhotometricInterpretation.PALETTE_COLOR) {
            return new PlaneImage(frame.columns(), frame.rows(), 3, palette().apply(frame));
        }
        if (frame.isPlainBytes()) {
            return FrameRenderer.color(frame, DoubleUnaryOperator.identity());
        }
        if (frame.photometric().isYbr()) {
            // stretching would shift the zero of chrominance
            double scale = 255 / (Math.pow(2, frame.bitsStored()) - 1);
            return FrameRenderer.color(frame, v -> v * scale);
        }
        return FrameRenderer.color(frame, fullRange());
    }

    private DoubleUnaryOperator fullRange() throws IOException {
        ValueRange r = range();
        return VoiWindow.between(r.low(), r.high());
    }

    private DoubleUnaryOperator grey(DisplayWindow window, int index) throws IOException {
        ImageDescription image = pixels.image().orElseThrow();
        GreyTransform transform = GreyTransform.of(dataSet, image, index);
        if (window instanceof DisplayWindow.Linear linear) {
            return transform.linear(linear);
        }
        if (window instanceof DisplayWindow.Stated s) {
            List<DoubleUnaryOperator> all = statedGreys();
            return all.isEmpty() ? fullRange() : all.get(s.number() % all.size());
        }
        if (window instanceof DisplayWindow.Percentiles p) {
            ValueRange r = range();
            return VoiWindow.between(r.percentile(p.low()), r.percentile(p.high()));
        }
        Optional<DoubleUnaryOperator> stated =
                window instanceof DisplayWindow.OfFile ? transform.ofFile() : Optional.empty();
        return stated.isPresent() ? stated.get() : fullRange();
    }

    /** How many windows can be chosen; none where the only one is the one shown first. */
    public int statedWindows() throws IOException {
        Optional<ImageDescription> image = pixels.image();
        if (image.isEmpty() || !image.get().photometric().isGrey()) {
            return 0;
        }
        int all = statedGreys().size();
        boolean shown = GreyTransform.of(dataSet, image.get(), 0).ofFile().isPresent();
        return all == 1 && shown ? 0 : all;
    }

    private List<DoubleUnaryOperator> statedGreys() throws IOException {
        Set<DoubleUnaryOperator> common = stated().common(range());
        return greys().stream().filter(common::contains).toList();
    }

    /** The transformations of the views, chosen once for all frames. */
    private List<DoubleUnaryOperator> greys() throws IOException {
        synchronized (lock) {
            List<DoubleUnaryOperator> known = greys;
            if (known == null) {
                known = chooseGreys();
                greys = known;
            }
            return known;
        }
    }

    private List<DoubleUnaryOperator> chooseGreys() throws IOException {
        ValueRange r = range();
        ShownContrasts views = new ShownContrasts(r);
        views.choose(fullRange());
        views.chooseIfMuchDifferent(VoiWindow.between(r.percentile(1), r.percentile(99)));
        stated().common(r).forEach(views::chooseIfNew);
        return views.chosen();
    }

    private StatedGreys stated() {
        synchronized (lock) {
            StatedGreys known = stated;
            if (known == null) {
                known = new StatedGreys(dataSet, pixels.image().orElseThrow());
                stated = known;
            }
            return known;
        }
    }

    /**
     * What the file states and the common views do not show of one frame: its own transformations,
     * and the common ones for values that no frame has that was looked at before.
     */
    private List<DoubleUnaryOperator> further(Frame frame, int index) throws IOException {
        ValueRange r = range();
        Set<DoubleUnaryOperator> candidates = new LinkedHashSet<>(stated().own(index, r));
        boolean known = r.isOfAll(pixels.image().orElseThrow().frames());
        if (!known) {
            candidates.addAll(stated().common(r));
        }
        greys().forEach(candidates::remove);
        if (candidates.isEmpty()) {
            return List.of();
        }
        ValueRange values = exact(frame);
        if (!known && r.covers(values)) {
            candidates.removeAll(stated().common(r));
        }
        ShownContrasts views = new ShownContrasts(values);
        greys().forEach(views::choose);
        return candidates.stream().filter(views::chooseIfNew).toList();
    }

    /** Returns whether the common windows would clip a frame of such a range by a sixteenth. */
    private boolean isClipped(double low, double high) throws IOException {
        ValueRange r = range();
        double slack = (r.high() - r.low()) / 16;
        return low < r.low() - slack || high > r.high() + slack;
    }

    private ValueRange range() throws IOException {
        synchronized (lock) {
            ValueRange known = range;
            if (known == null) {
                ImageDescription image = pixels.image().orElseThrow();
                known =
                        image.floating()
                                ? FloatRange.of(pixels::frame, image.frames(), padding())
                                : ValueRange.of(pixels::frame, image.frames());
                range = known;
            }
            return known;
        }
    }

    private Palette palette() throws IOException {
        synchronized (lock) {
            Palette known = palette;
            if (known == null) {
                boolean signed = pixels.image().orElseThrow().signed();
                known = Palette.of(path, dataSet, signed);
                palette = known;
            }
            return known;
        }
    }
}
