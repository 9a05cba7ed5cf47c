package org.pixelanon.rulesview;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.pixelanon.workbench.PanelProgress;

/**
 * The long task of the view: one runs at a time, and beginning another stops it. Used on the event
 * thread.
 */
final class LongTask {

    private final JProgressBar bar;
    private final JButton cancel;
    private final Executor ui;
    private @Nullable PanelProgress running;

    LongTask(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    boolean isRunning() {
        return running != null;
    }

    void stop() {
        if (running != null) {
            running.cancel();
            running.show(false);
            running = null;
        }
    }

    /** Begins a task and takes up its answer unless another was begun meanwhile. */
    <T> void follow(
            Function<PanelProgress, CompletableFuture<T>> task,
            Consumer<T> then,
            Consumer<Failure> failed) {
        stop();
        PanelProgress mine = new PanelProgress(bar, cancel, ui);
        running = mine;
        task.apply(mine)
                .whenCompleteAsync(
                        (done, problem) -> {
                            boolean last = running == mine || running == null;
                            running = running == mine ? null : running;
                            if (last && done != null) {
                                then.accept(done);
                            } else if (last) {
                                failed.accept(Failure.of(problem));
                            }
                        },
                        ui);
    }
}
