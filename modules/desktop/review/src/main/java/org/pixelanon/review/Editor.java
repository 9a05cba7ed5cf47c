package org.pixelanon.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.history.Step;
import org.pixelanon.review.history.Undo;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RowTime;

/**
 * All changes by a curator. An edit is applied to the items in memory at once and passed to the
 * database in order; all edits can be undone. Files that are done are locked: their items do not
 * change until they are put back to review. Used on the session's thread.
 */
public final class Editor {

    private final SessionState state;
    private final Screen screen;
    private final String user;
    private final LongSupplier ids;
    private final Undo undo;
    private final EditWriter writing;
    private final Supplier<Optional<String>> readOnly;
    private Consumer<String> refusals = why -> {};

    Editor(
            SessionState state,
            Screen screen,
            Undo undo,
            EditWriter writing,
            LongSupplier ids,
            Supplier<Optional<String>> readOnly) {
        this.readOnly = readOnly;
        this.state = state;
        this.screen = screen;
        this.undo = undo;
        this.user = undo.person();
        this.writing = writing;
        this.ids = ids;
    }

    /**
     * Adds a drawn rectangle, to be blanked, and selects it.
     *
     * @param name name of the edit in menus
     * @param scope its planes
     * @param rectangle the rectangle, clipped by the caller
     * @return false if the file is locked or there is none
     */
    public boolean draw(String name, PlaneScope scope, PixelRectangle rectangle) {
        Optional<OpenFile> file = unlocked();
        if (file.isEmpty()) {
            return false;
        }
        ReviewItem item = drawn(new Region(scope, rectangle), "drawn");
        boolean added = perform(name, ReviewEdit.OfItem.added(file.get().name(), item));
        if (added) {
            screen.select(item.id());
        }
        return added;
    }

    /**
     * A rectangle placed by a person, to be blanked.
     *
     * @param region where
     * @param reason its origin, without patient text
     * @return a new item, not yet part of a file
     */
    public ReviewItem drawn(Region region, String reason) {
        return new ReviewItem(
                ids.getAsLong(),
                Layer.PERSON,
                region,
                "",
                1,
                reason,
                true,
                Verdict.REDACT,
                user,
                RowTime.now());
    }

    /**
     * Changes items of the file on screen.
     *
     * @param name name of the edit in menus
     * @param befores the items as they are
     * @param afters the new items, with the same ids in the same order
     * @return false if the file is locked or nothing changes
     */
    public boolean change(String name, List<ReviewItem> befores, List<ReviewItem> afters) {
        Optional<OpenFile> file = unlocked();
        List<ReviewEdit> edits = new ArrayList<>();
        for (int i = 0; i < befores.size(); i++) {
            if (file.isPresent() && !befores.get(i).equals(afters.get(i))) {
                ReviewItem signed = afters.get(i).signed(user, RowTime.now());
                edits.add(ReviewEdit.OfItem.changed(file.get().name(), befores.get(i), signed));
            }
        }
        return performAll(name, edits);
    }

    /**
     * Decides items.
     *
     * @param name name of the edit in menus
     * @param items the items as they are
     * @param verdict blank, keep, or undecided again
     * @return false if the file is locked or nothing changes
     */
    public boolean decide(String name, List<ReviewItem> items, Verdict verdict) {
        return change(name, items, items.stream().map(i -> i.withVerdict(verdict)).toList());
    }

    /**
     * Decides a text on all planes where it is the same.
     *
     * @param name name of the edit in menus
     * @param item the item as it is
     * @param verdict blank, keep, or undecided again
     * @return the number of its planes; 0 if the file is locked or nothing changes
     * @see OpenFile#alike
     */
    public int decideAlike(String name, ReviewItem item, Verdict verdict) {
        List<ReviewItem> alike = state.open().map(f -> f.alike(item)).orElse(List.of(item));
        return decide(name, alike, verdict) ? alike.size() : 0;
    }

    /**
     * Prepares a decision on an item of any file.
     *
     * @param file name of the file in the database
     * @param item the item as it is
     * @param verdict blank, keep, or undecided again
     * @return the edit, signed; to be done by {@link #perform}
     */
    public ReviewEdit decided(String file, ReviewItem item, Verdict verdict) {
        ReviewItem after = item.withVerdict(verdict).signed(user, RowTime.now());
        return ReviewEdit.OfItem.changed(file, item, after);
    }

    /**
     * Adds copies of items, e.g. on other planes.
     *
     * @param name name of the edit in menus
     * @param regions where
     * @param reason their origin, without patient text
     * @return false if the file is locked or there are none
     */
    public boolean add(String name, List<Region> regions, String reason) {
        Optional<OpenFile> file = unlocked();
        List<ReviewEdit> edits = new ArrayList<>();
        file.ifPresent(
                f ->
                        regions.forEach(
                                r ->
                                        edits.add(
                                                ReviewEdit.OfItem.added(
                                                        f.name(), drawn(r, reason)))));
        return performAll(name, edits);
    }

