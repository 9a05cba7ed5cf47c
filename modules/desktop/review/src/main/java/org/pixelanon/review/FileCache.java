package org.pixelanon.review;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.pixelanon.review.item.ReviewFile;

/**
 * Keeps the recently read files open, so that going back and forth costs nothing. Used on the
 * session's thread; reading and closing happen on workers.
 */
final class FileCache {

    private static final System.Logger LOG = System.getLogger(FileCache.class.getName());

    private final int limit;
    private final FileReader reader;
    private final Workers workers;
    private final Executor ui;
    private final ToIntFunction<String> edits;
    private final Consumer<String> onStale;
    private final Consumer<String> onDrop;
    private final Map<String, CompletableFuture<OpenFile>> open =
            new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param limit the number of files kept
     * @param reader reads them
     * @param workers the session's threads
     * @param edits number of edits made to a file so far
     * @param onStale receives a file that was edited while it was read
     * @param onDrop receives a file that is no longer kept
     */
    FileCache(
            int limit,
            FileReader reader,
            Workers workers,
            ToIntFunction<String> edits,
            Consumer<String> onStale,
            Consumer<String> onDrop) {
        this.limit = limit;
        this.reader = reader;
        this.workers = workers;
        this.ui = workers.ui();
        this.edits = edits;
        this.onStale = onStale;
        this.onDrop = onDrop;
    }

    /**
     * The file, read if it is not kept; never fails, since an unreadable file contains the reason.
     */
    CompletableFuture<OpenFile> get(ReviewFile file) {
        CompletableFuture<OpenFile> known = open.get(file.name());
        if (known == null) {
            String name = file.name();
            int before = edits.applyAsInt(name);
            known =
                    CompletableFuture.supplyAsync(
                            () -> reader.read(file), workers.reading(file.path()));
            open.put(name, known);
            known.thenRunAsync(
                    () -> {
                        if (edits.applyAsInt(name) != before) {
                            onStale.accept(name);
                        }
                    },
                    ui);
            trim();
        }
        return known;
    }

    /** The file if it was read and is kept. */
    java.util.Optional<OpenFile> kept(String name) {
        CompletableFuture<OpenFile> known = open.get(name);
        return known == null
                ? java.util.Optional.empty()
                : java.util.Optional.ofNullable(known.getNow(null));
    }

    /** Does something with every kept file once it is read. */
    void each(Consumer<OpenFile> task, Executor thread) {
        open.values().forEach(file -> file.thenAcceptAsync(task, thread));
    }

    private void trim() {
        var oldest = open.entrySet().iterator();
        while (open.size() > limit && oldest.hasNext()) {
            Map.Entry<String, CompletableFuture<OpenFile>> entry = oldest.next();
            oldest.remove();
            release(entry.getKey(), entry.getValue());
        }
    }

    private void release(String name, CompletableFuture<OpenFile> file) {
        onDrop.accept(name);
        file.thenAcceptAsync(FileCache::close, workers.files());
    }

    /** Drops a file, so that it is read again. */
    void drop(String name) {
        CompletableFuture<OpenFile> file = open.remove(name);
        if (file != null) {
            release(name, file);
        }
    }

    void clear() {
        open.forEach(this::release);
        open.clear();
    }

    private static void close(OpenFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a file could not be closed", e);
        }
    }
}
