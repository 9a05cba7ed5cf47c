package org.pixelanon.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.pixelanon.pipeline.Ledger;

/** The shared database behind a session, apart from the edits of its curator. */
public final class SessionDatabase {

    private final ReviewSession session;
    private final FileShelf shelf;
    private final ReviewStore store;

    SessionDatabase(ReviewSession session, FileShelf shelf, ReviewStore store) {
        this.session = session;
        this.shelf = shelf;
        this.store = store;
    }

    /**
     * Everything the database holds, read behind all edits made so far.
     *
     * @return completed on the database's thread; fails if the database cannot be read
     */
    public CompletableFuture<StoreSnapshot> snapshot() {
        return shelf.ask(store::snapshot);
    }

    /**
     * Uses another database from now on; the list of files stays.
     *
     * @param path its folder, or the file itself
     * @return done when the files are shown as the new one knows them; fails if it cannot be
     *     opened, and then nothing changes
     */
    public CompletableFuture<Void> use(Path path) {
        List<Path> paths = session.files().all().stream().map(ReviewFile::path).toList();
        int here = session.current();
        return shelf.ask(
                        () -> {
                            store.use(path);
                            return paths;
                        })
                .thenComposeAsync(p -> session.setFiles(p, here, 0), session.workers().ui());
    }

    /**
     * The database as the use cases of the command line see it. Called on workers: it waits for the
     * edits made so far.
     *
     * @param toolVersion what audit entries name
     * @return writes rows under the session's user
     * @throws IOException if the database cannot be opened
     */
    public Ledger ledger(String toolVersion) throws IOException {
        try {
            return shelf.ask(() -> store.ledger(toolVersion)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /** Counts a file anew that is not kept open. */
    void recount(String name) {
        if (session.kept(name).isPresent()) {
            return; // its items are read again and counted then
        }
        shelf.ask(() -> store.summary(name))
                .thenAcceptAsync(
                        line ->
                                session.files()
                                        .indexOf(name)
                                        .ifPresent(
                                                i -> {
                                                    session.files()
                                                            .set(
                                                                    i,
                                                                    session.files()
                                                                            .get(i)
                                                                            .counted(
                                                                                    line
                                                                                            .rectangles(),
                                                                                    line
                                                                                            .undecided()));
                                                    session.tell(Aspect.LINES);
                                                }),
                        session.workers().ui());
    }
}
