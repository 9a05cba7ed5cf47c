package org.pixelanon.synth.composite;

import java.util.Locale;
import org.pixelanon.synth.face.Face;

/**
 * A font at all its sizes.
 *
 * @param id names it in the truth and decides its split
 * @param kind how its letters are made
 * @param smallest the least height of capitals at which it can be read
 * @param maker gives a face whose capitals are about so many pixels high
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

    /** The height of the capital H, in pixels, as this face really draws it. */
    static int height(Face face) {
        Lettering drawn = Lettering.of(face.draw("H"), 0);
        return drawn.bottom() - drawn.top();
    }
}
