package org.pixelanon.pipeline.witness;

import org.pixelanon.model.text.TextFinder.FoundText;

/**
 * What a finder saw on a plane.
 *
 * @param name of the finder
 * @param found the lines, and the map if it has one
 */
record Testimony(String name, FoundText found) {}
