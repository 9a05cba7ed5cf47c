package org.pixelanon.summary;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.pixelanon.model.Progress;

/** Reports a few times a second how far a file was counted. Used by one thread. */
final class CountProgress implements Progress {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final BooleanSupplier unwanted;
    private final IntConsumer percent;
    private long total;
    private long done;
    private long told = System.nanoTime();

    /**
     * Creates it.
     *
     * @param unwanted whether the figures are no longer needed
     * @param percent receives 0 to 100
     */
    CountProgress(BooleanSupplier unwanted, IntConsumer percent) {
        this.unwanted = unwanted;
        this.percent = percent;
    }

    @Override
    public void begin(String task, long newTotal) {
        total = Math.max(1, newTotal);
        done = 0;
    }

    @Override
    public void step(String item) {
        done++;
        long now = System.nanoTime();
        if (now - told > PAUSE) {
            told = now;
            percent.accept((int) Math.min(100, 100 * done / total));
        }
    }

    @Override
    public boolean isCancelled() {
        return unwanted.getAsBoolean();
    }

    @Override
    public void end() {}
}
