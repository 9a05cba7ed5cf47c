package org.pixelanon.workbench;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openide.awt.StatusDisplayer;
import org.openide.awt.UndoRedo;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.ServiceProvider;
import org.pixelanon.model.Progress;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.ReviewStore;
import org.pixelanon.review.TextSearch;
import org.pixelanon.review.Workers;
import org.pixelanon.workbench.banner.Notices;
import org.pixelanon.workbench.history.EditPlaces;
import org.pixelanon.workbench.results.TaskResults;
import org.pixelanon.workbench.source.PlatformKeyring;
import org.pixelanon.workbench.source.ProfileBook;
import org.pixelanon.workbench.source.RemotePlaces;

/** The state shared by all views: the session and its undo. Found by the platform's lookup. */
@Messages("TASK_Project=Projecting all frames")
@ServiceProvider(service = Workbench.class)
public final class Workbench {

    private final Settings settings = Settings.ofUser(new ApplicationEngines(Lookup.getDefault()));
    private final ReviewSession session;
    private final UndoRedo undo;
    private final EditPlaces editPlaces;
    private final SecondPress secondPress;
    private final RemotePlaces places;
    private final Notices notices;
    private final FileOpening opening;
    private final TextSearch search;
    private final OutputTasks output;
    private final LastSession memory;

    /** The database to return to after a separately opened folder. */
    private @Nullable Path home;

    /** Creates a session without files; for the platform's lookup. */
    public Workbench() {
        UserLists lists = new UserLists(settings, TaskMessages::status);
        Workers workers = Workers.start(EventQueue::invokeLater);
        session =
                new ReviewSession(
                        workers,
                        new ReviewStore(settings.database(), settings.user()),
                        settings.user(),
                        settings.cacheBytes(),
                        lists);
        session.images().reportTo(() -> new TaskProgress(Bundle.TASK_Project()));
        session.editor().lists().tell(new ListMessages(session, settings));
        secondPress = new SecondPress(session);
        editPlaces = new EditPlaces(session, Workbench::say);
        undo = new SessionUndo(session, secondPress, editPlaces, Workbench::say);
        UserEnvironment environment = UserEnvironment.ofProcess();
        places =
                new RemotePlaces(
                        new ProfileBook(
                                environment.profiles(),
                                environment::profileKey,
                                new PlatformKeyring()),
                        environment.staging(),
                        environment::sourceSetting);
        notices = new Notices(session.database()::readOnly, this::reopenDatabase);
        session.addListener(this::follow);
        session.editor().tellRefusals(why -> say(Bundle.MSG_Refused(why)));
        opening = new FileOpening(session, settings, places, notices);
        memory = new LastSession(session, opening);
        output =
                new OutputTasks(
                        session,
                        settings,
                        opening,
                        lists,
                        Lookup.getDefault().lookup(TaskResults.class)::tell);
        search =
                new TextSearch(
                        session,
                        () -> SearchSettings.of(settings).start(TaskMessages::status),
                        settings::policy,
                        () -> SearchSettings.of(settings).forms().open(),
                        settings.version());
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
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
     * Navigation to places of edits.
     *
     * @return always the same
     */
    public EditPlaces editPlaces() {
        return editPlaces;
    }

    /**
     * Confirmation of keys by a second press.
     *
     * @return always the same
     */
    public SecondPress secondPress() {
        return secondPress;
    }

    /**
     * The user's settings.
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

    /**
     * Buckets and archives with their profiles.
     *
     * @return always the same
     */
    public RemotePlaces places() {
        return places;
    }

    /**
     * Searches planes for text.
     *
     * @return always the same
     */
    public TextSearch search() {
        return search;
    }

    /**
     * Writes redacted copies and lists.
     *
     * @return always the same
     */
    public OutputTasks output() {
        return output;
    }

    /**
     * A progress at the bottom of the window, with a cancel button.
     *
     * @param title the title of the task
     * @return a new one; shown while the task runs
     */
    public Progress progress(String title) {
        return new TaskProgress(title);
    }

    /** Reopens what was open when the application ended, unless files were given. */
    void resume() {
        session.workers()
                .files()
                .execute(
                        () -> {
                            var last = memory.last();
                            EventQueue.invokeLater(
                                    () -> {
                                        boolean idle =
                                                session.files().size() == 0
                                                        && opening.opened().inputs().isEmpty();
                                        last.filter(p -> idle)
                                                .ifPresent(
                                                        p ->
                                                                opening.open(
                                                                        p.request(),
                                                                        p.file(),
                                                                        p.plane()));
                                        memory.follow();
                                    });
                        });
    }

    /**
     * Switches to another database, if it can be opened, for this and later sittings.
     *
     * @param chosen its folder or file
     */
    public void useDatabase(Path chosen) {
        useForNow(chosen, () -> settings.setPath("database", chosen));
    }

    /**
     * Switches to another database for this sitting.
     *
     * @param chosen its folder or file
     * @param then runs if it could be opened; else only the status line changes
     */
    void useForNow(Path chosen, Runnable then) {
        session.database()
                .use(chosen)
                .whenComplete(
                        (done, problem) -> {
                            if (problem == null) {
                                say(Bundle.MSG_Database(chosen));
                                then.run();
                                session.workers().ui().execute(notices::databaseChosen);
                            } else {
                                String why = Bundle.MSG_DatabaseRefused(Failures.why(problem));
                                say(why);
                                session.workers().ui().execute(() -> refused(why, chosen, then));
                            }
                        });
    }

    /**
     * Opens a folder with its own database; the next list opened returns to the current database.
     *
     * @param folder its files are opened
     * @param chosen folder or file of the database
     */
    public void openApart(Path folder, Path chosen) {
        Path before = home == null ? session.database().path() : home;
        useForNow(
                chosen,
                () -> {
                    home = before;
                    opening.openApart(folder, this::goHome);
                });
    }

    private void goHome(Runnable next) {
        useForNow(
                home == null ? session.database().path() : home,
                () -> {
                    home = null;
                    next.run();
                });
    }

    private void refused(String why, Path chosen, Runnable then) {
        notices.failed(why, Notices.Kind.DATABASE, () -> useForNow(chosen, then));
    }

    private void reopenDatabase() {
        useForNow(session.database().path(), () -> {});
    }

    private void follow(Set<Aspect> what) {
        if (what.contains(Aspect.FILES) || what.contains(Aspect.HISTORY)) {
            notices.changed();
        }
    }

    /**
     * The banner's notices.
     *
     * @return always the same
     */
    public Notices notices() {
        return notices;
    }
}
