package org.pixelanon.review;

import java.util.EnumSet;
import java.util.Set;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.review.item.Layer;

/**
 * How planes are shown. Immutable.
 *
 * @param window the values shown as black and white
 * @param inverted whether black and white are exchanged
 * @param redacted whether rectangles to be blanked are shown as blanked
 * @param hidden layers that are not drawn
 * @param projection the projection of all frames, if any
 */
public record Display(
        DisplayWindow window,
        boolean inverted,
        boolean redacted,
        Set<Layer> hidden,
        Projection projection) {

    /** The initial display: as stated in the file, nothing hidden. */
    public static final Display START =
            new Display(new DisplayWindow.OfFile(), false, false, Set.of(), Projection.NONE);

    /** Copies the set. */
    public Display {
        hidden = Set.copyOf(hidden);
    }

    /**
     * The same with another window.
     *
     * @param other the values shown as black and white
     * @return the new display
     */
    public Display withWindow(DisplayWindow other) {
        return new Display(other, inverted, redacted, hidden, projection);
    }

    /**
     * The same with black and white exchanged, or not.
     *
     * @param value whether they are
     * @return the new display
     */
    public Display withInverted(boolean value) {
        return new Display(window, value, redacted, hidden, projection);
    }

    /**
     * The same with rectangles blanked, or not.
     *
     * @param value whether they are
     * @return the new display
     */
    public Display withRedacted(boolean value) {
        return new Display(window, inverted, value, hidden, projection);
    }

    /**
     * The same with another projection.
     *
     * @param other the projection
     * @return the new display
     */
    public Display withProjection(Projection other) {
        return new Display(window, inverted, redacted, hidden, other);
    }

    /**
     * The same with a layer shown or hidden.
     *
     * @param layer the layer
     * @param shown whether it is drawn
     * @return the new display
     */
    public Display withLayer(Layer layer, boolean shown) {
        EnumSet<Layer> other = EnumSet.noneOf(Layer.class);
        other.addAll(hidden);
        if (shown) {
            other.remove(layer);
        } else {
            other.add(layer);
        }
        return new Display(window, inverted, redacted, other, projection);
    }

    /**
     * The same with only one layer, or with all if it is already the only one.
     *
     * @param layer the layer
     * @return the new display
     */
    public Display withOnly(Layer layer) {
        Set<Layer> others = EnumSet.complementOf(EnumSet.of(layer));
        Set<Layer> other = hidden.equals(others) ? Set.of() : others;
        return new Display(window, inverted, redacted, other, projection);
    }

    /**
     * Returns whether a layer is drawn.
     *
     * @param layer the layer
     * @return true unless it is hidden
     */
    public boolean shows(Layer layer) {
        return !hidden.contains(layer);
    }
}
