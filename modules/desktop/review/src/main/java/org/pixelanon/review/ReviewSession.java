package org.pixelanon.review;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.pixelanon.model.Decision;

/**
 * What a curator works on: the list of files, the file and plane on screen, the selected item, and
 * how it is shown. All views look at the same session and are told of its changes; none knows
 * another view. Every method is called on the session's thread and returns at once; reading,
 * drawing and the database happen on workers.
 */
public final class ReviewSession implements AutoCloseable {

    private final Workers workers;
    private final ReviewStore store;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final FileList files = new FileList();
    private final PlaneImages images;
    private final Explanations explanations;
    private final FileLoader loader;
    private final Editor editor;
    private final SessionDatabase database;
    private final SessionWatch watch;
    private final Screen screen;
    private Predicate<ReviewFile> filter = FileFilter.ALL;
    private int current = -1;
    private Optional<OpenFile> open = Optional.empty();
    private boolean seeking;

    /**
     * Starts a session without files.
     *
     * @param workers its threads; closed with the session
     * @param store the database; closed with the session
     * @param user who is written down as the one who changed something
     * @param cacheBytes bytes of drawn planes that are kept
     * @param policies says why text is judged as it is
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
        this.images = new PlaneImages(cacheBytes, workers.files());
        this.loader =
                new FileLoader(
                        workers,
                        store,
                        explanations,
                        policies,
                        name -> editor().edits(name),
                        this::refreshItems,
                        images::drop);
        this.database = new SessionDatabase(this, loader, store);
        this.watch = new SessionWatch(this, store);
        watch.start();
        this.screen = new Screen(this, workers, store);
        this.editor = new Editor(this, workers, store, user, store.ids()::next);
    }

    /**
     * Asks to be told of changes.
     *
     * @param listener told on the session's thread
     */
    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    /**
     * No longer asks to be told.
     *
     * @param listener a listener that was added
     */
    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    void tell(Aspect first, Aspect... more) {
        Set<Aspect> what = EnumSet.of(first, more);
        listeners.forEach(listener -> listener.changed(what));
    }

    /**
     * The files of the session.
     *
     * @return shows later changes
     */
    public FileList files() {
        return files;
    }

    /**
     * Drawn planes.
     *
     * @return the cache all views share
     */
    public PlaneImages images() {
        return images;
    }

    /**
     * The database, for those who read it as a whole or write to it by other use cases.
     *
     * @return the database of this session
     */
    public SessionDatabase database() {
        return database;
    }

    /**
     * Who else has the file on screen before them.
     *
     * @return accounts with their machines; usually none
     */
    public List<String> others() {
        return watch.others();
    }

    /**
     * What of the file is on screen.
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
     * @return for work that must not be done on the session's thread
     */
    public Workers workers() {
        return workers;
    }

    /** The file if it is kept open, on screen or not. */
    Optional<OpenFile> kept(String name) {
        return loader.kept(name);
    }

    /**
     * Replaces the list of files and shows one. What the database knows of them is asked for in the
     * background.
     *
     * @param paths the files, each once
     * @param first which is shown, 0-based; negative for the first that is not done
     * @param plane which of its planes, 0-based
     * @return done when the list is there; fails if the database cannot be read, and then nothing
     *     changes
     */
    public CompletableFuture<Void> setFiles(List<Path> paths, int first, int plane) {
        return loader.lines(paths)
                .thenAcceptAsync(lines -> listed(lines, first, plane), workers.ui());
    }

    private void listed(List<ReviewFile> lines, int first, int plane) {
        screen.viewed().save();
        editor.forget(); // undo would change files that are no longer on the list
        loader.clear();
        files.replaceAll(lines);
        current = -1;
        open = Optional.empty();
        tell(Aspect.FILES, Aspect.LINES, Aspect.FILE, Aspect.PLANE, Aspect.ITEMS);
        if (first < 0) {
            boolean here = !lines.isEmpty() && lines.get(0).state() != FileState.DONE;
            show(here ? 0 : files.next(0, 1, f -> f.state() != FileState.DONE).orElse(0));
        } else if (!lines.isEmpty()) {
            show(Math.max(0, Math.min(first, lines.size() - 1)), plane);
        }
    }

    /**
     * Restricts stepping from file to file, and what the list shows.
     *
     * @param wanted which files
     */
    public void setFilter(Predicate<ReviewFile> wanted) {
        filter = wanted;
        tell(Aspect.FILES);
    }

    /**
     * Which files the list shows.
     *
     * @return the filter
     */
    public Predicate<ReviewFile> filter() {
        return filter;
    }

    /**
     * Where the file on screen stands in the list.
     *
     * @return its 0-based index; -1 if there is none
     */
    public int current() {
        return current;
    }

