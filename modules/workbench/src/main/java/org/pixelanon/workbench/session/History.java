package org.pixelanon.workbench.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * All edits of a session, so that each can be undone and redone, without limit. Not thread-safe:
 * used on the session's thread.
 */
final class History {

    /**
     * An edit under the name that menus show.
     *
     * @param name what the person did
     * @param edit the edit
     */
    record Step(String name, Edit edit) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** Remembers a new edit; what was undone before can no longer be redone. */
    void add(Step step) {
        done.push(step);
        undone.clear();
    }

    /** The step to take back next, moved to those that can be redone. */
    Optional<Step> undo() {
        Optional<Step> step = Optional.ofNullable(done.poll());
        step.ifPresent(undone::push);
        return step;
    }

    /** The step to do again, moved to those that can be undone. */
    Optional<Step> redo() {
        Optional<Step> step = Optional.ofNullable(undone.poll());
        step.ifPresent(done::push);
        return step;
    }

    Optional<String> nextUndo() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    Optional<String> nextRedo() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }
}
