package org.pixelanon.rules;

import java.util.List;
import java.util.stream.Stream;
import org.pixelanon.model.Region;

/**
 * What rules say about one file.
 *
 * @param acting the rules whose rectangles count, in order; of a script at most one
 * @param matching all rules that match, also those that a script skips
 * @param regions what is blanked, with the rule it comes from
 * @param denied the rules that withhold the file
 * @param remarks rectangles that run outside the image, rules without rectangles
 */
public record RuleResult(
        List<RuleEntry> acting,
        List<RuleEntry> matching,
        List<RuleRegion> regions,
        List<RuleEntry> denied,
        List<Remark> remarks) {

    /** Copies the lists. */
    public RuleResult {
        acting = List.copyOf(acting);
        matching = List.copyOf(matching);
        regions = List.copyOf(regions);
        denied = List.copyOf(denied);
        remarks = List.copyOf(remarks);
    }

    /**
     * What a rule does differently from it says.
     *
     * @param kind which kind of thing
     * @param text one line for people
     */
    public record Remark(Kind kind, String text) {

        /** What remarks are about. */
        public enum Kind {
            /** A rectangle that lies outside the image or a plane, entirely or in part. */
            OUTSIDE,
            /** A rule that matches and blanks nothing. */
            NOTHING_NAMED,
            /** Regions that the file states and that cannot be used. */
            UNUSABLE,
            /** A rule whose regular expression is given up on a value of the file. */
            GIVEN_UP
        }
    }

    /**
     * All remarks in words.
     *
     * @return one line each
     */
    public List<String> notes() {
        return remarks.stream().map(Remark::text).toList();
    }

    /**
     * Rectangles that lie outside the image or a plane, entirely or in part.
     *
     * @return one line each
     */
    public List<String> outside() {
        return texts(Remark.Kind.OUTSIDE);
    }

    /**
     * Why nobody can tell what to blank: regions that rules take from the file and that cannot be
     * used, and rules that are given up.
     *
     * @return one line each, naming the element or the rule
     */
    public List<String> unusable() {
        return Stream.concat(
                        texts(Remark.Kind.UNUSABLE).stream(), texts(Remark.Kind.GIVEN_UP).stream())
                .toList();
    }

    private List<String> texts(Remark.Kind kind) {
        return remarks.stream().filter(r -> r.kind() == kind).map(Remark::text).toList();
    }

    /**
     * A part of the file.
     *
     * @param region on all planes; on one of them for what lies outside the image or for rules that
     *     name a plane
     * @param entry the rule
     */
    public record RuleRegion(Region region, RuleEntry entry) {}
}
