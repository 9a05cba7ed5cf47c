package org.pixelanon.review.history;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.store.HistoryWord;
import org.pixelanon.store.RowTime;

/**
 * Applies, undoes and redoes edits, and records this in the history of the database. Used on the
 * session's thread.
 */
public final class Undo {

    /** Applies and shows edits. Called on the session's thread. */
    public interface Work {

        /**
         * Applies an edit in memory and passes it to the database.
         *
         * @param edit the edit
         * @param word its entry in the history
         * @return true when the database has it, false if it refused
         */
        CompletableFuture<Boolean> apply(ReviewEdit edit, HistoryWord word);

        /**
         * Shows the place of an edit, if one of its files is on the list.
         *
         * @param step the edit
         */
        void show(Step step);

        /** Called when the steps to undo or redo changed. */
        void changed();
    }

    private final Supplier<String> sitting;
    private final String person;
    private final Executor ui;
    private final Work work;
    private final History history = new History();
    private long number;

    /**
     * Creates it without edits.
     *
     * @param sitting the name of this sitting in the history of the database in use
     * @param person the account recorded
     * @param ui the session's thread
     * @param work does edits
     */
    public Undo(Supplier<String> sitting, String person, Executor ui, Work work) {
        this.sitting = sitting;
        this.person = person;
        this.ui = ui;
        this.work = work;
    }

    /**
     * Applies a new edit.
     *
     * @param name name of the edit in menus
     * @param edit the edit
     */
    public void perform(String name, ReviewEdit edit) {
        number++;
        HistoryNote note = Deeds.note(edit, sitting.get(), number, person, RowTime.now());
        history.add(new Step(note, name, edit));
        dropIfRefused(note, work.apply(edit, note));
    }

    /** Removes an edit that the database refused, which cannot be undone. */
    private void dropIfRefused(HistoryNote note, CompletableFuture<Boolean> written) {
        written.thenAccept(
                there -> {
                    if (!there) {
                        ui.execute(() -> drop(note));
                    }
                });
    }

    private void drop(HistoryNote note) {
        history.drop(note);
        work.changed();
    }

    /** Clears the history after a change of database. */
    public void forget() {
        history.clear();
        work.changed();
    }

    /**
     * Adds the edits of this user's earlier sittings that can be undone.
     *
     * @param entries the last one first
     */
    public void earlier(List<HistoryEntry> entries) {
        history.addEarlier(entries.stream().map(Undo::step).toList());
        work.changed();
    }

    private static Step step(HistoryEntry entry) {
        String name = Deeds.parse(entry.note().deeds()).words();
        return new Step(
                entry.note(), name, new ReviewEdit.OfEarlier(entry.note(), entry.changed(), false));
    }

    /**
     * Undoes the last edit and shows its place.
     *
     * @return the undone edit; empty if there was none
     */
    public Optional<Turn> undo() {
        return history.undo().map(step -> turn(step, step.edit().inverse(), true));
    }

    /**
     * Redoes the edit that was undone last and shows its place.
     *
     * @return the redone edit; empty if there was none
     */
    public Optional<Turn> redo() {
        return history.redo().map(step -> turn(step, step.edit(), false));
    }

    private Turn turn(Step step, ReviewEdit edit, boolean undone) {
        HistoryNote note = step.note();
        CompletableFuture<Boolean> written =
                work.apply(edit, new HistoryWord.Turn(note.sitting(), note.number(), undone));
        dropIfRefused(note, written);
        work.show(step);
        return new Turn(step, undone, written);
    }

    /**
     * The edit that {@link #undo} would undo.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextUndo() {
        return history.nextUndo();
    }

    /**
     * The edit that {@link #redo} would redo.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextRedo() {
        return history.nextRedo();
    }

    /**
     * The edits of earlier sittings that can be undone.
     *
     * @return their notes, the last one first
     */
    public List<HistoryNote> earlier() {
        return history.earlier();
    }

    /**
     * The name of this sitting in the history of the database in use.
     *
     * @return differs between databases
     */
    public String sitting() {
        return sitting.get();
    }

    /**
     * The account recorded.
     *
     * @return the account
     */
    public String person() {
        return person;
    }
}
