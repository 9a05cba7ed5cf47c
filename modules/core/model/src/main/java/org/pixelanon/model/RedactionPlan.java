package org.pixelanon.model;

import java.util.List;

/**
 * What will be blanked in one file.
 *
 * @param regions in the order given; they may overlap
 */
public record RedactionPlan(List<Region> regions) {

    /** A plan that blanks nothing. */
    public static final RedactionPlan EMPTY = new RedactionPlan(List.of());

    /** Copies the list. */
    public RedactionPlan {
        regions = List.copyOf(regions);
    }

    /**
     * Returns whether nothing is to be blanked.
     *
     * @return true if there is no region
     */
    public boolean isEmpty() {
        return regions.isEmpty();
    }
}
