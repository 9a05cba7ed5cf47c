package org.pixelanon.groups;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.pixelanon.model.Progress;

/** The progress bar of the view and the button beside it, which stops what is done. */
final class PanelProgress implements Progress {

    private final JProgressBar bar;
    private final JButton cancel;
    private final Executor ui;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean cancelled;

    PanelProgress(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    /** Stops what is done at the next safe place; may be called on any thread. */
    void cancel() {
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

    void show(boolean shown) {
        bar.setVisible(shown);
        cancel.setVisible(shown);
    }
}
