package blackbox.workbench;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Posts an event every few milliseconds and records the longest delay, which is how long a key
 * might have to wait.
 */
final class StallWatch {

    private static final int PAUSE_MILLIS = 4;
    private static final int LIMIT_MILLIS = 100;
    private static final int SHOWN_FRAMES = 30;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Thread eventThread;
    private String stack = "";
    private double longest;

    StallWatch() throws Exception {
        eventThread = PaintedEvents.on(Thread::currentThread);
        Thread thread = new Thread(this::watch, "stall-watch");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                knock();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void knock() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long start = System.nanoTime();
        EventQueue.invokeLater(answered::countDown);
        String seen = "";
        if (!answered.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
            seen = stackNow();
            answered.await();
        }
        double ms = (System.nanoTime() - start) / NANOS_PER_MILLI;
        synchronized (this) {
            if (ms > longest) {
                longest = ms;
                stack = seen;
            }
        }
    }

    private String stackNow() {
        return Arrays.stream(eventThread.getStackTrace())
                .limit(SHOWN_FRAMES)
                .map(frame -> "\n    " + frame)
                .collect(Collectors.joining());
    }

    /** The longest since this was asked last, and what was done then if it was over the limit. */
    synchronized String longest() {
        String said = String.format(Locale.ROOT, "longest stall %.0f ms%s", longest, stack);
        longest = 0;
        stack = "";
        return said;
    }
}
