package org.pixelanon.synth;

import java.util.List;
import org.pixelanon.model.Plane;

/**
 * A plane and all the text on it.
 *
 * @param plane an image frame or an overlay frame
 * @param width columns of the plane
 * @param height rows of the plane
 * @param texts every line of text, none of them overlaps another
 */
public record TruePlane(Plane plane, int width, int height, List<TrueText> texts) {

    /** Copies the list. */
    public TruePlane {
        texts = List.copyOf(texts);
    }
}
