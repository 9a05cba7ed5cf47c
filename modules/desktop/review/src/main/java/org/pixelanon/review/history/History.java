package org.pixelanon.review.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pixelanon.store.HistoryNote;

/**
 * All edits of a sitting, so that each can be undone and redone, without limit; below them those of
 * earlier sittings that can still be taken back. Not thread-safe: used on the session's thread.
 */
public final class History {

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** Nothing was done yet. */
    public History() {
        // begins empty
    }

    /**
     * Remembers a new edit; what was undone before can no longer be redone.
     *
     * @param step the edit
     */
    public void add(Step step) {
        done.push(step);
        undone.clear();
    }

    /**
     * Remembers edits of earlier sittings, in the place of those that were known.
     *
     * @param steps the last one first
     */
    public void addEarlier(List<Step> steps) {
        done.removeIf(Step::isEarlier);
        steps.forEach(done::addLast);
    }

    /**
     * The step to take back next, moved to those that can be redone.
     *
     * @return empty if there is none
     */
    public Optional<Step> undo() {
        Optional<Step> step = Optional.ofNullable(done.poll());
        step.ifPresent(undone::push);
        return step;
    }

    /**
     * The step to do again, moved to those that can be undone.
     *
     * @return empty if there is none
     */
    public Optional<Step> redo() {
        Optional<Step> step = Optional.ofNullable(undone.poll());
        step.ifPresent(done::push);
        return step;
    }

    /** Nothing can be undone or redone any more. */
    public void clear() {
        done.clear();
        undone.clear();
    }

    /**
     * Forgets a step that the database refused.
     *
     * @param note its note
     */
    public void drop(HistoryNote note) {
        done.removeIf(step -> step.note().isSame(note));
        undone.removeIf(step -> step.note().isSame(note));
    }

    /**
     * What is taken back next.
     *
     * @return empty if there is none
     */
    public Optional<Step> nextUndo() {
        return Optional.ofNullable(done.peek());
    }

    /**
     * What is done again next.
     *
     * @return empty if there is none
     */
    public Optional<Step> nextRedo() {
        return Optional.ofNullable(undone.peek());
    }

    /**
     * The edits of earlier sittings that can be taken back.
     *
     * @return their notes, the last one first
     */
    public List<HistoryNote> earlier() {
        return done.stream().filter(Step::isEarlier).map(Step::note).toList();
    }
}
