package org.pixelanon.dicom.render;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.ImageDescription;

/**
 * From stored values to values for display: the modality and VOI transformations a file states
 * (DICOM PS3.3 C.11.1, C.11.2), in its top level or in functional groups. Immutable.
 */
final class GreyTransform {

    private final DoubleUnaryOperator modality;
    private final @Nullable DoubleUnaryOperator voi;
    private final DisplayWindow.@Nullable Linear stated;
    private final boolean floating;

    private GreyTransform(
            DoubleUnaryOperator modality,
            @Nullable DoubleUnaryOperator voi,
            DisplayWindow.@Nullable Linear stated,
            boolean floating) {
        this.floating = floating;
        this.modality = modality;
        this.voi = voi;
        this.stated = stated;
    }

    /** The transformations of one frame of a file. */
    static GreyTransform of(Attributes file, ImageDescription image, int frame) {
        Attributes rescale =
                functionalGroup(file, Tag.PixelValueTransformationSequence, frame).orElse(file);
        Attributes window = functionalGroup(file, Tag.FrameVOILUTSequence, frame).orElse(file);
        boolean negative = image.signed() || rescale.getDouble(Tag.RescaleIntercept, 0) < 0;
        return new GreyTransform(
                modality(rescale, image),
                voi(window, negative, image.floating()).orElse(null),
                stated(window).orElse(null),
                image.floating());
    }

    private static Optional<DisplayWindow.Linear> stated(Attributes a) {
        double center = a.getDouble(Tag.WindowCenter, Double.NaN);
        double width = a.getDouble(Tag.WindowWidth, Double.NaN);
        return Double.isFinite(center) && width > 0
                ? Optional.of(new DisplayWindow.Linear(center, width))
                : Optional.empty();
    }

    /** The window the file states, else the one that spans two stored values. */
    DisplayWindow.Linear start(double low, double high) {
        if (stated != null) {
            return stated;
        }
        double from = modality.applyAsDouble(low);
        double to = modality.applyAsDouble(high);
        double width = Math.min(Double.MAX_VALUE, Math.abs(to - from));
        boolean narrow = floating && width > 0;
        return new DisplayWindow.Linear(from / 2 + to / 2, narrow ? width : Math.max(1, width));
    }

    private static Optional<Attributes> functionalGroup(Attributes file, int tag, int frame) {
        List<Attributes> perFrame = file.getSequence(Tag.PerFrameFunctionalGroupsSequence);
        if (frame < perFrame.size()) {
            List<Attributes> items = perFrame.get(frame).getSequence(tag);
            if (!items.isEmpty()) {
                return Optional.of(items.get(0));
            }
        }
        return file.getSequence(Tag.SharedFunctionalGroupsSequence).stream()
                .flatMap(shared -> shared.getSequence(tag).stream())
                .findFirst();
    }

    private static DoubleUnaryOperator modality(Attributes a, ImageDescription image) {
        List<Attributes> tables = a.getSequence(Tag.ModalityLUTSequence);
        Optional<LookupTable> table =
                tables.isEmpty() ? Optional.empty() : LookupTable.of(tables.get(0), image.signed());
        if (table.isPresent()) {
            return table.get()::map;
        }
        double slope = a.getDouble(Tag.RescaleSlope, 1);
        double intercept = a.getDouble(Tag.RescaleIntercept, 0);
        return slope == 0 ? v -> v : v -> v * slope + intercept;
    }

    private static Optional<DoubleUnaryOperator> voi(
            Attributes a, boolean negative, boolean floating) {
        double center = a.getDouble(Tag.WindowCenter, Double.NaN);
        double width = a.getDouble(Tag.WindowWidth, Double.NaN);
        if (!Double.isNaN(center) && width > 0) {
            return Optional.of(new VoiWindow(center, width, VoiWindow.Function.of(a, floating)));
        }
        List<Attributes> tables = a.getSequence(Tag.VOILUTSequence);
        // C.11.2.1.1: the first mapped value is signed if the modality step can give negative ones
        return tables.isEmpty()
                ? Optional.empty()
                : LookupTable.of(tables.get(0), negative)
                        .map(t -> v -> t.map(v) * 255 / t.highest());
    }

    /** From stored value to grey by the window or table of the file, if it has one. */
    Optional<DoubleUnaryOperator> ofFile() {
        return Optional.ofNullable(voi).map(v -> s -> v.applyAsDouble(modality.applyAsDouble(s)));
    }

    /** From stored value to grey by a given window. */
    DoubleUnaryOperator linear(DisplayWindow.Linear window) {
        VoiWindow.Function function =
                floating ? VoiWindow.Function.LINEAR_EXACT : VoiWindow.Function.LINEAR;
        VoiWindow shown = new VoiWindow(window.center(), window.width(), function);
        return s -> shown.applyAsDouble(modality.applyAsDouble(s));
    }
}
