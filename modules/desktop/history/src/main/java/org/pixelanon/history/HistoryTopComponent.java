package org.pixelanon.history;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.PanelView;

/** The view <em>History</em>. */
@TopComponent.Description(
        preferredID = "HistoryTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 160)
@ActionID(category = "Window", id = "org.pixelanon.history.HistoryTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 167),
    @ActionReference(path = "Shortcuts", name = "S-H")
})
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_History",
        preferredID = "HistoryTopComponent")
@Messages({
    "CTL_History=&History",
    "TITLE_History=History",
    "HINT_History=What was decided, where, when and by whom"
})
public final class HistoryTopComponent extends PanelView {

    /** Builds the view. */
    public HistoryTopComponent() {
        super(
                Bundle.TITLE_History(),
                Bundle.HINT_History(),
                workbench ->
                        new HistoryPanel(
                                workbench.session(),
                                workbench.undo(),
                                workbench.editPlaces()::goTo));
    }
}
