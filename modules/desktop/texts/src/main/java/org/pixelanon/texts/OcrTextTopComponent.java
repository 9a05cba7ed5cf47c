package org.pixelanon.texts;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.PanelView;

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
public final class OcrTextTopComponent extends PanelView {

    /** Builds the view; it follows the session while it is open. */
    public OcrTextTopComponent() {
        super(
                Bundle.CTL_OcrText(),
                Bundle.HINT_OcrText(),
                workbench -> ItemsPanel.ofText(workbench.session()));
    }
}
