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
 * Does edits, takes them back and does them again, and sees to it that the history of the database
 * tells so. Used on the session's thread.
 */
public final class Undo {

    /** What is done with an edit. Called on the session's thread. */
    public interface Work {

        /**
         * Does an edit in memory and hands it to the database.
         *
         * @param edit the edit
         * @param word what the history says of it
         * @return true when the database has it, false if it refused
         */
        CompletableFuture<Boolean> apply(ReviewEdit edit, HistoryWord word);

        /**
         * Shows the place of an edit, if one of its files is on the list.
         *
         * @param step the edit
         */
        void show(Step step);

        /** What can be undone or redone is something else. */
        void changed();
    }

    private final Supplier<String> sitting;
    private final String person;
    private final Executor ui;
    private final Work work;
    private final History history = new History();
    private long number;

    /**
     * Nothing was done yet.
     *
     * @param sitting the name of this sitting in the history of the database in use
     * @param person who is written down
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
     * Does a new edit.
     *
     * @param name what the edit is called in menus
     * @param edit the edit
     */
    public void perform(String name, ReviewEdit edit) {
        number++;
        HistoryNote note = Deeds.note(edit, sitting.get(), number, person, RowTime.now());
        history.add(new Step(note, name, edit));
        dropIfRefused(note, work.apply(edit, note));
    }

    /** What the database refused was not done and cannot be taken back. */
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

    /** Nothing that was done so far can be taken back: it is in another database. */
    public void forget() {
        history.clear();
        work.changed();
    }

    /**
     * Learns what this person did in earlier sittings and can take back.
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
     * Takes the last edit back and shows its place.
     *
     * @return what is taken back; empty if there was nothing
     */
    public Optional<Turn> undo() {
        return history.undo().map(step -> turn(step, step.edit().inverse(), true));
    }

    /**
     * Does the edit again that was taken back last and shows its place.
     *
     * @return what is done again; empty if there was nothing
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
     * What {@link #undo} would take back.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextUndo() {
        return history.nextUndo();
    }

    /**
     * What {@link #redo} would do again.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextRedo() {
        return history.nextRedo();
    }

    /**
     * The edits of earlier sittings that can be taken back.
     *
     * @return their notes, the last one first
     */
    public List<HistoryNote> earlier() {
        return history.earlier();
    }

    /**
     * The name of this sitting in the history of the database in use.
     *
     * @return another one in another database
     */
    public String sitting() {
        return sitting.get();
    }

    /**
     * Who is written down.
     *
     * @return the account
     */
    public String person() {
        return person;
    }
}
