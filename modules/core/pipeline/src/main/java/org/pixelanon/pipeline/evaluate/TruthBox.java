package org.pixelanon.pipeline.evaluate;

import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.PixelRectangle;

/**
 * One text that stands on a plane.
 *
 * @param box where; may reach beyond the plane
 * @param text what; empty if the truth does not say
 * @param harmless whether the truth says that it need not be hidden
 * @param traits what the truth says of it beside that, as {@code style} to {@code faint}
 * @param ink lengths of runs in the box, row by row without regard to row ends: ground, ink, ground
 *     and so on; empty if the truth does not say. Not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // runs are never compared
public record TruthBox(
        PixelRectangle box, String text, boolean harmless, Map<String, String> traits, int[] ink) {

    /** Copies the map, in the order of its keys. */
    public TruthBox {
        traits = java.util.Collections.unmodifiableMap(new TreeMap<>(traits));
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return box + " " + traits;
    }
}
