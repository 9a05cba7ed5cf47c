package org.pixelanon.pipeline.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;

/**
 * What stands on one plane of a file.
 *
 * @param file the name of the file in the truth
 * @param sha256 its hash in hexadecimal digits; empty if the truth knows it by its name only
 * @param width columns; 0 if the truth does not say
 * @param height rows; 0 if the truth does not say
 * @param plane the frame or overlay plane
 * @param listed how much of what stands there is listed
 * @param boxes what stands there
 * @param traits what the truth says of it beside that
 */
public record TruthPlane(
        String file,
        String sha256,
        int width,
        int height,
        Plane plane,
        Listed listed,
        List<TruthBox> boxes,
        Map<String, String> traits) {

    /** How much of what stands on a plane is in its boxes. */
    public enum Listed {
        /** All text. */
        ALL,
        /** All text that must be hidden, and no other. */
        SENSITIVE,
        /** Some text. */
        SOME
    }

    /** Copies the collections; a plane has no more pixels than an array. */
    public TruthPlane {
        Math.multiplyExact(width, height);
        boxes = List.copyOf(boxes);
        traits = java.util.Collections.unmodifiableMap(new TreeMap<>(traits));
    }

    /**
     * A plane by its numbers.
     *
     * @param frame 0-based
     * @param group the even group number of an overlay; negative for the image
     * @return the plane
     */
    static Plane plane(int frame, int group) {
        return group < 0 ? new FramePlane(frame) : new OverlayPlane(group, frame);
    }

    /** Leaves the name out, which may tell of a patient. */
    @Override
    public String toString() {
        return sha256 + " " + plane + " " + boxes.size() + " texts";
    }
}
