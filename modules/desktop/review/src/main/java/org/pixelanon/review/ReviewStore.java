package org.pixelanon.review;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.pipeline.database.DatabaseExport;
import org.pixelanon.pipeline.database.InspectedPlanes;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.database.OpenDatabase;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SearchState;
import org.pixelanon.review.item.StoredLine;
import org.pixelanon.store.DeviceKey;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryWord;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.Suggestion;

/**
 * Stores items as rows of the shared database. Used only on the database's thread. Failed writes
 * are kept in order and retried, so that no edit is lost while the database is locked or the disk
 * is full.
 */
public final class ReviewStore {

    private static final System.Logger LOG = System.getLogger(ReviewStore.class.getName());

    private final String user;
    private final StoredItems mapping;
    private final OpenDatabase database;
    private @Nullable Presence presence;
    private boolean refused;
    private final ItemIds ids = new ItemIds();
    private final KnownRows rows = new KnownRows(ids::next);
    private final Map<String, DeviceTags> devices = new ConcurrentHashMap<>();
    private final Map<DeviceTags, DeviceTags> deviceKinds = new ConcurrentHashMap<>();
    private final StoredEdits writing;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private volatile String sitting = UUID.randomUUID().toString();

    /** An edit to be written, with its completion. */
    private record Waiting(ReviewEdit edit, HistoryWord word, CompletableFuture<Boolean> written) {}

    /**
     * Creates the store; its database is opened when first needed, and created if missing.
     *
     * @param path its folder, or the file itself
     * @param user the account recorded with changes
     */
    public ReviewStore(Path path, String user) {
        this.database = new OpenDatabase(path);
        this.user = user;
        this.mapping = new StoredItems(user);
        this.writing = new StoredEdits(rows, mapping, devices, user);
    }

    private RegionStore store() throws StoreException {
        return database.store();
    }

    /** Why the database is read-only; empty if it can be changed. Any thread. */
    Optional<String> readOnly() {
        return database.readOnly();
    }

    /** The database in use: its folder, or the file itself. Any thread. */
    Path path() {
        return database.path();
    }

    /**
     * Switches to another database. Pending edits are first written to the old one.
     *
     * @param other its folder, or the file itself
     * @throws StoreException if it cannot be opened, or pending edits cannot be written; then the
     *     old one stays in use
     */
    void use(Path other) throws StoreException {
        Optional<String> problem = retry();
        if (problem.isPresent()) {
            throw new StoreException(path(), problem.get(), null);
        }
        leave();
        database.use(other);
        sitting = UUID.randomUUID().toString();
        rows.clear();
    }

    /**
     * The data of the database by name of file.
     *
     * @return one entry per file that has rows or a mark
     * @throws StoreException if the database cannot be read
     */
    Map<String, ReviewFile> summaries() throws StoreException {
        Map<String, ReviewFile> lines = new HashMap<>();
        for (FileSummary summary : store().files()) {
            lines.put(summary.filename(), StoredLine.of(summary));
        }
        return lines;
    }

    /** The current data of one file. */
    ReviewFile summary(String name) throws StoreException {
        int hide = 0;
        int open = 0;
        boolean form = false;
        List<StoredRow> all = store().rowsByThemselves(name);
        for (StoredRow row : all) {
            boolean counts = !row.region().box().isSummary() && row.region().sensitive() != 0;
            hide += counts ? 1 : 0;
            open += counts && StoredItems.isOpen(row) ? 1 : 0;
            form |= counts && StoredItems.isForm(row);
        }
        FileMark mark = store().mark(name).orElse(null);
        InspectedPlanes looked =
                InspectedPlanes.of(all, store().notes().searched(name), SeenPlanes.NONE);
        SeenPlanes held = store().notes().held(name);
        boolean whole = held.isEmpty() ? isWhole(all) : looked.searched().hasAll(held);
        SearchState part = looked.searched().isEmpty() ? SearchState.NOT : SearchState.PARTLY;
        return ReviewFile.of(Path.of(name))
                .marked(StoredLine.stateOf(mark), mark == null ? "" : mark.comment())
                .counted(hide, open)
                .withForm(form)
                .searched(whole ? SearchState.WHOLE : part)
                .copied(StoredMarks.copy(store().audits(name), mark));
    }

    private static boolean isWhole(List<StoredRow> rows) {
        InclusiveBox whole = InclusiveBox.summary(new AllPlanes());
        return rows.stream().anyMatch(row -> row.region().box().equals(whole));
    }

    /** Whether a row is about the file as a whole, as written by a search of all planes. */
    boolean isSearched(String name) throws StoreException {
        return isWhole(store().rowsByThemselves(name));
    }

    /**
     * The whole content of the database, for statistics.
     *
     * @throws StoreException if the database cannot be read
     */
    StoreSnapshot snapshot() throws StoreException {
        return new StoreSnapshot(store().files(), store().rows(), devices);
    }

    /**
     * The rows of a file as items.
     *
     * @param name the file
     * @param device its device, which makes it similar to others
     * @return one item per rectangle
     * @throws StoreException if the database cannot be read, or holds an impossible rectangle
     */
    List<ReviewItem> items(String name, DeviceTags device) throws StoreException {
        devices.put(name, deviceKinds.computeIfAbsent(device, same -> same)); // few kinds
        List<ReviewItem> items = new ArrayList<>();
        boolean decided = isDecided(name);
        for (StoredRow row : store().rowsByThemselves(name)) {
            if (!row.region().box().isSummary()) {
                long id = rows.read(name, new KnownRows.Known(row.id(), row.region()));
                items.add(mapping.item(id, row, decided, path()));
            }
        }
        return items;
    }

