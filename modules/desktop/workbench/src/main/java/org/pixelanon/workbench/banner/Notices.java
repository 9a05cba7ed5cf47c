package org.pixelanon.workbench.banner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * The content of the banner: that something could not be opened, until it is or the banner is
 * closed; else that the database is read-only. Used on the event thread.
 */
@Messages({
    "# {0} - why",
    "MSG_ReadOnly=Read-only: you can view everything but change nothing. {0}"
})
public final class Notices {

    /** The kind of thing that could not be opened. */
    public enum Kind {
        /** Files, folders or lists. */
        FILES,
        /** The database. */
        DATABASE
    }

    /**
     * What stands in the banner.
     *
     * @param text what happened and why
     * @param kind the kind of replacement that can be chosen
     * @param closes whether the banner can be closed
     * @param again tries again
     */
    public record Notice(String text, Kind kind, boolean closes, Runnable again) {}

    private final Supplier<Optional<String>> readOnly;
    private final Runnable reopen;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Notice problem;

    /**
     * Creates it without a notice.
     *
     * @param readOnly why the database is read-only, if it is
     * @param reopen opens the database again
     */
    public Notices(Supplier<Optional<String>> readOnly, Runnable reopen) {
        this.readOnly = readOnly;
        this.reopen = reopen;
    }

    /**
     * Reports that something could not be opened.
     *
     * @param why the message
     * @param kind its kind
     * @param again tries again
     */
    public void failed(String why, Kind kind, Runnable again) {
        problem = new Notice(why, kind, true, again);
        changed();
    }

    /** Removes the notice. */
    public void close() {
        problem = null;
        changed();
    }

    /** Another database is in use: retries what failed because of the last one. */
    public void databaseChosen() {
        Notice failed = problem;
        problem = null;
        changed();
        if (failed != null && failed.kind() == Kind.DATABASE) {
            failed.again().run();
        }
    }

    /** The state of the database may have changed. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /**
     * What stands in the banner.
     *
     * @return empty if there is no notice
     */
    public Optional<Notice> shown() {
        return Optional.ofNullable(problem)
                .or(
                        () ->
                                readOnly.get()
                                        .map(
                                                why ->
                                                        new Notice(
                                                                Bundle.MSG_ReadOnly(why),
                                                                Kind.DATABASE,
                                                                false,
                                                                reopen)));
    }

    /**
     * Adds a listener.
     *
     * @param listener called on the event thread
     */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
