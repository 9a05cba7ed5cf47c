package org.pixelanon.synth.face;

/** The faces there are. */
public final class Faces {

    private Faces() {}

    /**
     * Letters drawn with a pen, as plotters do.
     *
     * @param capital height of capitals in pixels
     * @param stroke width of the pen in pixels
     * @param smooth whether pixels at edges are covered in part
     * @return the face
     */
    public static Face ofStrokes(int capital, int stroke, boolean smooth) {
        return new StrokeFace(capital, stroke, smooth);
    }

    /**
     * Letters of 5 by 9 pixels, as old devices show them.
     *
     * @param scale how many pixels each of them becomes, in both directions
     * @return the face
     */
    public static Face ofPixels(int scale) {
        return new PixelFace(scale);
    }

    /**
     * A font of this machine.
     *
     * @param family as Java names it
     * @param size in pixels
     * @param smooth whether pixels at edges are covered in part
     * @return the face
     */
    public static Face ofMachine(String family, int size, boolean smooth) {
        return new MachineFace(family, size, smooth);
    }

    /**
     * A text without ligatures and letters that few faces have.
     *
     * @param text any text
     * @return the text as people would type it
     */
    public static String plain(String text) {
        return Spelling.plain(text);
    }
}
