package org.pixelanon.review.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All edits of a session, so that each can be undone and redone, without limit. What is long past
 * is kept packed, so that a sitting of days takes no more memory than one of minutes. Not
 * thread-safe: used on the session's thread.
 */
public final class History {

    /** Steps, the last one first; only the last ones as objects. */
    private static final class Stack {

        private static final int BLOCK = 64;
        private static final StepFormat FORM = new StepFormat();

        private final Deque<Step> last = new ArrayDeque<>();
        private final Deque<Packed<List<Step>>> packed = new ArrayDeque<>();

        void push(Step step) {
            last.push(step);
            if (last.size() == 2 * BLOCK) {
                List<Step> oldest = new ArrayList<>(BLOCK);
                for (int i = 0; i < BLOCK; i++) {
                    oldest.add(last.removeLast());
                }
                packed.push(Packed.of(FORM, oldest));
            }
        }

        Optional<Step> pop() {
            Optional<Step> step = Optional.ofNullable(last.poll());
            if (last.isEmpty() && !packed.isEmpty()) {
                packed.pop().value().forEach(last::push);
            }
            return step;
        }

        Optional<String> next() {
            return Optional.ofNullable(last.peek()).map(Step::name);
        }

        void clear() {
            last.clear();
            packed.clear();
        }
    }

    private final Stack done = new Stack();
    private final Stack undone = new Stack();

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
     * The step to take back next, moved to those that can be redone.
     *
     * @return empty if there is none
     */
    public Optional<Step> undo() {
        Optional<Step> step = done.pop();
        step.ifPresent(undone::push);
        return step;
    }

    /**
     * The step to do again, moved to those that can be undone.
     *
     * @return empty if there is none
     */
    public Optional<Step> redo() {
        Optional<Step> step = undone.pop();
        step.ifPresent(done::push);
        return step;
    }

    /** Nothing can be undone or redone any more. */
    public void clear() {
        done.clear();
        undone.clear();
    }

    /**
     * What is taken back next.
     *
     * @return the name of the edit; empty if there is none
     */
    public Optional<String> nextUndo() {
        return done.next();
    }

    /**
     * What is done again next.
     *
     * @return the name of the edit; empty if there is none
     */
    public Optional<String> nextRedo() {
        return undone.next();
    }
}
