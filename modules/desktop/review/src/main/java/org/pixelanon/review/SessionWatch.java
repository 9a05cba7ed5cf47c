package org.pixelanon.review;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.pixelanon.store.StoreException;

/**
 * Looks every few seconds whether somebody else changed the database or looks at the same file, and
 * shows it.
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

    /** Begins to watch; ends with the session's threads. */
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
            // what others wrote before the first look is a change, too
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

    /** It is read again at the next change; what is on screen says so meanwhile. */
    static Integer untold(Throwable problem) {
        LOG.log(System.Logger.Level.WARNING, Failures.why(problem));
        return 0;
    }

    /** Who else looks at the file on screen. */
    List<String> others() {
        return others;
    }
}
