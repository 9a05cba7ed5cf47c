package org.pixelanon.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.pixelanon.model.Decision;
import org.pixelanon.review.history.Deeds;
import org.pixelanon.review.history.Undo;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.HistoryNote;

/**
 * The work of a curator: the list of files, the file and plane on screen, the selected item, and
 * the display. All views show the same session and listen to its changes; none knows another view.
 * Every method is called on the session's thread and returns at once; reading, drawing and database
 * access happen on workers.
 */
public final class ReviewSession implements AutoCloseable {

    private final Workers workers;
    private final ReviewStore store;
    private final SessionState state = new SessionState();
    private final PlaneImages images;
    private final Explanations explanations;
    private final FileLoader loader;
    private final Screen screen;
    private final ShownFiles shown;
    private final EditEffects effects;
    private final Editor editor;
    private final SessionDatabase database;
    private final SessionWatch watch;

    /**
     * Starts a session without files.
     *
     * @param workers its threads; closed with the session
     * @param store the database; closed with the session
     * @param user the account recorded with changes
     * @param cacheBytes bytes of drawn planes that are kept
     * @param policies judges text
     */
    public ReviewSession(
            Workers workers,
            ReviewStore store,
            String user,
            long cacheBytes,
            PolicySource policies) {
        this.explanations = new Explanations(policies);
        this.workers = workers;
        this.store = store;
        this.images = new PlaneImages(cacheBytes, workers);
        EditWriter writing =
                new EditWriter(
                        state,
                        workers,
                        store,
                        edit -> effects().afterwards(edit),
                        this::refreshKept);
        this.loader =
                new FileLoader(
                        workers,
                        store,
                        explanations,
                        policies,
                        state::edits,
                        name -> shown().refreshItems(name),
                        images::drop);
        ViewedPlanes viewed = new ViewedPlanes(state, workers, store, writing::tellProblem);
        this.screen = new Screen(state, viewed, () -> shown().prefetch());
        this.shown = new ShownFiles(state, screen, loader, images, workers, writing);
        this.database =
                new SessionDatabase(state, shown, viewed, loader, workers, store, this::listAgain);
        this.watch = new SessionWatch(state, database, workers, store);
        watch.start();
        this.effects = new EditEffects(state, shown, database, writing);
        Undo undo = new Undo(store::sitting, user, workers.ui(), effects);
        this.editor = new Editor(state, screen, undo, writing, store.ids()::next, store::readOnly);
    }

    /** Completes the construction of parts that listen to the session. */
    private ShownFiles shown() {
        return shown;
    }

    private EditEffects effects() {
        return effects;
    }

