package org.pixelanon.workbench;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import javax.swing.JTable;
import javax.swing.UIManager;
import org.netbeans.api.sendopts.CommandException;
import org.netbeans.spi.sendopts.Arg;
import org.netbeans.spi.sendopts.ArgsProcessor;
import org.netbeans.spi.sendopts.Description;
import org.netbeans.spi.sendopts.Env;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.history.Step;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.banner.Notices;

/**
 * Arguments passed by the launcher to a new or running application: files to open, and the request
 * to report what is on screen.
 */
@Messages({
    "ARG_Open=files, folders, CSV lists or databases of files to review",
    "ARG_Database=database file or its folder, for this sitting",
    "ARG_Debug=ignored; accepted for compatibility with dcmaudit. The log is always in the user "
            + "folder",
    "ARG_Quiet=ignored; accepted for compatibility with dcmaudit. Nothing is printed",
    "ARG_Tagged=show only tagged files",
    "ARG_Review=also show files that are done",
    "ARG_Viewer=view only; do not load text recognition",
    "ARG_State=print what the running workbench shows, then exit"
})
public final class CommandLine implements ArgsProcessor {

    private static final int UNANSWERED = 3;

    private static final Pattern OUR_NAME = Pattern.compile("[a-z]+([.-][a-zA-Z]+)*");

    /** Files, folders, wildcards or CSV lists; relative to the folder of the caller. */
    @Arg(longName = "open", shortName = 'i', implicit = true)
    @Description(shortDescription = "#ARG_Open")
    @SuppressWarnings("NullAway") // set by the platform
    public String[] files;

    /** The database of this sitting: its folder or file, relative to the folder of the caller. */
    @Arg(longName = "db")
    @Description(shortDescription = "#ARG_Database")
    @SuppressWarnings("NullAway") // set by the platform
    public String database;

    /** Accepted for scripts of dicompixelanon; has no effect. */
    @Arg(longName = "debug", shortName = 'd')
    @Description(shortDescription = "#ARG_Debug")
    public boolean debug;

    /** Accepted for scripts of dicompixelanon; has no effect. */
    @Arg(longName = "quiet", shortName = 'q')
    @Description(shortDescription = "#ARG_Quiet")
    public boolean quiet;

    /** Whether the state is requested. */
    @Arg(longName = "ui-state")
    @Description(shortDescription = "#ARG_State")
    public boolean state;

    /** Whether only files that were tagged are shown. */
    @Arg(longName = "tagged")
    @Description(shortDescription = "#ARG_Tagged")
    public boolean tagged;

    /** Whether files that are done are shown too. */
    @Arg(longName = "review")
    @Description(shortDescription = "#ARG_Review")
    public boolean review;

    /** Whether no recogniser is loaded. */
    @Arg(longName = "viewer")
    @Description(shortDescription = "#ARG_Viewer")
    public boolean viewer;

    @Override
    public void process(Env env) throws CommandException {
        if (viewer) {
            workbench().settings().setViewerOnly();
        }
        if (state) {
            env.getOutputStream().print(onEventThread(CommandLine::describe));
            env.getOutputStream().flush();
        }
        Path here = env.getCurrentDirectory().toPath();
        List<String> inputs = new ArrayList<>();
        for (String file : files == null ? new String[0] : files) {
            inputs.add(SourceUrl.isUrl(file) ? file : here.resolve(Path.of(file)).toString());
        }
        if (database != null) {
            Path chosen = here.resolve(Path.of(database));
            WindowManager.getDefault()
                    .invokeWhenUIReady(() -> workbench().useForNow(chosen, () -> open(inputs)));
        } else {
            WindowManager.getDefault().invokeWhenUIReady(() -> open(inputs));
        }
    }

    private void open(List<String> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        Workbench workbench = workbench();
        if (tagged) {
            workbench.session().setFilter(new FileFilter(FileState.TAGGED, ""));
        }
        workbench.opening().open(inputs, review ? 0 : FileOpening.FIRST_TO_REVIEW);
    }

