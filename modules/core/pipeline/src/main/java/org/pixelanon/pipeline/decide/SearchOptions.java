package org.pixelanon.pipeline.decide;

/**
 * How files are searched for text.
 *
 * @param policy decides about each text
 * @param recognizers makes a recogniser per worker
 * @param overlays whether overlay planes are searched
 */
public record SearchOptions(
        DecisionPolicy policy, RecognizerSource recognizers, boolean overlays) {}
