package org.pixelanon.dicom.pixel;

import java.util.function.DoubleUnaryOperator;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;

/**
 * Which samples of a floating point image are not part of it: NaN, infinities, and the padding that
 * the file states (DICOM PS3.3 C.7.5.1.1.2). Immutable.
 *
 * @param from lowest padding value
 * @param to highest padding value, below from if there is no padding
 */
public record FloatPadding(double from, double to) {

    /** What a file states of the padding of its floating point samples. */
    public static FloatPadding of(Attributes file, ImageDescription image) {
        boolean wide = image.pixelTag() == Tag.DoubleFloatPixelData;
        double value =
                file.getDouble(
                        wide ? Tag.DoubleFloatPixelPaddingValue : Tag.FloatPixelPaddingValue,
                        Double.NaN);
        if (Double.isNaN(value)) {
            return new FloatPadding(1, 0);
        }
        double limit =
                file.getDouble(
                        wide
                                ? Tag.DoubleFloatPixelPaddingRangeLimit
                                : Tag.FloatPixelPaddingRangeLimit,
                        value);
        return new FloatPadding(Math.min(value, limit), Math.max(value, limit));
    }

    /** Returns whether a sample is part of the image. */
    public boolean isShown(double value) {
        return Double.isFinite(value) && !(value >= from && value <= to);
    }

    /**
     * The same transformation with black for what is not part of the image.
     *
     * @param inverted whether the highest grey level will be black
     */
    public DoubleUnaryOperator black(DoubleUnaryOperator grey, boolean inverted) {
        double black = inverted ? 255 : 0;
        return value -> isShown(value) ? grey.applyAsDouble(value) : black;
    }
}
