package org.pixelanon.texts;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.PanelView;

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
public final class RectanglesTopComponent extends PanelView {

    /** Builds the view; it follows the session while it is open. */
    public RectanglesTopComponent() {
        super(
                Bundle.CTL_Rectangles(),
                Bundle.HINT_Rectangles(),
                workbench ->
                        ItemsPanel.ofRectangles(
                                workbench.session(),
                                text -> StatusDisplayer.getDefault().setStatusText(text)));
    }
}