    /**
     * Removes items. Found items are not removed but kept, since they would be found again.
     *
     * @param name name of the edit in menus
     * @param items the items as they are
     * @return false if the file is locked or there are none
     */
    public boolean remove(String name, List<ReviewItem> items) {
        Optional<OpenFile> file = unlocked();
        List<ReviewEdit> edits = new ArrayList<>();
        for (ReviewItem item : file.isEmpty() ? List.<ReviewItem>of() : items) {
            edits.add(
                    item.layer() == Layer.PERSON
                            ? ReviewEdit.OfItem.removed(file.get().name(), item)
                            : ReviewEdit.OfItem.changed(
                                    file.get().name(),
                                    item,
                                    item.withVerdict(Verdict.KEEP).signed(user, RowTime.now())));
        }
        return performAll(name, edits);
    }

    /**
     * Marks the file on screen.
     *
     * @param name name of the edit in menus
     * @param wanted done, tagged or to review
     * @param comment the comment
     * @return false if there is no file or nothing changes
     */
    public boolean mark(String name, FileState wanted, String comment) {
        Optional<OpenFile> file = state.open().filter(f -> f.failure().isEmpty());
        if (file.isEmpty()) {
            return false;
        }
        ReviewFile line = state.files().get(state.current());
        if (line.state() == wanted && line.comment().equals(comment)) {
            return false;
        }
        OpenQuestions open = screen.viewed().asMarked(wanted).orElse(null);
        return perform(
                name,
                new ReviewEdit.OfMark(
                        line.name(), line.state(), line.comment(), wanted, comment, open));
    }

    /**
     * Comments on the file on screen. A comment needs a row, and a row without a tag would mean
     * that the file is done, so a file to be reviewed becomes tagged.
     *
     * @param name name of the edit in menus
     * @param words the comment; may be empty
     * @return false if there is no file or nothing changes
     */
    public boolean comment(String name, String words) {
        int current = state.current();
        if (current < 0) {
            return false;
        }
        FileState known = state.files().get(current).state();
        return mark(name, known == FileState.TO_REVIEW ? FileState.TAGGED : known, words);
    }

    /**
     * Applies a prepared edit, even of files that are not on screen.
     *
     * @param name name of the edit in menus
     * @param edit the edit
     * @return false if the database cannot be changed, which is reported to the refusal listeners
     */
    public boolean perform(String name, ReviewEdit edit) {
        if (isRefused()) {
            return false;
        }
        undo.perform(name, edit);
        return true;
    }

    private boolean isRefused() {
        Optional<String> why = readOnly.get();
        why.ifPresent(refusals);
        return why.isPresent();
    }

    /**
     * Registers a listener for edits refused because the database cannot be changed.
     *
     * @param listener receives the reason, on the session's thread
     */
    public void tellRefusals(Consumer<String> listener) {
        refusals = listener;
    }

    private boolean performAll(String name, List<ReviewEdit> edits) {
        if (edits.isEmpty()) {
            return false;
        }
        return perform(name, edits.size() == 1 ? edits.get(0) : new ReviewEdit.Several(edits));
    }

    /**
     * Decides a text on all planes where it is the same and adds it to a list, in one edit.
     *
     * @param name name of the edit in menus
     * @param item the text as it is, of the file on screen
     * @param verdict blank or keep; a file that is done stays as it is
     * @param line its expression and the list
     */
    public void promote(String name, ReviewItem item, Verdict verdict, ReviewEdit.OfLine line) {
        List<ReviewEdit> edits = new ArrayList<>();
        Optional<OpenFile> file =
                unlocked().filter(f -> f.item(item.id()).filter(item::equals).isPresent());
        for (ReviewItem one : file.map(f -> f.alike(item)).orElse(List.of())) {
            ReviewItem after = one.withVerdict(verdict);
            if (!after.equals(one)) {
                ReviewItem signed = after.signed(user, RowTime.now());
                edits.add(ReviewEdit.OfItem.changed(file.get().name(), one, signed));
            }
        }
        edits.add(line);
        performAll(name, edits);
    }

    /**
     * The lists to which texts are added.
     *
     * @return reports changes to them
     */
    public ExpressionLists lists() {
        return writing.lists();
    }

    /**
     * The history for undo and redo.
     *
     * @return shows later edits
     */
    public Undo history() {
        return undo;
    }

    /** Undoes the last edit and shows its place. */
    public void undo() {
        undo.undo();
    }

    /** Redoes the edit that was undone last and shows its place. */
    public void redo() {
        undo.redo();
    }

    /**
     * The edit that undo would undo.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextUndo() {
        return undo.nextUndo();
    }

    /**
     * The edit that redo would redo.
     *
     * @return the edit; empty if there is none
     */
    public Optional<Step> nextRedo() {
        return undo.nextRedo();
    }

    /**
     * Whether everything is saved.
     *
     * @return false while an edit is being written, and after a failure
     */
    public boolean isSaved() {
        return writing.isSaved();
    }

    /**
     * Why the last edit could not be written.
     *
     * @return empty if it could
     */
    public Optional<String> failure() {
        return writing.failure();
    }

    /**
     * Why nothing can be changed.
     *
     * @return the reason, with the database; empty if it can be written
     */
    public Optional<String> readOnly() {
        return readOnly.get();
    }

    /**
     * Whether the items of the file on screen cannot be changed.
     *
     * @return true if the file is done or the database is read-only
     */
    public boolean isLocked() {
        int current = state.current();
        boolean looks = readOnly.get().isPresent();
        return looks || current >= 0 && state.files().get(current).state() == FileState.DONE;
    }

    private Optional<OpenFile> unlocked() {
        return isRefused() || isLocked()
                ? Optional.empty()
                : state.open().filter(f -> f.failure().isEmpty());
    }
}
