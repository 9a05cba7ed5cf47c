package org.pixelanon.viewer;

import java.awt.BorderLayout;
import java.util.Set;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.SessionListener;
import org.pixelanon.workbench.SessionView;

/** The view <em>Frames and overlays</em>: all planes of the file at a glance. */
@TopComponent.Description(
        preferredID = "PlanesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tags", openAtStartup = false, position = 200)
@ActionID(category = "Window", id = "org.pixelanon.viewer.PlanesTopComponent")
@ActionReference(path = "Menu/Window", position = 150)
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Planes",
        preferredID = "PlanesTopComponent")
@Messages({
    "CTL_Planes=&Frames and overlays",
    "TITLE_Planes=Frames and overlays",
    "HINT_Planes=Thumbnails of all frames and overlay frames of the file"
})
public final class PlanesTopComponent extends SessionView implements SessionListener {

    private final PlanesPanel panel = new PlanesPanel(session());

    /** Builds the view; it follows the session while it is open. */
    public PlanesTopComponent() {
        super(Bundle.TITLE_Planes(), Bundle.HINT_Planes());
        add(panel, BorderLayout.CENTER);
    }

    @Override
    public void changed(Set<Aspect> what) {
        panel.changed(what);
    }

    @Override
    protected void componentOpened() {
        session().addListener(this);
        changed(Set.of(Aspect.values()));
    }

    @Override
    protected void componentClosed() {
        session().removeListener(this);
    }

    @Override
    public boolean requestFocusInWindow() {
        return panel.pictureList().requestFocusInWindow();
    }
}
