package org.pixelanon.review;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.history.Undo;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SearchState;
import org.pixelanon.store.HistoryEntry;

/** The shared database behind a session, apart from the edits of its curator. */
public final class SessionDatabase {

    /** Number of last edits for which the start determines whether they can be undone. */
    public static final int LOOKED_AT = 2000;

    private final SessionState state;
    private final ShownFiles shown;
    private final ViewedPlanes viewed;
    private final Workers workers;
    private final FileLoader loader;
    private final ReviewStore store;
    private final Supplier<CompletableFuture<Void>> listAgain;
    private final DeviceSurvey survey;
    private @Nullable Undo earlier;

    /**
     * @param listAgain lists the same files with the data of another database
     */
    SessionDatabase(
            SessionState state,
            ShownFiles shown,
            ViewedPlanes viewed,
            FileLoader loader,
            Workers workers,
            ReviewStore store,
            Supplier<CompletableFuture<Void>> listAgain) {
        this.state = state;
        this.shown = shown;
        this.viewed = viewed;
        this.workers = workers;
        this.listAgain = listAgain;
        this.loader = loader;
        this.store = store;
        this.survey = new DeviceSurvey(state.files(), workers, store);
    }

    /**
     * The whole content of the database, read after all edits made so far.
     *
     * @return completed on the database's thread; fails if the database cannot be read
     */
    public CompletableFuture<StoreSnapshot> snapshot() {
        return loader.ask(store::snapshot);
    }

    /**
     * Reads modality and model of the listed files in the background for {@link #snapshot}; resumes
     * an earlier survey.
     *
     * @param wanted whether the result is still wanted, called on the session's thread
     * @param left called on the session's thread after every few files with the number left
     */
    public void survey(BooleanSupplier wanted, IntConsumer left) {
        survey.go(wanted, left);
    }

    /**
     * The rows of several files as items, read after all edits made so far. Their devices are
     * remembered, so that they can be marked without being opened.
     *
     * @param devices the device of each file by name
     * @return by name; fails if the database cannot be read
     */
    public CompletableFuture<Map<String, List<ReviewItem>>> items(Map<String, DeviceTags> devices) {
        return loader.ask(
                () -> {
                    Map<String, List<ReviewItem>> items = new HashMap<>();
                    for (Map.Entry<String, DeviceTags> file : devices.entrySet()) {
                        items.put(file.getKey(), store.items(file.getKey(), file.getValue()));
                    }
                    return items;
                });
    }

    /**
     * Texts of all files, read after all edits made so far.
     *
     * @param wanted the test of file name and text; called on the database's thread
     * @param most the maximum number
     * @return by name of file, in the order of the names; fails if the database cannot be read
     */
    public CompletableFuture<Map<String, List<ReviewItem>>> texts(
            BiPredicate<String, String> wanted, int most) {
        return loader.ask(() -> store.texts(wanted, most));
    }

    /**
     * Whether the database says that the text of a whole file was searched.
     *
     * @param name name of the file in the database
     * @return fails if the database cannot be read
     */
    public CompletableFuture<Boolean> isSearched(String name) {
        return loader.ask(() -> store.isSearched(name));
    }

    /**
     * Switches to another database; the list of files does not change.
     *
     * @param path its folder, or the file itself
     * @return completed when the files are shown with the data of the new one; fails without change
     *     if it cannot be opened
     */
    public CompletableFuture<Void> use(Path path) {
        viewed.save();
        return loader.ask(
                        () -> {
                            store.use(path);
                            return path;
                        })
                .thenComposeAsync(
                        p -> {
                            forgetEarlier();
                            return listAgain.get();
                        },
                        workers.ui());
    }

    /**
     * Why the database is read-only.
     *
     * @return the reason with the name of the file; empty if it can be changed, or was not needed
     *     yet
     */
    public Optional<String> readOnly() {
        return store.readOnly();
    }

    /**
     * The database in use.
     *
     * @return its folder, or the file itself
     */
    public Path path() {
        return store.path();
    }

    /** Clears the history, which belongs to the previous database. */
    private void forgetEarlier() {
        Undo known = earlier;
        earlier = null;
        if (known != null) {
            known.forget();
        }
    }

    /** Queries once which edits of earlier sittings can be undone. */
    void learnEarlier(Undo undo) {
        if (earlier == null && store.readOnly().isEmpty()) {
            earlier = undo;
            loader.ask(() -> store.reversible(LOOKED_AT))
                    .whenCompleteAsync(
                            (entries, problem) -> {
                                if (problem == null) {
                                    undo.earlier(entries);
                                } else {
                                    earlier = null; // queried again with the next list
                                }
                            },
                            workers.ui());
        }
    }

