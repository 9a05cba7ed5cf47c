package org.pixelanon.workbench;

import java.awt.EventQueue;
import org.openide.awt.UndoRedo;
import org.openide.util.Lookup;
import org.openide.util.lookup.ServiceProvider;
import org.pixelanon.workbench.session.ReviewSession;
import org.pixelanon.workbench.session.ReviewStore;
import org.pixelanon.workbench.session.Workers;

/** What all views share: the session and its undo. Found by the platform's lookup. */
@ServiceProvider(service = Workbench.class)
public final class Workbench {

    private final Settings settings = Settings.ofUser();
    private final ReviewSession session;
    private final UndoRedo undo;
    private final FileOpening opening;

    /** Starts a session without files; for the platform's lookup. */
    public Workbench() {
        Workers workers = Workers.start(EventQueue::invokeLater);
        session =
                new ReviewSession(
                        workers,
                        new ReviewStore(settings.database(), settings.user()),
                        settings.user(),
                        settings.cacheBytes());
        undo = new SessionUndo(session);
        opening = new FileOpening(session, settings);
    }

    /**
     * The workbench of this application.
     *
     * @return always the same
     */
    public static Workbench find() {
        return Lookup.getDefault().lookup(Workbench.class);
    }

    /**
     * The session on screen.
     *
     * @return always the same; its files change
     */
    public ReviewSession session() {
        return session;
    }

    /**
     * Undo and redo of the session, for every view.
     *
     * @return always the same
     */
    public UndoRedo undo() {
        return undo;
    }

    /**
     * What the user chose.
     *
     * @return shows later changes
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Opens files, folders and lists.
     *
     * @return always the same
     */
    public FileOpening opening() {
        return opening;
    }
}
