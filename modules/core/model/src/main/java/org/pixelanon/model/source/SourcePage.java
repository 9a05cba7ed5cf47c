package org.pixelanon.model.source;

import java.util.List;

/**
 * A page of the children of a place.
 *
 * @param entries in the order in which the place has them
 * @param next asks for those that follow; empty if there are none
 */
public record SourcePage(List<SourceEntry> entries, String next) {

    /** Copies the list. */
    public SourcePage {
        entries = List.copyOf(entries);
    }
}
