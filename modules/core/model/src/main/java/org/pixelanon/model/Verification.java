package org.pixelanon.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The proof of a written file: what was compared with the original, and what differed.
 *
 * @param samplesInside samples inside the plan that hold the redaction value
 * @param samplesOutside samples outside the plan that equal the original
 * @param framesIdentical frames whose bytes are identical
 * @param framesChanged frames that were to be changed
 * @param overlayBitsCleared overlay bits inside the plan that are clear
 * @param elementsIdentical elements whose bytes are identical
 * @param elementsChanged elements on the declared list that differ
 * @param tolerated in which ways the copy lies otherwise in its file than the original did
 * @param problems what disagreed, with tags and planes but no values; empty if the file is proven
 */
public record Verification(
        long samplesInside,
        long samplesOutside,
        int framesIdentical,
        int framesChanged,
        long overlayBitsCleared,
        int elementsIdentical,
        int elementsChanged,
        Set<ToleratedDifference> tolerated,
        List<String> problems) {

    /** Copies list and set. */
    public Verification {
        // in the order of the enumeration
        tolerated = Collections.unmodifiableSet(copy(tolerated));
        problems = List.copyOf(problems);
    }

    /**
     * Returns whether the file is proven.
     *
     * @return true if nothing disagreed
     */
    public boolean passed() {
        return problems.isEmpty();
    }

    private static Set<ToleratedDifference> copy(Set<ToleratedDifference> tolerated) {
        Set<ToleratedDifference> out = EnumSet.noneOf(ToleratedDifference.class);
        out.addAll(tolerated);
        return out;
    }
}
