package org.pixelanon.files;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.PanelView;

/** The files under review, with filter, search and progress. */
@TopComponent.Description(
        preferredID = "FilesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "files", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.files.FilesTopComponent")
@ActionReference(path = "Menu/Window", position = 110)
@TopComponent.OpenActionRegistration(displayName = "#CTL_Files", preferredID = "FilesTopComponent")
@Messages({"CTL_Files=Files", "HINT_Files=The files under review"})
public final class FilesTopComponent extends PanelView {

    /** Builds the view; it follows the session while it is open. */
    public FilesTopComponent() {
        super(
                Bundle.CTL_Files(),
                Bundle.HINT_Files(),
                workbench -> new FilesPanel(workbench.session(), System::nanoTime));
    }
}
