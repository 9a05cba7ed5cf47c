package org.pixelanon.synth.composite;

import java.util.Locale;

/** Things on screens other than pictures and text. */
enum Thing {
    NONE,
    RULER,
    CALLIPER,
    ECG,
    LOGO;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
