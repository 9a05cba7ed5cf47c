package org.pixelanon.synth.composite;

import java.util.Locale;

/** What stands on screens beside pictures and text. */
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