    /**
     * The last edits of all people, read after all edits made so far.
     *
     * @param most the maximum number
     * @return the last one first; fails if the database cannot be read
     */
    public CompletableFuture<List<HistoryEntry>> history(int most) {
        return loader.ask(() -> store.history(most));
    }

    /**
     * Writes the whole content of the database as OCR CSV, after all edits made so far.
     *
     * @param out the output
     * @return the writer when everything is written; fails if the database cannot be read or the
     *     file not written
     */
    public CompletableFuture<Writer> export(Writer out) {
        return loader.ask(
                () -> {
                    store.export(out);
                    return out;
                });
    }

    /**
     * The database for use cases of the command line. Called on workers: it waits for the edits
     * made so far.
     *
     * @param toolVersion the version in audit entries
     * @return writes rows under the session's user
     * @throws IOException if the database cannot be opened
     */
    public RunDatabase runDatabase(String toolVersion) throws IOException {
        try {
            return loader.ask(() -> store.runDatabase(toolVersion)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /**
     * Reads and counts items again after the database was changed by other means: the items of open
     * files, the rows of others.
     *
     * @param names names of the files in the database
     */
    public void recount(Collection<String> names) {
        names.forEach(shown::refreshItems);
        List<String> closed = names.stream().filter(n -> shown.kept(n).isEmpty()).toList();
        loader.ask(
                        () -> {
                            List<ReviewFile> counts = new ArrayList<>(closed.size());
                            for (String name : closed) {
                                counts.add(store.summary(name));
                            }
                            return counts;
                        })
                .thenAcceptAsync(this::counted, workers.ui());
    }

    /**
     * The open questions of any file.
     *
     * @param file its line
     * @return empty if the file cannot be read; completed on a worker
     */
    public CompletableFuture<Optional<OpenQuestions>> questions(ReviewFile file) {
        viewed.save();
        return loader.questions(file);
    }

    /**
     * Reads the marks, search states and copies of all files again after others or a use case wrote
     * to the database. Lines that change here meanwhile are kept.
     *
     * @return how many lines changed; fails if the database cannot be read
     */
    public CompletableFuture<Integer> follow() {
        List<ReviewFile> lines = List.copyOf(state.files().all());
        shown.refreshKept();
        return loader.ask(() -> store.isBehind() ? List.<ReviewFile>of() : renewed(lines))
                .thenApplyAsync(fresh -> followed(lines, fresh), workers.ui());
    }

    /** The lines in order with the data of the database; on the database's thread. */
    private List<ReviewFile> renewed(List<ReviewFile> lines) throws IOException {
        Map<String, ReviewFile> known = store.summaries();
        List<ReviewFile> fresh = new ArrayList<>(lines.size());
        for (ReviewFile line : lines) {
            ReviewFile stored = known.getOrDefault(line.name(), ReviewFile.of(line.path()));
            boolean kept = line.state() == FileState.FAILED;
            fresh.add(
                    (kept ? line : line.marked(stored.state(), stored.comment()))
                            .searched(searched(line, stored))
                            .copied(stored.copy()));
        }
        return fresh;
    }

    /** A known search state is kept even if the database does not record it. */
    private static SearchState searched(ReviewFile line, ReviewFile stored) {
        boolean less = line.search() != SearchState.NOT && stored.search() == SearchState.NOT;
        return less ? line.search() : stored.search();
    }

    private int followed(List<ReviewFile> before, List<ReviewFile> fresh) {
        FileList files = state.files();
        int changed = 0;
        for (int i = 0; i < Math.min(files.size(), fresh.size()); i++) {
            ReviewFile now = files.get(i);
            ReviewFile line = before.get(i);
            ReviewFile read = fresh.get(i);
            boolean same =
                    now.name().equals(line.name())
                            && now.state() == line.state()
                            && now.comment().equals(line.comment());
            ReviewFile next =
                    (now.state() == FileState.FAILED
                                    ? now
                                    : now.marked(read.state(), read.comment()))
                            .searched(
                                    shown.kept(now.name()).isPresent()
                                            ? now.search()
                                            : read.search())
                            .copied(read.copy());
            if (same && !now.equals(next)) {
                files.set(i, next);
                changed++;
            }
        }
        if (changed > 0) {
            state.tell(Aspect.LINES, Aspect.ITEMS, Aspect.SELECTION);
        }
        return changed;
    }

    private void counted(List<ReviewFile> counts) {
        FileList files = state.files();
        for (ReviewFile line : counts) {
            files.indexOf(line.name()).ifPresent(i -> files.set(i, files.get(i).counted(line)));
        }
        state.tell(Aspect.LINES);
    }
}
