package org.pixelanon.review;

import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.group.Composite;

/**
 * A projection of all frames of a file into one picture. It shows text on few of many frames
 * without stepping through them.
 */
public enum Projection {
    /** None: one plane at a time. */
    NONE(""),
    /** The lightest value of each pixel. */
    MAXIMUM("maximum"),
    /** The darkest value of each pixel. */
    MINIMUM("minimum"),
    /** The mean of each pixel. */
    MEAN("mean"),
    /** How much each pixel varies. */
    VARIANCE("variance");

    private final String words;

    Projection(String words) {
        this.words = words;
    }

    /**
     * Its name in the line above the plane.
     *
     * @return one word; empty for none
     */
    public String words() {
        return words;
    }

    /**
     * The next projection; none after the last.
     *
     * @return another one
     */
    public Projection next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** The projection of a stack; not for {@link #NONE}. */
    PlaneImage of(Composite stack) {
        return switch (this) {
            case MAXIMUM -> stack.maximum();
            case MINIMUM -> stack.minimum();
            case MEAN -> stack.mean();
            case VARIANCE -> stack.variance();
            case NONE -> throw new IllegalArgumentException("no projection");
        };
    }
}
