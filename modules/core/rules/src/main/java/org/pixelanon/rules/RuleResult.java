package org.pixelanon.rules;

import java.util.List;
import java.util.stream.Stream;
import org.pixelanon.model.Region;

/**
 * The result of matching rules against one file.
 *
 * @param acting the rules whose rectangles count, in order; of a script at most one
 * @param matching all rules that match, including those that a script skips
 * @param regions what is blanked, with the rule it comes from
 * @param denied the rules that withhold the file
 * @param remarks remarks on rectangles outside the image and on rules without rectangles
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
     * A way in which a rule acts differently than written.
     *
     * @param kind its kind
     * @param text one line for users
     */
    public record Remark(Kind kind, String text) {

        /** Kinds of remarks. */
        public enum Kind {
            /** A rectangle that is entirely or partly outside the image or a plane. */
            OUTSIDE,
            /** A rule that matches but blanks nothing. */
            NOTHING_NAMED,
            /** Regions stated by the file that cannot be used. */
            UNUSABLE,
            /** A rule whose regular expression takes too many steps on a value of the file. */
            GIVEN_UP
        }
    }

    /**
     * The texts of all remarks.
     *
     * @return one line each
     */
    public List<String> notes() {
        return remarks.stream().map(Remark::text).toList();
    }

    /**
     * Rectangles that are entirely or partly outside the image or a plane.
     *
     * @return one line each
     */
    public List<String> outside() {
        return texts(Remark.Kind.OUTSIDE);
    }

    /**
     * The reasons why it is unknown what to blank: unusable regions of the file that rules refer
     * to, and rules whose regular expressions take too many steps.
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
     * @param region on all planes; on a single one if it is outside the image or the rule names a
     *     plane
     * @param entry the rule
     */
    public record RuleRegion(Region region, RuleEntry entry) {}
}
