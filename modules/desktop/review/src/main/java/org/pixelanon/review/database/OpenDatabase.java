package org.pixelanon.review.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;

/**
 * The database in use. It is opened when first needed, and created if missing; one that cannot be
 * changed is opened read-only. Used on the database's thread except where stated.
 */
public final class OpenDatabase {

    /** Short, so that a curator does not wait: failed writes are retried. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private volatile Path path;
    private volatile @Nullable String readOnly;
    private @Nullable RegionStore open;

    /** An open database, and why it is read-only; null if it can be changed. */
    private record Opened(RegionStore store, @Nullable String readOnly) {}

    /**
     * Creates it for a database, which is not yet opened.
     *
     * @param path its folder, or the file itself
     */
    public OpenDatabase(Path path) {
        this.path = path;
    }

    /**
     * The open database.
     *
     * @return the same until another one is chosen
     * @throws StoreException if it can neither be changed nor read, or is busy
     */
    public RegionStore store() throws StoreException {
        RegionStore known = open;
        if (known == null) {
            Opened opened = opened(path);
            readOnly = opened.readOnly();
            known = opened.store();
            open = known;
        }
        return known;
    }

    /** Opens read-only what cannot be changed, unless it is only busy. */
    private static Opened opened(Path which) throws StoreException {
        try {
            return new Opened(RegionStore.open(which, RegionStore.Mode.WRITE, PATIENCE), null);
        } catch (StoreException e) {
            if (e.isBusy()) {
                throw e;
            }
            return new Opened(viewed(which, e), String.valueOf(e.getMessage()));
        }
    }

    private static RegionStore viewed(Path which, StoreException why) throws StoreException {
        try {
            return RegionStore.open(which, RegionStore.Mode.VIEW, PATIENCE);
        } catch (StoreException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    /**
     * Opens a database instead of the one in use.
     *
     * @param other its folder, or the file itself; may be the same
     * @throws StoreException if it can neither be changed nor read; then the old one stays
     */
    public void use(Path other) throws StoreException {
        Opened opened = opened(other);
        RegionStore before = open;
        path = other;
        open = opened.store();
        readOnly = opened.readOnly();
        if (before != null) {
            before.close(); // last: even if it fails, the new one is in use
        }
    }

    /**
     * Why the database is read-only. Any thread.
     *
     * @return empty if it can be changed, or was not needed yet
     */
    public Optional<String> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    /**
     * The database in use. Any thread.
     *
     * @return its folder, or the file itself
     */
    public Path path() {
        return path;
    }

    /**
     * Closes it.
     *
     * @throws StoreException if that fails
     */
    public void close() throws StoreException {
        RegionStore known = open;
        open = null;
        if (known != null) {
            known.close();
        }
    }
}
