package org.pixelanon.synth.face;

/** A font at one size. */
public interface Face {

    /**
     * Draws one line.
     *
     * @param text only characters that {@link #draws}
     * @return the coverage of each pixel
     */
    Mask draw(String text);

    /**
     * A text respelled with letters that this face has.
     *
     * @param text any text
     * @return what can be drawn instead
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
