package org.pixelanon.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The time a curator needs per file, from the times when files were marked done in this sitting. It
 * is the median, so that one hard file does not change it; pauses do not count. Not thread-safe.
 */
final class ReviewPace {

    /** Longer than this and the curator was away. */
    static final double PAUSE_SECONDS = 120;

    /** Files marked faster than this were marked in one action. */
    static final double ONE_ACT_SECONDS = 0.05;

    private static final double NANOS_PER_SECOND = 1e9;

    /** Ascending. */
    private final List<Double> seconds = new ArrayList<>();

    private boolean started;
    private long last;

    /**
     * A file was marked done.
     *
     * @param nanos time in nanoseconds as in {@link System#nanoTime()}
     */
    void marked(long nanos) {
        double gap = (nanos - last) / NANOS_PER_SECOND;
        if (started && gap < ONE_ACT_SECONDS) {
            return;
        }
        if (started && gap <= PAUSE_SECONDS) {
            int found = Collections.binarySearch(seconds, gap);
            seconds.add(found < 0 ? -found - 1 : found, gap);
        }
        started = true;
        last = nanos;
    }

    /**
     * The time a file takes.
     *
     * @return the median in seconds; empty until two files were marked without a pause between them
     */
    OptionalDouble secondsPerFile() {
        int n = seconds.size();
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((seconds.get((n - 1) / 2) + seconds.get(n / 2)) / 2);
    }
}
