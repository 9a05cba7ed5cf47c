package org.pixelanon.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.StoreException;

/**
 * Loads the data of a session: the lines of its list, its files, and items again. Used on the
 * session's thread; the work is done on workers.
 */
final class FileLoader {

    private static final int FILES_KEPT_OPEN = 6;

    private final Workers workers;
    private final ReviewStore store;
    private final FileReader reader;
    private final FileCache cache;

    FileLoader(
            Workers workers,
            ReviewStore store,
            Explanations explanations,
            PolicySource policies,
            ToIntFunction<String> edits,
            Consumer<String> onStale,
            Consumer<String> onDrop) {
        this.workers = workers;
        this.store = store;
        this.reader = new FileReader(store, workers.store(), explanations, policies);
        this.cache = new FileCache(FILES_KEPT_OPEN, reader, workers, edits, onStale, onDrop);
    }

    /** The file, read if it is not kept. */
    CompletableFuture<OpenFile> get(ReviewFile file) {
        return cache.get(file);
    }

    /** The file if it is kept open, on screen or not. */
    Optional<OpenFile> kept(String name) {
        return cache.kept(name);
    }

    /** Does something with every kept file, on the session's thread, once it is read. */
    void each(Consumer<OpenFile> task) {
        cache.each(task, workers.ui());
    }

    void drop(String name) {
        cache.drop(name);
    }

    void clear() {
        cache.clear();
    }

    /** Queries on the database's thread, after all edits made so far; completed there. */
    <T> CompletableFuture<T> ask(Workers.Work<T> question) {
        return Workers.ask(workers.store(), question);
    }

    /** A line per path with the data of the database. */
    CompletableFuture<List<ReviewFile>> lines(List<Path> paths) {
        return ask(() -> merged(paths));
    }

    private List<ReviewFile> merged(List<Path> paths) throws StoreException {
        Map<String, ReviewFile> known = store.summaries();
        List<ReviewFile> lines = new ArrayList<>(paths.size());
        for (Path path : paths) {
            ReviewFile fresh = ReviewFile.of(path);
            ReviewFile stored = known.get(fresh.name());
            lines.add(
                    stored == null
                            ? fresh
                            : fresh.marked(stored.state(), stored.comment()).counted(stored));
        }
        return lines;
    }

    /** The open questions of a file, read without affecting the cache. Empty if unreadable. */
    CompletableFuture<Optional<OpenQuestions>> questions(ReviewFile file) {
        return Workers.ask(
                workers.files(),
                () -> {
                    try (OpenFile open = reader.read(file)) {
                        return open.failure().isEmpty()
                                ? Optional.of(ViewedPlanes.of(open))
                                : Optional.empty();
                    }
                });
    }

    /** Reads again what is known about an open file. */
    CompletableFuture<KnownItems> again(OpenFile file) {
        return Workers.ask(workers.reading(file.file().path()), () -> reader.again(file));
    }
}
