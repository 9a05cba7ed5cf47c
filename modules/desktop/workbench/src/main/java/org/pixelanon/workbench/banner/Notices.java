package org.pixelanon.workbench.banner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * What the banner says: that something could not be opened, until it is or somebody closes the
 * banner; else that the database is only looked at. Used on the event thread.
 */
@Messages({
    "# {0} - why",
    "MSG_ReadOnly=Read-only: everything can be looked at, nothing is changed. {0}"
})
public final class Notices {

    /** What could not be opened. */
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
     * @param kind what something else can be chosen for
     * @param closes whether the banner can be closed
     * @param again tries again
     */
    public record Notice(String text, Kind kind, boolean closes, Runnable again) {}

    private final Supplier<Optional<String>> readOnly;
    private final Runnable reopen;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Notice problem;

    /**
     * Nothing is wrong yet.
     *
     * @param readOnly why the database is only looked at, if it is
     * @param reopen opens the database again
     */
    public Notices(Supplier<Optional<String>> readOnly, Runnable reopen) {
        this.readOnly = readOnly;
        this.reopen = reopen;
    }

    /**
     * Something could not be opened.
     *
     * @param why what and why
     * @param kind what it was
     * @param again tries again
     */
    public void failed(String why, Kind kind, Runnable again) {
        problem = new Notice(why, kind, true, again);
        changed();
    }

    /** It was opened, or nobody wants to know any more. */
    public void close() {
        problem = null;
        changed();
    }

    /** Another database is in use: what failed because of the last one is tried again. */
    public void databaseChosen() {
        Notice failed = problem;
        problem = null;
        changed();
        if (failed != null && failed.kind() == Kind.DATABASE) {
            failed.again().run();
        }
    }

    /** What is known of the database may be something else. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /**
     * What stands in the banner.
     *
     * @return empty if nothing is wrong
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
     * Asks to be told of changes.
     *
     * @param listener called on the event thread
     */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
