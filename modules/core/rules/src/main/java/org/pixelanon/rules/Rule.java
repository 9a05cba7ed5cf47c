package org.pixelanon.rules;

import java.util.List;

/**
 * One label of a recipe, or one signature of a script.
 *
 * @param label what it is called; may be empty in scripts
 * @param remark what follows a {@code #} in the line of the label; empty in scripts
 * @param comments its comment lines with their comment signs, including PixelAnon's extensions
 * @param condition the files it matches
 * @param steps the steps for the image, in order; none if the rule only flags files
 */
public record Rule(
        String label, String remark, List<String> comments, Condition condition, List<Step> steps) {

    /** Copies the lists. */
    public Rule {
        comments = List.copyOf(comments);
        steps = List.copyOf(steps);
    }
}
