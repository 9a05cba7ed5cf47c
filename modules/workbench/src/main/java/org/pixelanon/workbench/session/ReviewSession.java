package org.pixelanon.workbench.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.store.StoreException;

/**
 * What a curator works on: the list of files, the file and plane on screen, the selected item, and
 * how it is shown. All views look at the same session and are told of its changes; none knows
 * another view. Every method is called on the session's thread and returns at once; reading,
 * drawing and the database happen on workers.
 */
public final class ReviewSession implements AutoCloseable {

    private static final int FILES_KEPT_OPEN = 6;

    private final Workers workers;
    private final ReviewStore store;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final FileList files = new FileList();
    private final AtomicLong ids = new AtomicLong();
    private final PlaneImages images;
    private final FileCache cache;
    private final Editor editor;
    private Predicate<ReviewFile> filter = file -> true;
    private int current = -1;
    private Optional<OpenFile> open = Optional.empty();
    private int planeIndex;
    private OptionalLong selected = OptionalLong.empty();
    private Optional<PixelRectangle> drawn = Optional.empty();
    private Display display = Display.START;

    /**
     * Starts a session without files.
     *
     * @param workers its threads; closed with the session
     * @param store the database; closed with the session
     * @param user who is written down as the one who changed something
     * @param cacheBytes bytes of drawn planes that are kept
     */
    public ReviewSession(Workers workers, ReviewStore store, String user, long cacheBytes) {
        this.workers = workers;
        this.store = store;
        this.images = new PlaneImages(cacheBytes, workers.files());
        this.cache =
                new FileCache(
                        FILES_KEPT_OPEN,
                        new FileReader(store, workers.store(), ids::incrementAndGet),
                        workers.files(),
                        images::drop);
        this.editor = new Editor(this, workers, store, user, ids::incrementAndGet);
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
        return cache.kept(name);
    }

