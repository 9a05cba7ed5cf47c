package org.pixelanon.store;

import org.pixelanon.model.InclusiveBox;

/**
 * A rectangle that done files suggest for a similar one.
 *
 * @param box where; the bounding box of the rows that agree
 * @param support how many rows of done files agree
 */
public record Suggestion(InclusiveBox box, int support) {}