    /**
     * Texts of all files as items.
     *
     * @param wanted the test of file and text
     * @param most the maximum number
     * @return by name of file, sorted by name
     * @throws StoreException if the database cannot be read, or holds an impossible rectangle
     */
    Map<String, List<ReviewItem>> texts(BiPredicate<String, String> wanted, int most)
            throws StoreException {
        Map<String, List<ReviewItem>> found = new LinkedHashMap<>();
        boolean decided = false;
        for (StoredRow row : store().rowsWithText(wanted, most)) {
            String name = row.filename();
            List<ReviewItem> items = found.get(name);
            if (items == null) {
                items = new ArrayList<>();
                found.put(name, items);
                decided = isDecided(name);
            }
            long id = rows.read(name, new KnownRows.Known(row.id(), row.region()));
            items.add(mapping.item(id, row, decided, path()));
        }
        return found;
    }

    /** Whether dicompixelanon marked a file done, which decides all its rows. */
    private boolean isDecided(String name) throws StoreException {
        return store().mark(name).filter(m -> !m.tagged() && m.note().isEmpty()).isPresent();
    }

    /**
     * The suggestions from done files of the same device; none for a file that is itself done.
     *
     * @param name the file
     * @param device its device
     * @return ordered by number of files, descending
     * @throws StoreException if the database cannot be read
     */
    List<Suggestion> similar(String name, DeviceTags device) throws StoreException {
        if (store().mark(name).filter(mark -> !mark.tagged()).isPresent()) {
            return List.of();
        }
        return store().similar(
                        name,
                        new DeviceKey(
                                device.modality(),
                                device.imageType(),
                                device.model(),
                                device.rows(),
                                device.columns()));
    }

    /**
     * Writes an edit after the pending ones.
     *
     * @param edit the edit
     * @param word its entry in the history
     * @param written completed when it is written, with false if it is refused
     * @return why edits are pending; empty if none is
     */
    Optional<String> apply(ReviewEdit edit, HistoryWord word, CompletableFuture<Boolean> written) {
        waiting.add(new Waiting(edit, word, written));
        return retry();
    }

    /**
     * Retries pending edits. An edit of rows that another user changed meanwhile is refused, so
     * that it does not block later ones.
     *
     * @return why edits are pending; empty if none is
     */
    Optional<String> retry() {
        Optional<String> problem = Optional.empty();
        while (!waiting.isEmpty()) {
            Waiting first = waiting.element();
            boolean done = false;
            try {
                writing.write(store(), path(), first.edit(), first.word());
                done = true;
            } catch (StoreException e) {
                problem = Optional.of(String.valueOf(e.getMessage()));
                if (!e.isConflict()) {
                    return problem;
                }
                refused = true;
            }
            waiting.remove();
            first.written().complete(done);
        }
        return problem;
    }

    /** Whether edits were refused since the last call, so that memory must be refreshed. */
    boolean takeRefused() {
        boolean was = refused && waiting.isEmpty();
        refused &= !was;
        return was;
    }

    /** The name of this sitting in the history. */
    String sitting() {
        return sitting;
    }

    /** The last edits of all people, the last one first. */
    List<HistoryEntry> history(int most) throws StoreException {
        return store().history().last(most);
    }

    /** The edits of this user's earlier sittings that can be undone, the last one first. */
    List<HistoryEntry> reversible(int most) throws StoreException {
        return store().history().reversible(user, sitting, most);
    }

    /** Writes all rows as OCR CSV. */
    void export(Writer out) throws IOException {
        DatabaseExport.ocr(store(), out, false);
    }

    /** The planes of a file that were searched, and those shown to this user. */
    InspectedPlanes looked(String name) throws StoreException {
        return InspectedPlanes.of(
                store().rowsByThemselves(name),
                store().notes().searched(name),
                store().notes().shown(name, user));
    }

    /** Records that this user has planes on screen. */
    void addShown(String name, SeenPlanes planes) throws StoreException {
        RegionStore known = store();
        if (known.isWritable()) {
            known.notes().addShown(name, user, planes);
        }
    }

    /** Devices of files by name; files listed here can be marked without being read. Any thread. */
    Map<String, DeviceTags> devices() {
        return devices;
    }

    /** Records which file is on screen here, and returns who else views it. */
    List<String> look(String name) throws StoreException {
        Presence known = presence;
        if (!store().isWritable()) {
            return List.of(); // read-only sittings are not announced
        }
        if (known == null) {
            known = new Presence(store().path(), user);
            presence = known;
        }
        return known.look(name);
    }

    /** Whether there are pending edits. */
    boolean isBehind() {
        return !waiting.isEmpty();
    }

    /** A number that changes whenever another process changes the database. */
    long version() throws StoreException {
        return store().version();
    }

    ItemIds ids() {
        return ids;
    }

    /**
     * The database for use cases of the command line.
     *
     * @param toolVersion the version in audit entries
     * @return writes rows under the session's user
     * @throws StoreException if the database cannot be opened
     */
    RunDatabase runDatabase(String toolVersion) throws StoreException {
        return new RunDatabase(store(), user, toolVersion);
    }

    void close() {
        if (!waiting.isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    waiting.size() + " edits could not be written to " + path());
        }
        leave();
        try {
            database.close();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
        }
    }

    /** Removes the record of the file on screen. */
    private void leave() {
        Presence here = presence;
        presence = null;
        if (here != null) {
            here.leave();
        }
    }
}