    /**
     * Replaces the list of files and shows one. What the database knows of them is asked for in the
     * background.
     *
     * @param paths the files, each once
     * @param first which is shown, 0-based; none if the list is empty
     * @return done when the list is there; fails with a {@link StoreException} if the database
     *     cannot be read, and then nothing changes
     */
    public CompletableFuture<Void> setFiles(List<Path> paths, int first) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        workers.store()
                .execute(
                        () -> {
                            try {
                                List<ReviewFile> lines = lines(paths);
                                workers.ui().execute(() -> listed(lines, first, done));
                            } catch (StoreException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }

    private void listed(List<ReviewFile> lines, int first, CompletableFuture<Void> done) {
        cache.clear();
        files.replaceAll(lines);
        current = -1;
        open = Optional.empty();
        tell(Aspect.FILES, Aspect.LINES, Aspect.FILE, Aspect.PLANE, Aspect.ITEMS);
        if (!lines.isEmpty()) {
            show(Math.max(0, Math.min(first, lines.size() - 1)));
        }
        done.complete(null);
    }

    private List<ReviewFile> lines(List<Path> paths) throws StoreException {
        Map<String, ReviewFile> known = store.summaries();
        List<ReviewFile> lines = new ArrayList<>(paths.size());
        for (Path path : paths) {
            ReviewFile fresh = ReviewFile.of(path);
            ReviewFile stored = known.get(fresh.name());
            lines.add(
                    stored == null
                            ? fresh
                            : fresh.marked(stored.state(), stored.comment())
                                    .counted(stored.rectangles(), stored.undecided()));
        }
        return lines;
    }

    /**
     * Everything the database holds, read behind all edits made so far.
     *
     * @return completed on the database's thread; fails with a {@link StoreException} if the
     *     database cannot be read
     */
    public CompletableFuture<StoreSnapshot> snapshot() {
        CompletableFuture<StoreSnapshot> done = new CompletableFuture<>();
        workers.store()
                .execute(
                        () -> {
                            try {
                                done.complete(store.snapshot());
                            } catch (StoreException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
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

    /**
     * Shows a file from its first plane.
     *
     * @param index 0-based
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
        if (index < 0 || index >= files.size()) {
            return;
        }
        current = index;
        open = Optional.empty();
        selected = OptionalLong.empty();
        drawn = Optional.empty();
        display = display.withWindow(Display.START.window());
        planeIndex = plane;
        CompletableFuture<OpenFile> read = cache.get(files.get(index));
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
        planeIndex = Math.max(0, Math.min(planeIndex, file.planes().size() - 1));
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
    }

    /** Reads the next file and draws the planes around, so that the next key finds them there. */
    private void prefetch() {
        files.next(current, 1, filter)
                .ifPresent(
                        next ->
                                cache.get(files.get(next))
                                        .thenAcceptAsync(this::drawFirst, workers.ui()));
        open.ifPresent(
                file -> {
                    for (int i = planeIndex + 1; i <= planeIndex + 2; i++) {
                        draw(file, i);
                    }
                    draw(file, planeIndex - 1);
                });
    }

    private void drawFirst(OpenFile file) {
        draw(file, 0);
    }

    private void draw(OpenFile file, int plane) {
        if (plane >= 0 && plane < file.planes().size()) {
            images.get(file, file.planes().get(plane).plane(), display);
        }
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
            cache.drop(files.get(current).name());
            show(current, planeIndex);
        }
    }

    /**
     * Which plane of the file is on screen.
     *
     * @return 0-based index into its planes
     */
    public int planeIndex() {
        return planeIndex;
    }

    /**
     * The plane on screen.
     *
     * @return empty if there is none
     */
    public Optional<PlaneGeometry> plane() {
        return open.filter(f -> !f.planes().isEmpty()).map(f -> f.planes().get(planeIndex));
    }

    /**
     * Shows another plane of the file.
     *
     * @param index 0-based; ignored if there is no such plane
     * @return whether it is another one than before
     */
    public boolean showPlane(int index) {
        int planes = open.map(f -> f.planes().size()).orElse(0);
        if (index < 0 || index >= planes || index == planeIndex) {
            return false;
        }
        planeIndex = index;
        drawn = Optional.empty();
        tell(Aspect.PLANE);
        prefetch();
        return true;
    }

    /** Shows the first frame of the next overlay; after the last one stays where it is. */
    public void nextOverlay() {
        int here = plane().map(p -> group(p.plane())).orElse(0);
        open.ifPresent(
                file -> {
                    for (int i = planeIndex + 1; i < file.planes().size(); i++) {
                        if (group(file.planes().get(i).plane()) > here) {
                            showPlane(i);
                            return;
                        }
                    }
                });
    }

    private static int group(Plane plane) {
        return plane instanceof OverlayPlane overlay ? overlay.group() : 0;
    }

    /**
     * The items of the plane on screen whose layers are shown.
     *
     * @return in the order they were found
     */
    public List<ReviewItem> itemsOnPlane() {
        Optional<PlaneGeometry> plane = plane();
        if (open.isEmpty() || plane.isEmpty()) {
            return List.of();
        }
        return open.get().items().stream()
                .filter(i -> i.isOn(plane.get().plane()) && display.shows(i.layer()))
                .toList();
    }

    /**
     * The selected item.
     *
     * @return empty if there is none
     */
    public Optional<ReviewItem> selected() {
        return selected.isEmpty()
                ? Optional.empty()
                : open.flatMap(f -> f.item(selected.getAsLong()));
    }

    /**
     * Selects an item; the plane on screen stays if the item is on it, else its first plane is
     * shown.
     *
     * @param id the item; empty for none
     */
    public void select(OptionalLong id) {
        if (selected.equals(id)) {
            return;
        }
        selected = id;
        selected().ifPresent(this::goTo);
        tell(Aspect.SELECTION);
    }

    /**
     * Shows a plane an item lies on: the one on screen if it is on it, else its first.
     *
     * @param item an item of the file on screen
     */
    public void goTo(ReviewItem item) {
        if (plane().filter(p -> item.isOn(p.plane())).isEmpty()) {
            firstPlaneOf(item).ifPresent(this::showPlane);
        }
    }

    private OptionalInt firstPlaneOf(ReviewItem item) {
        List<PlaneGeometry> planes = open.map(OpenFile::planes).orElse(List.of());
        for (int i = 0; i < planes.size(); i++) {
            if (item.isOn(planes.get(i).plane())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Selects the next suggestion nobody decided about: on this plane, else on a later one, else in
     * the next file that has one.
     *
     * @return false if there is none left
     */
    public boolean selectNextUndecided() {
        List<ReviewItem> waiting = new ArrayList<>();
        open.ifPresent(f -> f.items().stream().filter(OpenFile::waits).forEach(waiting::add));
        waiting.sort(java.util.Comparator.comparingInt(i -> firstPlaneOf(i).orElse(0)));
        int here = -1;
        for (int i = 0; i < waiting.size(); i++) {
            here = selected.isPresent() && waiting.get(i).id() == selected.getAsLong() ? i : here;
        }
        if (here + 1 < waiting.size()) {
            select(OptionalLong.of(waiting.get(here + 1).id()));
            return true;
        }
        OptionalInt next = files.next(current, 1, f -> filter.test(f) && f.undecided() > 0);
        if (next.isPresent()) {
            show(next.getAsInt());
            open.ifPresent(f -> selectNextUndecided());
        }
        return next.isPresent();
    }

    /**
     * The rectangle that was drawn on the plane and is not an item yet.
     *
     * @return empty if there is none
     */
    public Optional<PixelRectangle> drawn() {
        return drawn;
    }

    /**
     * Draws a rectangle that may become an item.
     *
     * @param rectangle where on the plane on screen; empty to give it up
     */
    public void setDrawn(Optional<PixelRectangle> rectangle) {
        if (!drawn.equals(rectangle)) {
            drawn = rectangle;
            tell(Aspect.SELECTION);
        }
    }

    /**
     * How planes are shown.
     *
     * @return the display
     */
    public Display display() {
        return display;
    }

    /**
     * Shows planes otherwise.
     *
     * @param other the new display
     */
    public void setDisplay(Display other) {
        if (!display.equals(other)) {
            display = other;
            tell(Aspect.DISPLAY);
        }
    }

    /**
     * What the status line says of the plane on screen, e.g. {@code frame 3 of 200}.
     *
     * @return empty if there is none
     */
    public String planeTitle() {
        Optional<PlaneGeometry> geometry = plane();
        if (geometry.isEmpty() || open.isEmpty()) {
            return "";
        }
        Plane plane = geometry.get().plane();
        int number = plane.index() + 1;
        return plane instanceof FramePlane
                ? "frame " + number + " of " + open.get().frames()
                : String.format(
                        java.util.Locale.ROOT,
                        "overlay %04X, frame %d of %d",
                        group(plane),
                        number,
                        open.get().overlayFrames(group(plane)));
    }

    /** Ends the session: edits are finished, files and database closed. */
    @Override
    public void close() {
        cache.clear();
        workers.store().execute(store::close);
        workers.close();
    }
}
