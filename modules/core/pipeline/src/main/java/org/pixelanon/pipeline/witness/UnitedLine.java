package org.pixelanon.pipeline.witness;

import java.util.Set;
import java.util.TreeSet;
import org.pixelanon.model.PixelRectangle;

/**
 * A line of text as several finders see it.
 *
 * @param rectangle holds what each of them saw
 * @param vertical whether it runs upwards or downwards
 * @param code whether one of them sees a barcode or matrix code, which is not read
 * @param witnesses the names of the finders
 */
record UnitedLine(PixelRectangle rectangle, boolean vertical, boolean code, Set<String> witnesses) {

    UnitedLine {
        witnesses = Set.copyOf(witnesses);
    }

    /** The same line, seen to be somewhere else. */
    UnitedLine at(PixelRectangle place) {
        return new UnitedLine(place, vertical, code, witnesses);
    }

    /** Both as one line, which runs as the longer one does. */
    UnitedLine with(UnitedLine other) {
        Set<String> both = new TreeSet<>(witnesses);
        both.addAll(other.witnesses);
        boolean longer = rectangle.area() >= other.rectangle.area();
        return new UnitedLine(
                rectangle.union(other.rectangle),
                longer ? vertical : other.vertical,
                code || other.code,
                both);
    }
}
