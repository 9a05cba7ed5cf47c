package org.pixelanon.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Progress;

/**
 * Progress on standard error: a bar with rate and time left on a terminal, a line per step
 * otherwise. Ctrl-C asks the run to abandon its current files, and waits for that and for complete
 * reports and lists.
 */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final int BAR = 24;
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_SECONDS = 60;

    private final LinePrinter err;
    private final boolean terminal;
    private final boolean quiet;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean cancelled;
    private String task = "";
    private long total;
    private long done;
    private long started;
    private long drawn;

    /**
     * Shows progress.
     *
     * @param err the stream
     * @param terminal true for a bar; else a line per file
     * @param quiet true to show nothing
     */
    public TerminalProgress(PrintWriter err, boolean terminal, boolean quiet) {
        this.err = LinePrinter.of(err);
        this.terminal = terminal;
        this.quiet = quiet;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        cancelled = true;
        if (!quiet) {
            if (terminal) {
                err.println();
            }
            err.println("pixelanon: stopping ...");
            err.flush();
        }
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("pixelanon: stopped while processing files");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
        task = newTask;
        total = newTotal;
        done = 0;
        started = System.nanoTime();
        draw();
    }

    @Override
    public synchronized void step(String item) {
        done++;
        if (quiet || cancelled) {
            return;
        }
        if (terminal) {
            if (System.nanoTime() - drawn > REDRAW || done == total) {
                draw();
            }
        } else if (!item.isEmpty()) {
            String of = total < 0 ? "" : "/" + total;
            err.println("[" + done + of + "] " + Printable.of(item));
            err.flush();
        }
    }

    private void draw() {
        if (terminal && !quiet) {
            drawn = System.nanoTime();
            err.steer("\r" + bar() + "\u001b[K");
        }
    }

    private String bar() {
        if (total < 0) {
            double seconds = Math.max(1e-3, (System.nanoTime() - started) / 1e9);
            return String.format(Locale.ROOT, "%s %d, %.0f/s", task, done, done / seconds);
        }
        int filled = (int) (BAR * done / Math.max(1, total));
        String head =
                String.format(
                        Locale.ROOT,
                        "%s [%s%s] %d of %d",
                        task,
                        "#".repeat(filled),
                        ".".repeat(BAR - filled),
                        done,
                        total);
        return done == 0 ? head : head + pace();
    }

    /** Rate and time left, or the total time at the end. */
    private String pace() {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / 1e9);
        double rate = done / seconds;
        String speed =
                rate >= 1
                        ? String.format(Locale.ROOT, ", %.1f/s", rate)
                        : String.format(Locale.ROOT, ", %.1f s each", 1 / rate);
        return done < total
                ? speed + ", " + clock(Math.round((total - done) / rate)) + " left"
                : speed + ", took " + clock(Math.round(seconds));
    }

    private static String clock(long seconds) {
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public synchronized void end() {
        if (terminal && !quiet && !cancelled) {
            err.println();
        }
    }

    /** Everything including the report is written: a pending Ctrl-C may end the process. */
    @Override
    public void close() {
        ended.countDown();
        if (!cancelled) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
