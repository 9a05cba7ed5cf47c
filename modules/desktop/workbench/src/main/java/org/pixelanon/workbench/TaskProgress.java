package org.pixelanon.workbench;

import java.util.concurrent.atomic.AtomicInteger;
import org.netbeans.api.progress.ProgressHandle;
import org.pixelanon.model.Progress;

/** A background task in the platform's progress bar, with its button to cancel. Thread-safe. */
final class TaskProgress implements Progress {

    private final ProgressHandle handle;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean cancelled;

    TaskProgress(String title) {
        handle = ProgressHandle.createHandle(title, this::cancel);
    }

    private boolean cancel() {
        cancelled = true;
        return true;
    }

    @Override
    public void begin(String task, long total) {
        if (total > 0 && total <= Integer.MAX_VALUE) {
            handle.start((int) total);
        } else {
            handle.start();
        }
    }

    @Override
    public void step(String item) {
        handle.progress(item, done.incrementAndGet());
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void end() {
        handle.finish();
    }
}