    private static String onEventThread(java.util.concurrent.Callable<String> question)
            throws CommandException {
        FutureTask<String> answer = new FutureTask<>(question);
        EventQueue.invokeLater(answer);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(UNANSWERED);
        } catch (ExecutionException e) {
            CommandException failed =
                    new CommandException(UNANSWERED, String.valueOf(e.getCause()));
            failed.initCause(e);
            throw failed;
        }
    }

    /** One line per fact; no text of pixels or tags. */
    private static String describe() {
        StringBuilder out = new StringBuilder();
        Frame main = WindowManager.getDefault().getMainWindow();
        line(out, "title", main.getTitle());
        place(out, "window", main);
        named(out, main);
        for (Window window : main.getOwnedWindows()) {
            if (window.isShowing()) {
                named(out, window);
            }
        }
        line(out, "status", StatusDisplayer.getDefault().getStatusText());
        line(out, "look", UIManager.getLookAndFeel().getName());
        for (TopComponent view : TopComponent.getRegistry().getOpened()) {
            line(out, "view", view.getClass().getSimpleName() + " showing=" + view.isShowing());
        }
        Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        line(out, "focus", focus == null ? "none" : kind(focus) + " " + focus.getName());
        if (focus instanceof JTable table) {
            line(out, "focusRows", table.getRowCount());
        }
        session(out, workbench().session());
        return out.toString();
    }

    /** The name of its class, or of its superclass if it is anonymous. */
    private static String kind(Component component) {
        Class<?> type = component.getClass();
        return (type.isAnonymousClass() ? type.getSuperclass() : type).getSimpleName();
    }

    /** The positions of components with PixelAnon's names, for tests and scripts. */
    private static void named(StringBuilder out, Container parent) {
        for (Component child : parent.getComponents()) {
            String name = child.getName();
            boolean ours = name != null && OUR_NAME.matcher(name).matches();
            if (ours && child.isShowing()) {
                place(out, "component." + name, child);
            }
            if (child instanceof Container container) {
                named(out, container);
            }
        }
    }

    /** Left, top, width and height in pixels of the screen. */
    private static void place(StringBuilder out, String name, Component component) {
        Point at = component.getLocationOnScreen();
        String size = component.getWidth() + "," + component.getHeight();
        line(out, name, at.x + "," + at.y + "," + size);
    }

    private static void session(StringBuilder out, ReviewSession session) {
        line(out, "files", session.files().size());
        line(out, "shown", session.files().all().stream().filter(session.filter()).count());
        line(out, "current", session.current());
        if (session.current() >= 0) {
            var file = session.files().get(session.current());
            line(out, "file", file.path());
            line(out, "state", file.state());
            line(out, "failure", file.failure());
            line(out, "undecided", file.undecided());
        }
        line(out, "loaded", session.open().isPresent());
        line(out, "plane", session.screen().planeTitle());
        line(out, "open", session.screen().viewed().open());
        line(out, "planeIndex", session.screen().planeIndex());
        line(out, "columns", session.screen().plane().map(PlaneGeometry::width).orElse(0));
        line(out, "rows", session.screen().plane().map(PlaneGeometry::height).orElse(0));
        for (ReviewItem item : session.open().map(f -> f.items()).orElse(List.of())) {
            line(out, "item", item);
        }
        line(out, "selected", session.screen().selected().map(ReviewItem::toString).orElse("none"));
        for (Layer layer : Layer.values()) {
            String shown = session.screen().display().shows(layer) ? " shown" : " hidden";
            line(out, "layer." + layer, session.screen().countOnPlane(layer) + shown);
        }
        line(out, "projection", session.screen().projection());
        line(out, "redactedView", session.screen().display().redacted());
        line(out, "undo", session.editor().nextUndo().map(Step::name).orElse(""));
        line(out, "redo", session.editor().nextRedo().map(Step::name).orElse(""));
        line(out, "readOnly", session.database().readOnly().orElse(""));
        String notice = workbench().notices().shown().map(Notices.Notice::text).orElse("");
        line(out, "notice", notice);
        line(out, "saved", session.editor().isSaved());
    }

    private static void line(StringBuilder out, String name, Object value) {
        out.append(name).append('=').append(value).append('\n');
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
