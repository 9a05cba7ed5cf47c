package org.pixelanon.texts;

import java.awt.BorderLayout;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.StatusDisplayer;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.Workbench;

/** All rectangles of the file on screen, as numbers. */
@TopComponent.Description(
        preferredID = "RectanglesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "findings", openAtStartup = true, position = 110)
@ActionID(category = "Window", id = "org.pixelanon.texts.RectanglesTopComponent")
@ActionReference(path = "Menu/Window", position = 130)
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Rectangles",
        preferredID = "RectanglesTopComponent")
@Messages({"CTL_Rectangles=Rectangles", "HINT_Rectangles=All rectangles of this file"})
public final class RectanglesTopComponent extends TopComponent {

    private final ItemsPanel panel =
            ItemsPanel.ofRectangles(
                    Workbench.find().session(),
                    text -> StatusDisplayer.getDefault().setStatusText(text));

    /** Builds the view; it follows the session while it is open. */
    public RectanglesTopComponent() {
        setName(Bundle.CTL_Rectangles());
        setToolTipText(Bundle.HINT_Rectangles());
        setLayout(new BorderLayout());
        add(panel, BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        panel.open();
    }

    @Override
    protected void componentClosed() {
        panel.close();
    }

    @Override
    protected void componentActivated() {
        panel.table().requestFocusInWindow();
    }

    @Override
    public UndoRedo getUndoRedo() {
        return Workbench.find().undo();
    }
}
