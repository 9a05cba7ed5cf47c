package org.pixelanon.synth.face;

import java.awt.Font;

/** Makes faces. */
public final class Faces {

    private Faces() {}

    /**
     * Letters drawn with a pen, as by plotters.
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
     * Letters of 5 by 9 pixels, as on old devices.
     *
     * @param scale by how much each of them is enlarged in both directions
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
     * A font of this machine or of a file.
     *
     * @param font of the wanted size
     * @param smooth whether pixels at edges are covered in part
     * @return the face
     */
    public static Face ofFont(Font font, boolean smooth) {
        return new MachineFace(font, smooth);
    }

    /**
     * Letters drawn with a pen, narrow or wide, upright or leaning.
     *
     * @param capital height of capitals in pixels
     * @param stroke width of the pen in pixels
     * @param smooth whether pixels at edges are covered in part
     * @param wide the width of letters, 1 is regular
     * @param slant how far they lean to the right, in parts of their height
     * @return the face
     */
    public static Face ofStrokes(
            int capital, int stroke, boolean smooth, double wide, double slant) {
        return new StrokeFace(capital, stroke, smooth, wide, slant);
    }

    /**
     * Letters of round dots, as on dot-matrix printers and displays.
     *
     * @param pitch pixels from row to row of dots, at least 2; capitals have seven rows
     * @param columnPitch the same from column to column, at least the pitch of rows
     * @param dot how much of the pitch a dot takes, 0 to 1
     * @return the face
     */
    public static Face ofDots(int pitch, int columnPitch, double dot) {
        return new DotFace(pitch, columnPitch, dot);
    }

    /**
     * Letters and digits of straight segments, as on liquid crystal displays.
     *
     * @param capital height in pixels
     * @param stroke width of a segment in pixels
     * @param slant how far they lean to the right, in parts of their height
     * @param letters true for fourteen segments, false for seven, which have digits and few letters
     * @return the face
     */
    public static Face ofSegments(int capital, double stroke, double slant, boolean letters) {
        return new SegmentFace(capital, stroke, slant, letters);
    }

    /**
     * A text without ligatures and rare letters.
     *
     * @param text any text
     * @return the text as typed on a keyboard
     */
    public static String plain(String text) {
        return Spelling.plain(text);
    }
}
