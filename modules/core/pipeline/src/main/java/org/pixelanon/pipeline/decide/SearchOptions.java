package org.pixelanon.pipeline.decide;

/**
 * How files are searched for text.
 *
 * @param policy decides about each text
 * @param recognizers makes a recogniser per worker
 * @param overlays whether overlay planes are searched
 * @param forms what is done about scanned forms
 */
public record SearchOptions(
        DecisionPolicy policy, RecognizerSource recognizers, boolean overlays, FormOptions forms) {

    /**
     * A search that asks for no forms.
     *
     * @param policy decides about each text
     * @param recognizers makes a recogniser per worker
     * @param overlays whether overlay planes are searched
     */
    public SearchOptions(DecisionPolicy policy, RecognizerSource recognizers, boolean overlays) {
        this(policy, recognizers, overlays, FormOptions.OFF);
    }
}
