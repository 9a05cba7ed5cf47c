package org.pixelanon.review;

import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.group.Composite;

/**
 * How all frames of a file are seen in one picture, which is no plane of the file. Text that stands
 * on few of many frames is found so without stepping through them.
 */
public enum Projection {
    /** Not at all: one plane at a time. */
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
     * What it is called in the line above the plane.
     *
     * @return one word; empty for none
     */
    public String words() {
        return words;
    }

    /**
     * The one after it; after the last none.
     *
     * @return another one
     */
    public Projection next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** The picture of a stack; there is none for {@link #NONE}. */
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
