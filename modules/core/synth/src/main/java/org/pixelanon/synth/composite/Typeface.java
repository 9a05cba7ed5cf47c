package org.pixelanon.synth.composite;

import java.util.Locale;
import org.pixelanon.synth.face.Face;

/**
 * A font at all its sizes.
 *
 * @param id its name in the truth, which decides its split
 * @param kind the kind of its letters
 * @param smallest the least legible height of capitals
 * @param maker makes a face with a given approximate height of capitals
 */
record Typeface(String id, Kind kind, int smallest, Maker maker) {

    /** How letters are made. */
    enum Kind {
        MACHINE,
        STROKES,
        PIXELS,
        DOTS,
        SEGMENTS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes a face of a size. */
    @FunctionalInterface
    interface Maker {
        Face make(int capital, boolean smooth);
    }

    /** The actual height of the capital H of a face in pixels. */
    static int height(Face face) {
        Lettering drawn = Lettering.of(face.draw("H"), 0);
        return drawn.bottom() - drawn.top();
    }
}
