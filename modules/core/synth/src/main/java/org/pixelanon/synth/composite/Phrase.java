package org.pixelanon.synth.composite;

/**
 * A text to be drawn.
 *
 * @param kind its class
 * @param text one line
 */
record Phrase(TextClass kind, String text) {}
