package org.pixelanon.review;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.pixelanon.store.StoreException;

/**
 * Checks every few seconds whether others changed the database or view the same file, and shows it.
 */
final class SessionWatch {

    private static final int SECONDS = 2;
    private static final System.Logger LOG = System.getLogger(SessionWatch.class.getName());

    private final SessionState state;
    private final SessionDatabase database;
    private final Workers workers;
    private final ReviewStore store;
    private volatile String shown = "";
    private List<String> others = List.of();
    private long version = -1;

    SessionWatch(SessionState state, SessionDatabase database, Workers workers, ReviewStore store) {
        this.state = state;
        this.database = database;
        this.workers = workers;
        this.store = store;
    }

    /** Starts watching; ends with the session's threads. */
    void start() {
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, workers.ui())
                .execute(this::onSession);
    }

    private void onSession() {
        if (workers.store().isShutdown()) {
            return;
        }
        shown = state.open().map(OpenFile::name).orElse("");
        workers.store().execute(this::onStore);
        start();
    }

    private void onStore() {
        try {
            List<String> names = shown.isEmpty() ? List.of() : store.look(shown);
            long now = store.version();
            // a change by others before the first check also counts
            boolean changed = now >= 0 && now != version;
            version = now;
            String file = shown;
            workers.ui().execute(() -> tell(file, names, changed));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, e.getMessage());
        }
    }

    private void tell(String file, List<String> names, boolean changed) {
        if (!names.equals(others)) {
            others = names;
            state.tell(Aspect.HISTORY);
        }
        if (changed) {
            database.recount(List.of(file));
            database.follow().exceptionally(SessionWatch::untold);
        }
    }

    /** Retried at the next change; the file on screen shows the problem meanwhile. */
    static Integer untold(Throwable problem) {
        LOG.log(System.Logger.Level.WARNING, Failures.why(problem));
        return 0;
    }

    /** Who else views the file on screen. */
    List<String> others() {
        return others;
    }
}
