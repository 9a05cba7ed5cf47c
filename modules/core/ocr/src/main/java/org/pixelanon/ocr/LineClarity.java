package org.pixelanon.ocr;

import java.util.List;

/**
 * How clearly a chain of components stands out.
 *
 * @param stroke mean thickness of the strokes in pixels
 * @param contrast contrast to the surroundings in grey levels; 0 if there are none
 * @param quality contrast divided by the noise of line and surroundings
 */
record LineClarity(double stroke, double contrast, double quality) {

    /** Least assumed noise, which limits the quality of perfect contrast. */
    private static final int NOISE = 8;

    static LineClarity of(List<Component> line, InkMeter meter, boolean bright) {
        Ink ink = Ink.NONE;
        for (Component glyph : line) {
            ink = ink.plus(glyph.ink(meter));
        }
        double stroke = 2.0 * ink.inside().count() / ink.edge();
        if (ink.ring().count() == 0) {
            return new LineClarity(stroke, 0, 0);
        }
        double contrast = (ink.inside().mean() - ink.ring().mean()) * (bright ? 1 : -1);
        double noise = ink.inside().deviation() + ink.ring().deviation() + NOISE;
        return new LineClarity(stroke, contrast, contrast / noise);
    }
}
