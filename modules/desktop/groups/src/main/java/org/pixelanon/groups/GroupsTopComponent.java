package org.pixelanon.groups;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.StatusDisplayer;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.Workbench;
import org.pixelanon.review.group.GroupReview;
import org.pixelanon.review.item.ReviewFile;

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
    "HINT_Groups=Many files of one device reviewed through one picture",
    "MSG_ViewerOnly=started with --viewer: no text is searched"
})
public final class GroupsTopComponent extends TopComponent {

    private final GroupsPanel panel =
            new GroupsPanel(
                    Workbench.find().session(),
                    new GroupReview(Workbench.find().session(), GroupsTopComponent::search));

    /** Builds the view; it follows the session while it is open. */
    public GroupsTopComponent() {
        setName(Bundle.TITLE_Groups());
        setToolTipText(Bundle.HINT_Groups());
        setLayout(new BorderLayout());
        add(panel, BorderLayout.CENTER);
    }

    /** Called on the background thread; why it did not work is told in the status line. */
    private static Optional<String> search(ReviewFile file) {
        Optional<String> problem =
                Workbench.find().settings().viewerOnly()
                        ? Optional.of(Bundle.MSG_ViewerOnly())
                        : Workbench.find().search().searchNow(file);
        problem.ifPresent(
                why ->
                        EventQueue.invokeLater(
                                () -> StatusDisplayer.getDefault().setStatusText(why)));
        return problem;
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
