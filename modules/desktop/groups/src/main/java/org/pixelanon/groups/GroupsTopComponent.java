package org.pixelanon.groups;

import java.awt.EventQueue;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.group.GroupReview;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.PanelView;
import org.pixelanon.workbench.Workbench;

/** The view <em>Groups</em>: files of one device reviewed through one picture. */
@TopComponent.Description(
        preferredID = "GroupsTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 200)
@ActionID(category = "Window", id = "org.pixelanon.groups.GroupsTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 170),
    @ActionReference(path = "Shortcuts", name = "S-G")
})
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Groups",
        preferredID = "GroupsTopComponent")
@Messages({
    "CTL_Groups=&Groups",
    "TITLE_Groups=Groups",
    "HINT_Groups=Reviews many files of one device through one composite image",
    "MSG_ViewerOnly=text search is off (--viewer)"
})
public final class GroupsTopComponent extends PanelView {

    /** Builds the view; it follows the session while it is open. */
    public GroupsTopComponent() {
        super(Bundle.TITLE_Groups(), Bundle.HINT_Groups(), GroupsTopComponent::panel);
    }

    private static GroupsPanel panel(Workbench workbench) {
        ReviewSession session = workbench.session();
        return new GroupsPanel(session, new GroupReview(session, file -> search(workbench, file)));
    }

    /** Called on the background thread; failures are shown in the status line. */
    private static Optional<String> search(Workbench workbench, ReviewFile file) {
        Optional<String> problem =
                workbench.settings().viewerOnly()
                        ? Optional.of(Bundle.MSG_ViewerOnly())
                        : workbench.search().searchNow(file);
        problem.ifPresent(
                why ->
                        EventQueue.invokeLater(
                                () -> StatusDisplayer.getDefault().setStatusText(why)));
        return problem;
    }
}
