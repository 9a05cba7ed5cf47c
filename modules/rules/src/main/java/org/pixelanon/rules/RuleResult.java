package org.pixelanon.rules;

import java.util.List;
import org.pixelanon.model.Region;

/**
 * What rules say about one file.
 *
 * @param acting the rules whose rectangles count, in order; of a script at most one
 * @param matching all rules that match, also those that a script passes over
 * @param regions what is blanked, with the rule it comes from
 * @param denied the rules that withhold the file
 * @param notes rectangles that run outside the image, rules without rectangles
 */
public record RuleResult(
        List<RuleBook.Entry> acting,
        List<RuleBook.Entry> matching,
        List<RuleRegion> regions,
        List<RuleBook.Entry> denied,
        List<String> notes) {

    /** Copies the lists. */
    public RuleResult {
        acting = List.copyOf(acting);
        matching = List.copyOf(matching);
        regions = List.copyOf(regions);
        denied = List.copyOf(denied);
        notes = List.copyOf(notes);
    }

    /**
     * A part of the file.
     *
     * @param region on all planes; on one of them for what lies outside the image or for rules that
     *     name a plane
     * @param entry the rule
     */
    public record RuleRegion(Region region, RuleBook.Entry entry) {}
}
