package org.pixelanon.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.pixelanon.model.Progress;

/** The progress bar of a view and the button beside it, which stops what is done. */
final class PanelProgress implements Progress {

    private final JProgressBar bar;
    private final JButton cancel;
    private final Executor ui;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean cancelled;

    /**
     * Shows nothing until a task begins.
     *
     * @param bar shown while something is done
     * @param cancel shown beside it; whoever made it calls {@link #cancel()}
     * @param ui runs tasks on the event thread
     */
    public PanelProgress(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    /** Stops what is done at the next safe place; may be called on any thread. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void begin(String task, long total) {
        ui.execute(
                () -> {
                    if (!cancelled) {
                        bar.setMaximum((int) Math.max(1, total));
                        bar.setValue(0);
                        bar.setString(task);
                        show(true);
                    }
                });
    }

    /** However fast the steps are, one repaint at a time waits. */
    @Override
    public void step(String item) {
        done.incrementAndGet();
        if (waiting.compareAndSet(false, true)) {
            ui.execute(
                    () -> {
                        waiting.set(false);
                        bar.setValue(done.get());
                    });
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** What was cancelled no longer has the bar: the next task may have begun. */
    @Override
    public void end() {
        ui.execute(
                () -> {
                    if (!cancelled) {
                        show(false);
                    }
                });
    }

    /**
     * Shows or hides bar and button; called on the event thread.
     *
     * @param shown whether something is being done
     */
    public void show(boolean shown) {
        bar.setVisible(shown);
        cancel.setVisible(shown);
    }
}