    /**
     * Adds a listener.
     *
     * @param listener called on the session's thread
     */
    public void addListener(SessionListener listener) {
        state.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener a listener that was added
     */
    public void removeListener(SessionListener listener) {
        state.remove(listener);
    }

    /**
     * The files of the session.
     *
     * @return a live view
     */
    public FileList files() {
        return state.files();
    }

    /**
     * Drawn planes.
     *
     * @return the cache shared by all views
     */
    public PlaneImages images() {
        return images;
    }

    /**
     * The database, for other use cases than edits.
     *
     * @return the database of this session
     */
    public SessionDatabase database() {
        return database;
    }

    /**
     * Who else views the file on screen.
     *
     * @return accounts with their machines; usually none
     */
    public List<String> others() {
        return watch.others();
    }

    /**
     * The part of the file that is on screen.
     *
     * @return plane, selection and display
     */
    public Screen screen() {
        return screen;
    }

    /**
     * Everything that changes items, marks and comments.
     *
     * @return the editor of this session
     */
    public Editor editor() {
        return editor;
    }

    /**
     * The threads of this session.
     *
     * @return for work off the session's thread
     */
    public Workers workers() {
        return workers;
    }

    /**
     * The file if it is kept open, on screen or not.
     *
     * @param name name of the file in the database
     * @return empty if it is not open or not yet read
     */
    public Optional<OpenFile> kept(String name) {
        return shown.kept(name);
    }

    /**
     * Replaces the list of files and shows one. Their data in the database are read in the
     * background.
     *
     * @param paths the files, each once
     * @param first the file to show, 0-based; negative for the first that is not done
     * @param plane which of its planes, 0-based
     * @return completed when the list is ready; fails without change if the database cannot be read
     */
    public CompletableFuture<Void> setFiles(List<Path> paths, int first, int plane) {
        return loader.lines(paths)
                .thenAcceptAsync(lines -> listed(lines, first, plane), workers.ui());
    }

    private void listed(List<ReviewFile> lines, int first, int plane) {
        screen.viewed().save();
        loader.clear();
        database.learnEarlier(editor.history());
        FileList files = state.files();
        files.replaceAll(lines);
        state.choose(-1);
        state.tell(Aspect.FILES, Aspect.LINES, Aspect.FILE, Aspect.PLANE, Aspect.ITEMS);
        if (first < 0) {
            boolean here = !lines.isEmpty() && lines.get(0).state() != FileState.DONE;
            show(here ? 0 : files.next(0, 1, f -> f.state() != FileState.DONE).orElse(0));
        } else if (!lines.isEmpty()) {
            show(Math.max(0, Math.min(first, lines.size() - 1)), plane);
        }
    }

    private CompletableFuture<Void> listAgain() {
        List<Path> paths = files().all().stream().map(ReviewFile::path).toList();
        return paths.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : setFiles(paths, current(), 0);
    }

    /**
     * Restricts stepping and the displayed list.
     *
     * @param wanted which files
     */
    public void setFilter(Predicate<ReviewFile> wanted) {
        state.setFilter(wanted);
        state.tell(Aspect.FILES);
    }

    /**
     * The filter of the list.
     *
     * @return the filter
     */
    public Predicate<ReviewFile> filter() {
        return state.filter();
    }

    /**
     * The index of the file on screen.
     *
     * @return its 0-based index; -1 if there is none
     */
    public int current() {
        return state.current();
    }

    /**
     * The file on screen.
     *
     * @return empty while it is being read or if there is none
     */
    public Optional<OpenFile> open() {
        return state.open();
    }

    /**
     * Shows a file from its first plane.
     *
     * @param index 0-based; ignored if there is no such file
     */
    public void show(int index) {
        show(index, 0);
    }

    /**
     * Shows a file.
     *
     * @param index 0-based
     * @param plane which of its planes, 0-based; the last if there are fewer
     */
    public void show(int index, int plane) {
        shown.show(index, plane);
    }

    /**
     * Shows a file and selects its first suggestion that nobody decided about.
     *
     * @param index 0-based; ignored if there is no such file
     */
    public void seek(int index) {
        shown.seek(index);
    }

    /**
     * Shows a file, 0-based, and selects one of its items.
     *
     * @param index ignored if there is no such file
     * @param item its id; nothing is selected if it is gone
     */
    public void showItem(int index, long item) {
        shown.showItem(index, item);
    }

    /**
     * Shows the place of an edit.
     *
     * @param note the entry of the history
     * @return false if its file is not on the list
     */
    public boolean show(HistoryNote note) {
        return shown.goTo(note.filename(), Deeds.place(note).orElse(null));
    }

    /** Called on any thread with results of a search that the database does not store. */
    void note(String file, List<Decision> found) {
        explanations.note(file, found);
    }

    /**
     * Corrects the reading of a text of the file on screen; it is judged again at once, as in a
     * search, and undo reverts both.
     *
     * @param name what the edit is called in menus
     * @param item the text as it is
     * @param read the correct text
     * @return true if it was corrected; false if the file is done or the user moved on meanwhile;
     *     fails if a list cannot be read
     */
    public CompletableFuture<Boolean> reread(String name, ReviewItem item, String read) {
        OpenFile on = open().filter(f -> f.dicom().isPresent()).orElse(null);
        if (on == null || item.layer() != Layer.OCR || read.equals(item.text())) {
            return CompletableFuture.completedFuture(false);
        }
        List<ReviewItem> items = on.items();
        List<ReviewItem> misread = on.alike(item);
        return workers.answer(
                        workers.files(),
                        () ->
                                explanations.reread(
                                        on.dicom().orElseThrow().identity(), items, misread, read))
                .thenApplyAsync(
                        afters ->
                                open().filter(f -> f.name().equals(on.name()))
                                        .filter(f -> f.items().containsAll(misread))
                                        .map(f -> editor.change(name, misread, afters))
                                        .orElse(false),
                        workers.ui());
    }

    /**
     * Shows the next or previous file that passes the filter.
     *
     * @param step 1 forwards, -1 backwards
     * @return false if there is none
     */
    public boolean stepFile(int step) {
        return shown.step(step);
    }

    /** Reads the file on screen and its rows again. */
    public void reload() {
        shown.reload();
    }

    /** Reads known and suggested items again, since a mark or rule changes those of many files. */
    public void refreshKept() {
        shown.refreshKept();
    }

    /**
     * Reports that a file turned out to be unreadable when a plane was drawn.
     *
     * @param file the file
     * @param why the reason, without patient text
     */
    public void failed(OpenFile file, String why) {
        FileList files = state.files();
        files.indexOf(file.name())
                .ifPresent(
                        i -> {
                            files.set(i, files.get(i).failed(why));
                            state.tell(Aspect.LINES);
                        });
    }

    /**
     * Selects the next undecided suggestion: later in this file, else in the next file that has
     * one, else earlier in this file.
     *
     * @return false if there is none left
     */
    public boolean selectNextUndecided() {
        return screen.selectLaterUndecided() || shown.seekNext() || screen.selectFirstUndecided();
    }

    /** Ends the session: edits are finished, files and database closed. */
    @Override
    public void close() {
        screen.viewed().save();
        loader.clear();
        workers.store().execute(store::close);
        workers.close();
    }
}
