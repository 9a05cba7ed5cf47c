package org.pixelanon.workbench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/**
 * The long task of a view: one runs at a time, and beginning another stops it. Used on the event
 * thread.
 */
public final class LongTask {

    private final JProgressBar bar;
    private final JButton cancel;
    private final Executor ui;
    private @Nullable PanelProgress running;

    /**
     * No task yet.
     *
     * @param bar shown while a task runs
     * @param cancel shown beside it; whoever made it calls {@link #stop()}
     * @param ui runs tasks on the event thread
     */
    public LongTask(JProgressBar bar, JButton cancel, Executor ui) {
        this.bar = bar;
        this.cancel = cancel;
        this.ui = ui;
    }

    /**
     * Tells whether a task runs.
     *
     * @return false once it ended or was stopped
     */
    public boolean isRunning() {
        return running != null;
    }

    /** Stops the task at its next safe place. */
    public void stop() {
        if (running != null) {
            running.cancel();
            running.show(false);
            running = null;
        }
    }

    /**
     * Begins a task and takes up its answer unless another was begun meanwhile.
     *
     * @param task begins it; told where it says how far it is
     * @param then takes up the answer
     * @param failed told why there is none; what a user stopped is told, too
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
