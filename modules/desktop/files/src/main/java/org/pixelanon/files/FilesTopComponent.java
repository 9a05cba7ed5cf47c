package org.pixelanon.files;

import java.awt.BorderLayout;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.Workbench;

/** The files under review, with filter, search and progress. */
@TopComponent.Description(
        preferredID = "FilesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "files", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.files.FilesTopComponent")
@ActionReference(path = "Menu/Window", position = 110)
@TopComponent.OpenActionRegistration(displayName = "#CTL_Files", preferredID = "FilesTopComponent")
@Messages({"CTL_Files=Files", "HINT_Files=The files under review"})
public final class FilesTopComponent extends TopComponent {

    private final FilesPanel panel = new FilesPanel(Workbench.find().session(), System::nanoTime);

    /** Builds the view; it follows the session while it is open. */
    public FilesTopComponent() {
        setName(Bundle.CTL_Files());
        setToolTipText(Bundle.HINT_Files());
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
        panel.fileList().requestFocusInWindow();
    }

    @Override
    public UndoRedo getUndoRedo() {
        return Workbench.find().undo();
    }
}
