package org.pixelanon.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.pixelanon.model.Progress;

/** The progress bar of a view, with a cancel button. */
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
     * @param bar shown while a task runs
     * @param cancel shown beside it; its owner calls {@link #cancel()}
     * @param ui runs tasks on the event thread
     */
    public PanelProgress(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    /** Stops the task at the next safe point; may be called on any thread. */
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

    /** At most one repaint is pending, however fast the steps. */
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

    /** A cancelled task must not touch the bar, since the next one may have begun. */
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
     * @param shown whether a task runs
     */
    public void show(boolean shown) {
        bar.setVisible(shown);
        cancel.setVisible(shown);
    }
}
