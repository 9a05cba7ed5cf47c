package org.pixelanon.workbench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/** The long task of a view: starting another one stops it. Used on the event thread. */
public final class LongTask {

    private final JProgressBar bar;
    private final JButton cancel;
    private final Executor ui;
    private @Nullable PanelProgress running;

    /**
     * Creates it without a task.
     *
     * @param bar shown while a task runs
     * @param cancel shown beside it; its owner calls {@link #stop()}
     * @param ui runs tasks on the event thread
     */
    public LongTask(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    /**
     * Returns whether a task is running.
     *
     * @return false after it ended or was stopped
     */
    public boolean isRunning() {
        return running != null;
    }

    /** Stops the task at its next safe point. */
    public void stop() {
        if (running != null) {
            running.cancel();
            running.show(false);
            running = null;
        }
    }

    /**
     * Starts a task and uses its result unless another was started meanwhile.
     *
     * @param task starts it with a progress
     * @param then receives the result
     * @param failed receives the failure, or the cancellation by the user
     * @param <T> the answer
     */
    public <T> void follow(
            Function<Progress, CompletableFuture<T>> task,
            Consumer<T> then,
            Consumer<Throwable> failed) {
        stop();
        PanelProgress mine = new PanelProgress(bar, cancel, ui);
        running = mine;
        task.apply(mine)
                .whenCompleteAsync(
                        (done, problem) -> {
                            boolean last = running == mine || running == null;
                            running = running == mine ? null : running;
                            if (last && problem == null) {
                                then.accept(done);
                            } else if (last) {
                                failed.accept(problem);
                            }
                        },
                        ui);
    }
}
