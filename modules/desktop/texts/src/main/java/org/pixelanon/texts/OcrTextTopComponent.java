package org.pixelanon.texts;

import java.awt.BorderLayout;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.Workbench;

/** Text that was recognised in the file on screen. */
@TopComponent.Description(
        preferredID = "OcrTextTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "findings", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.texts.OcrTextTopComponent")
@ActionReference(path = "Menu/Window", position = 120)
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_OcrText",
        preferredID = "OcrTextTopComponent")
@Messages({"CTL_OcrText=OCR text", "HINT_OcrText=Text that was recognised in this file"})
public final class OcrTextTopComponent extends TopComponent {

    private final ItemsPanel panel = ItemsPanel.ofText(Workbench.find().session());

    /** Builds the view; it follows the session while it is open. */
    public OcrTextTopComponent() {
        setName(Bundle.CTL_OcrText());
        setToolTipText(Bundle.HINT_OcrText());
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
