package org.pixelanon.store;

import org.pixelanon.model.InclusiveBox;

/**
 * A rectangle that done files suggest for a similar one.
 *
 * @param box where; the bounding box of the rows that agree
 * @param support how many done files have it; at least 1
 * @param files how many done files are similar; at least {@code support}
 */
public record Suggestion(InclusiveBox box, int support, int files) {}
