package org.pixelanon.synth.composite;

import org.pixelanon.synth.face.Face;

/**
 * The look of the lines of a block.
 *
 * @param typeface the font
 * @param capital wanted height of capitals in pixels
 * @param smooth whether edges are shaded
 * @param style how they stand out
 * @param strength 0 to 1: brightness, thickness or closeness to the limits
 * @param hue 0 to 1: colour, or lighter or darker
 * @param turn degrees counterclockwise
 */
record Look(
        Typeface typeface,
        int capital,
        boolean smooth,
        Style style,
        double strength,
        double hue,
        int turn) {

    Face face() {
        return typeface.maker().make(capital, smooth);
    }

    Look style(Style other) {
        return new Look(typeface, capital, smooth, other, strength, hue, turn);
    }

    Look size(Typeface other, int newCapital) {
        return new Look(other, newCapital, smooth, style, strength, hue, turn);
    }

    Look turned(int degrees) {
        return new Look(typeface, capital, smooth, style, strength, hue, degrees);
    }
}
