package org.pixelanon.synth.composite;

import org.pixelanon.model.PixelRectangle;

/**
 * A text on a composite.
 *
 * @param box the bounding box of its ink; the shaded fringe of letters extends up to two pixels
 *     beyond, rims, lines and panels further
 * @param phrase its class and text
 * @param style how it stands out
 * @param size height of capitals in pixels
 * @param turn degrees counterclockwise, 0 to 359
 * @param contrast how much lighter the ink is than the background, -255 to 255
 * @param font the id of the font
 * @param faceKind the kind of its letters
 * @param over the thing of the screen under it
 * @param runs the exact ink, see {@link Lettering#runs}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrueBox(
        PixelRectangle box,
        Phrase phrase,
        Style style,
        int size,
        int turn,
        int contrast,
        String font,
        Typeface.Kind faceKind,
        Thing over,
        int[] runs) {}
