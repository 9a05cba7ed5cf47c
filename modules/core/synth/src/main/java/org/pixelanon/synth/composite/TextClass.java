package org.pixelanon.synth.composite;

import java.util.Locale;

/** The class of a text. */
enum TextClass {
    NAME(true),
    ID(true),
    DATE(true),
    TIME(true),
    AGE(true),
    ADDRESS(true),
    PHONE(true),
    INSTITUTION(true),
    MEASUREMENT(false),
    TECHNIQUE(false),
    MARKER(false),
    ANATOMY(false),
    PROBE(false),
    BRAND(false),
    SCREEN(false);

    private final boolean sensitive;

    TextClass(boolean sensitive) {
        this.sensitive = sensitive;
    }

    boolean sensitive() {
        return sensitive;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
