package org.pixelanon.synth.composite;

import java.util.Locale;

/** How letters stand out from what is behind them. */
enum Style {
    /** Light letters. */
    PLAIN,
    /** Letters with a rim of the opposite lightness. */
    OUTLINE,
    /** A line around the text. */
    BOXED,
    /** On a filled rectangle of its own, light or dark. */
    INVERSE,
    /** 45 to 75 of 255 from the ground. */
    FAINT,
    /** In a colour. */
    COLOURED,
    /** Dark letters on light ground. */
    DARK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
