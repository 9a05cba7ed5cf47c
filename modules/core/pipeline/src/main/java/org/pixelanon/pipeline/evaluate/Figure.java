package org.pixelanon.pipeline.evaluate;

import java.util.Locale;

/**
 * One share with the interval in which it lies with 95 % confidence.
 *
 * @param of how many texts, images or characters it is of
 * @param value the share
 * @param low the lower end of the interval; equal to the value where there is none
 * @param high the upper end
 */
public record Figure(long of, double value, double low, double high) {

    /** The share as people read it. */
    String percent() {
        return String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }
}
