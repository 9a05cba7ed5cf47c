package org.pixelanon.synth.composite;

import java.util.Locale;

/** How letters stand out from the background. */
enum Style {
    /** Light letters. */
    PLAIN,
    /** Letters with a rim of the opposite lightness. */
    OUTLINE,
    /** A line around the text. */
    BOXED,
    /** On a filled rectangle, light or dark. */
    INVERSE,
    /** Contrast of 45 to 75 of 255. */
    FAINT,
    /** In colour. */
    COLOURED,
    /** Dark letters on a light background. */
    DARK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
