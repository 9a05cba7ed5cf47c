package org.pixelanon.dicom.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.model.ToleratedDifference;
import org.pixelanon.model.Verification;

/** Counts what was compared and collects what disagreed. Not thread-safe. */
final class ProofTally {

    private static final int MOST_PROBLEMS = 50;

    private long inside;
    private long outside;
    private int framesIdentical;
    private int framesChanged;
    private long overlayBits;
    private int elementsIdentical;
    private int elementsChanged;
    private final Set<ToleratedDifference> tolerated = EnumSet.noneOf(ToleratedDifference.class);
    private final List<String> problems = new ArrayList<>();

    void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(text);
        }
    }

    void tolerate(ToleratedDifference difference) {
        tolerated.add(difference);
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    void samples(long isInside, long isOutside) {
        inside += isInside;
        outside += isOutside;
    }

    void framesIdentical(int count) {
        framesIdentical += count;
    }

    void frameChanged() {
        framesChanged++;
    }

    void overlayBits(long count) {
        overlayBits += count;
    }

    void identicalElements(int count) {
        elementsIdentical += count;
    }

    void changedElement() {
        elementsChanged++;
    }

    Verification toVerification() {
        return new Verification(
                inside,
                outside,
                framesIdentical,
                framesChanged,
                overlayBits,
                elementsIdentical,
                elementsChanged,
                tolerated,
                problems);
    }
}
