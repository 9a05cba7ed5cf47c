package org.pixelanon.viewer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import java.util.Set;
import javax.swing.JPanel;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.workbench.OpenActions;
import org.pixelanon.workbench.SessionView;
import org.pixelanon.workbench.Workbench;

/** The document area: the plane on screen, the header line above, the filmstrip below. */
@TopComponent.Description(
        preferredID = "PlaneTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "editor", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.viewer.PlaneTopComponent")
@ActionReference(path = "Menu/Window", position = 100)
@TopComponent.OpenActionRegistration(displayName = "#CTL_Plane", preferredID = "PlaneTopComponent")
@Messages({
    "CTL_Plane=Image",
    "HINT_Plane=The plane under review",
    "# {0} - name of the file",
    "TITLE_Main=PixelAnon \u2013 {0}"
})
public final class PlaneTopComponent extends SessionView implements SessionListener {

    private final transient ReviewSession session = session();
    private final PlaneCanvas canvas = new PlaneCanvas(session);
    private final HeaderLine header = new HeaderLine(session);
    private final Filmstrip filmstrip = new Filmstrip(session);
    private final LayerBar layers = new LayerBar(session, canvas::requestFocusInWindow);
    private final CommentField commenting = new CommentField(session, canvas::requestFocusInWindow);

    private final CardLayout cards = new CardLayout();
    private final JPanel centre = new JPanel(cards);
    private final StartPage start =
            new StartPage(workbench().opening().recent(), new Opening(workbench()));
    private boolean starting;

    /** The actions of the start page. */
    private record Opening(Workbench workbench) implements StartPage.Doing {

        @Override
        public void openFolder() {
            OpenActions.openFolderAction().actionPerformed(null);
        }

        @Override
        public void openFiles() {
            OpenActions.openFilesAction().actionPerformed(null);
        }

        @Override
        public void chooseDatabase() {
            OpenActions.chooseDatabaseAction().actionPerformed(null);
        }

        @Override
        public void openSamples() {
            SampleFiles.open(workbench);
        }

        @Override
        public void open(String place) {
            workbench.opening().open(List.of(place), -1);
        }
    }

    /** Builds the view; it follows the session while it is open. */
    public PlaneTopComponent() {
        super(Bundle.CTL_Plane(), Bundle.HINT_Plane());
        JPanel top = new JPanel(new BorderLayout());
        top.add(header, BorderLayout.NORTH);
        top.add(commenting, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        centre.add(canvas, "image");
        centre.add(start, "start");
        add(centre, BorderLayout.CENTER);
        // without it the window would be empty
        putClientProperty(PROP_CLOSING_DISABLED, Boolean.TRUE);
        JPanel bottom = new JPanel(new BorderLayout());
        bottom.add(layers, BorderLayout.NORTH);
        bottom.add(filmstrip, BorderLayout.SOUTH);
        add(bottom, BorderLayout.SOUTH);
        new CanvasMouse(canvas, session).install();
        new RectangleClipboard(session).install(getActionMap());
    }

    /** Opens the comment line. */
    void comment() {
        commenting.begin();
    }

    /** Focuses the legend of the layers. */
    void legend() {
        layers.takeKeys();
    }

    /** The canvas, for actions that move it. */
    PlaneCanvas canvas() {
        return canvas;
    }

    @Override
    public void changed(Set<Aspect> what) {
        turn();
        canvas.changed(what);
        header.refresh();
        layers.refresh();
        filmstrip.changed(what);
        if (what.contains(Aspect.FILE) && session.current() >= 0) {
            String name =
                    String.valueOf(session.files().get(session.current()).path().getFileName());
            WindowManager.getDefault().getMainWindow().setTitle(Bundle.TITLE_Main(name));
        }
    }

    /** Shows and focuses the image, or the start page if there is none. */
    private void turn() {
        boolean none = session.files().size() == 0;
        if (none) {
            start.refresh();
        }
        if (none != starting) {
            starting = none;
            cards.show(centre, none ? "start" : "image");
            if (TopComponent.getRegistry().getActivated() == this) {
                requestFocusInWindow();
            }
        }
    }

    @Override
    protected void componentOpened() {
        session.addListener(this);
        changed(Set.of(Aspect.values()));
    }

    @Override
    protected void componentClosed() {
        session.removeListener(this);
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    @Override
    public boolean requestFocusInWindow() {
        return starting ? start.keys().requestFocusInWindow() : canvas.requestFocusInWindow();
    }
}
