package org.pixelanon.review.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pixelanon.store.HistoryNote;

/**
 * All edits of a sitting, for unlimited undo and redo, and below them the edits of earlier sittings
 * that can still be undone. Not thread-safe: used on the session's thread.
 */
public final class History {

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** Creates an empty history. */
    public History() {
        // begins empty
    }

    /**
     * Adds a new edit; edits undone before can no longer be redone.
     *
     * @param step the edit
     */
    public void add(Step step) {
        done.push(step);
        undone.clear();
    }

    /**
     * Replaces the edits of earlier sittings.
     *
     * @param steps the last one first
     */
    public void addEarlier(List<Step> steps) {
        done.removeIf(Step::isEarlier);
        steps.forEach(done::addLast);
    }

    /**
     * The step to undo next, moved to those that can be redone.
     *
     * @return empty if there is none
     */
    public Optional<Step> undo() {
        Optional<Step> step = Optional.ofNullable(done.poll());
        step.ifPresent(undone::push);
        return step;
    }

    /**
     * The step to redo next, moved to those that can be undone.
     *
     * @return empty if there is none
     */
    public Optional<Step> redo() {
        Optional<Step> step = Optional.ofNullable(undone.poll());
        step.ifPresent(done::push);
        return step;
    }

    /** Clears the history. */
    public void clear() {
        done.clear();
        undone.clear();
    }

    /**
     * Removes a step that the database refused.
     *
     * @param note its note
     */
    public void drop(HistoryNote note) {
        done.removeIf(step -> step.note().isSame(note));
        undone.removeIf(step -> step.note().isSame(note));
    }

    /**
     * The step to undo next.
     *
     * @return empty if there is none
     */
    public Optional<Step> nextUndo() {
        return Optional.ofNullable(done.peek());
    }

    /**
     * The step to redo next.
     *
     * @return empty if there is none
     */
    public Optional<Step> nextRedo() {
        return Optional.ofNullable(undone.peek());
    }

    /**
     * The edits of earlier sittings that can be undone.
     *
     * @return their notes, the last one first
     */
    public List<HistoryNote> earlier() {
        return done.stream().filter(Step::isEarlier).map(Step::note).toList();
    }
}
