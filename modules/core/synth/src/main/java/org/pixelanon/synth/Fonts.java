package org.pixelanon.synth;

import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Faces;

/** Chooses faces: built-in ones, or also fonts of the machine. */
record Fonts(boolean ofMachine) {

    /** A face with capitals as high as three quarters of the size, as in most fonts. */
    Face pick(int size, boolean bitmap, Chance chance) {
        int capital = (size * 3 + 2) / 4;
        boolean smooth = !bitmap && !chance.oneIn(3);
        int kind = chance.below(4);
        if (ofMachine && chance.oneIn(2)) {
            return Faces.ofMachine(chance.of("SansSerif", "Serif", "Monospaced"), size, smooth);
        }
        if (kind == 0 && (size == 9 || size == 10)) {
            return Faces.ofPixels(1);
        }
        if (kind <= 1 && (size == 18 || size == 20)) {
            return Faces.ofPixels(2);
        }
        int regular = capital >= 13 ? 2 : 1;
        boolean bold = kind == 3 && capital >= 9;
        return Faces.ofStrokes(capital, bold ? regular + 1 : regular, smooth);
    }
}
