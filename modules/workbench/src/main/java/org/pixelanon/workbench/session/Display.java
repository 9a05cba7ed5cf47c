package org.pixelanon.workbench.session;

import java.util.EnumSet;
import java.util.Set;
import org.pixelanon.dicom.DisplayWindow;

/**
 * How planes are shown. Immutable.
 *
 * @param window which values are black and white
 * @param inverted whether black and white are exchanged
 * @param redacted whether rectangles to be blanked are shown blanked
 * @param hidden layers that are not drawn
 */
public record Display(DisplayWindow window, boolean inverted, boolean redacted, Set<Layer> hidden) {

    /** The display a session starts with: as the file asks for, nothing hidden. */
    public static final Display START =
            new Display(new DisplayWindow.OfFile(), false, false, Set.of());

    /** Copies the set. */
    public Display {
        hidden = Set.copyOf(hidden);
    }

    /**
     * The same with another window.
     *
     * @param other which values are black and white
     * @return the new display
     */
    public Display withWindow(DisplayWindow other) {
        return new Display(other, inverted, redacted, hidden);
    }

    /**
     * The same with black and white exchanged, or not.
     *
     * @param value whether they are
     * @return the new display
     */
    public Display withInverted(boolean value) {
        return new Display(window, value, redacted, hidden);
    }

    /**
     * The same with rectangles blanked, or not.
     *
     * @param value whether they are
     * @return the new display
     */
    public Display withRedacted(boolean value) {
        return new Display(window, inverted, value, hidden);
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
        return new Display(window, inverted, redacted, other);
    }

    /**
     * Tells whether a layer is drawn.
     *
     * @param layer the layer
     * @return true unless it is hidden
     */
    public boolean shows(Layer layer) {
        return !hidden.contains(layer);
    }
}
