package org.pixelanon.review;

import org.pixelanon.model.Progress;

/** A progress that is not shown and cannot be cancelled. */
public final class SilentProgress implements Progress {

    @Override
    public void begin(String task, long total) {}

    @Override
    public void step(String item) {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void end() {}
}