    /**
     * The file on screen.
     *
     * @return empty while it is read or if there is none
     */
    public Optional<OpenFile> open() {
        return open;
    }

    /** Shows a file, 0-based, from its first plane. */
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
        if (index < 0 || index >= files.size()) {
            return;
        }
        current = index;
        open = Optional.empty();
        screen.reset(plane);
        CompletableFuture<OpenFile> read = loader.get(files.get(index));
        if (read.isDone()) {
            arrived(index, read.join());
        } else {
            tell(Aspect.FILE, Aspect.PLANE, Aspect.ITEMS, Aspect.SELECTION);
            read.thenAcceptAsync(file -> arrived(index, file), workers.ui());
        }
    }

    private void arrived(int index, OpenFile file) {
        boolean stillWanted = current == index && files.get(index).name().equals(file.name());
        if (!stillWanted) {
            return;
        }
        open = Optional.of(file);
        screen.fitTo(file);
        if (!file.failure().isEmpty()) {
            files.set(index, files.get(index).failed(file.failure()));
        } else {
            recount(file);
        }
        tell(
                Aspect.FILE,
                Aspect.PLANE,
                Aspect.ITEMS,
                Aspect.SELECTION,
                Aspect.DISPLAY,
                Aspect.LINES);
        prefetch();
        if (seeking) {
            seeking = false;
            screen.selectFirstUndecided();
        }
    }

    /** Reads the next file and draws the planes around, so that the next key finds them there. */
    void prefetch() {
        OptionalInt next = files.next(current, 1, filter);
        if (next.isPresent()) {
            loader.get(files.get(next.getAsInt()))
                    .thenAcceptAsync(f -> images.ahead(f, 0, 0, screen.display()), workers.ui());
        }
        int here = screen.planeIndex();
        open.ifPresent(f -> images.ahead(f, here - 1, here + 2, screen.display()));
    }

    /** Called on any thread: what a search knows beyond what the database keeps. */
    void note(String file, List<Decision> found) {
        explanations.note(file, found);
    }

    void recount(OpenFile file) {
        files.indexOf(file.name())
                .ifPresent(
                        i -> files.set(i, files.get(i).counted(file.redacted(), file.undecided())));
    }

    /**
     * Shows the next or previous file that the filter lets through.
     *
     * @param step 1 forwards, -1 backwards
     * @return false if there is none
     */
    public boolean stepFile(int step) {
        OptionalInt next = files.next(current, step, filter);
        next.ifPresent(this::show);
        return next.isPresent();
    }

    /** Reads the file on screen again, with what the database knows now. */
    public void reload() {
        if (current >= 0) {
            loader.drop(files.get(current).name());
            show(current, screen.planeIndex());
        }
    }

    /** Reads the items of a file again, after somebody wrote new ones, if it is kept open. */
    void refreshItems(String name) {
        kept(name).filter(f -> f.failure().isEmpty()).ifPresent(this::refreshItems);
    }

    private void refreshItems(OpenFile file) {
        int before = editor.edits(file.name());
        loader.again(file)
                .whenCompleteAsync(
                        (known, problem) -> {
                            if (editor.edits(file.name()) != before) {
                                refreshItems(file.name()); // what was read is older than an edit
                            } else if (problem == null) {
                                renew(file, known);
                            } else {
                                editor.tellProblem(problem);
                            }
                        },
                        workers.ui());
    }

    /** Asks anew what is known and suggested: a mark or a rule changes that of many files. */
    public void refreshKept() {
        loader.each(file -> refreshItems(file.name()));
    }

    private void renew(OpenFile file, FileReader.Known known) {
        file.replace(known);
        recount(file);
        tell(Aspect.ITEMS, Aspect.SELECTION, Aspect.LINES);
    }

    /**
     * Says that a file turned out to be unreadable when a plane was to be drawn.
     *
     * @param file the file
     * @param why the reason, without patient text
     */
    public void failed(OpenFile file, String why) {
        files.indexOf(file.name())
                .ifPresent(
                        i -> {
                            files.set(i, files.get(i).failed(why));
                            tell(Aspect.LINES);
                        });
    }

    /**
     * Selects the next suggestion nobody decided about: later in this file, else in the next file
     * that has one, else earlier in this file.
     *
     * @return false if there is none left
     */
    public boolean selectNextUndecided() {
        if (screen.selectLaterUndecided()) {
            return true;
        }
        OptionalInt file = files.next(current, 1, f -> filter.test(f) && f.undecided() > 0);
        if (file.isPresent()) {
            seeking = true;
            show(file.getAsInt());
        }
        return file.isPresent() || screen.selectFirstUndecided();
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
