package org.pixelanon.synth.face;

/** A font at one size. */
public interface Face {

    /**
     * Draws one line.
     *
     * @param text only characters that {@link #draws}
     * @return how much of each pixel it covers
     */
    Mask draw(String text);

    /**
     * The same text with letters that this face draws.
     *
     * @param text any text
     * @return what can be drawn in its place
     */
    String spell(String text);

    /**
     * Returns whether every character of a text is drawn by this face.
     *
     * @param text any text
     * @return false if one is not
     */
    boolean draws(String text);
}
