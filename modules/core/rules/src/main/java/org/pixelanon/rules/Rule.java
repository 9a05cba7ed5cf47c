package org.pixelanon.rules;

import java.util.List;

/**
 * One label of a recipe, or one signature of a script.
 *
 * @param label what it is called; may be empty in scripts
 * @param remark what follows a {@code #} in the line of the label; empty in scripts
 * @param comments the lines of comment that belong to it, with their marks; extensions of ours are
 *     among them
 * @param condition which files it is for
 * @param steps what is done with the image, in order; none for a rule that only marks files
 */
public record Rule(
        String label, String remark, List<String> comments, Condition condition, List<Step> steps) {

    /** Copies the lists. */
    public Rule {
        comments = List.copyOf(comments);
        steps = List.copyOf(steps);
    }
}
