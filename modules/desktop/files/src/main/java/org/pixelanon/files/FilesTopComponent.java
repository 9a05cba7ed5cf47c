package org.pixelanon.files;

import java.util.List;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.review.Failures;
import org.pixelanon.review.group.ManyMarks;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.OutputActions;
import org.pixelanon.workbench.PanelView;
import org.pixelanon.workbench.SearchActions;
import org.pixelanon.workbench.Workbench;

/** The files under review, with filter, search and progress. */
@TopComponent.Description(
        preferredID = "FilesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "files", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.files.FilesTopComponent")
@ActionReference(path = "Menu/Window", position = 110)
@TopComponent.OpenActionRegistration(displayName = "#CTL_Files", preferredID = "FilesTopComponent")
@Messages({
    "CTL_Files=Files",
    "HINT_Files=The files under review",
    "TASK_Marking=Marking files",
    "# {0} - number of files",
    "MSG_Marked={0} files marked",
    "# {0} - number of files",
    "MSG_LeftOpen=; {0} not marked: they have open questions",
    "# {0} - number of files",
    "MSG_LeftUnreadable=; {0} not marked: they cannot be read",
    "MSG_NoGroups=This installation has no Groups view"
})
public final class FilesTopComponent extends PanelView {

    /** Builds the view; it follows the session while it is open. */
    public FilesTopComponent() {
        super(
                Bundle.CTL_Files(),
                Bundle.HINT_Files(),
                workbench ->
                        new FilesPanel(workbench.session(), System::nanoTime, tasksOf(workbench)));
    }

    private static FileTasks tasksOf(Workbench workbench) {
        return new FileTasks(
                files -> SearchActions.search(files, plane -> true),
                OutputActions::redact,
                FilesTopComponent::showGroups,
                (name, files, state) -> mark(workbench, name, files, state),
                StatusDisplayer.getDefault()::setStatusText);
    }

    private static void showGroups() {
        TopComponent groups = WindowManager.getDefault().findTopComponent("GroupsTopComponent");
        if (groups == null) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_NoGroups());
            return;
        }
        groups.open();
        groups.requestActive();
    }

    private static void mark(
            Workbench workbench, String name, List<ReviewFile> files, FileState state) {
        new ManyMarks(workbench.session())
                .mark(name, files, state, workbench.progress(Bundle.TASK_Marking()))
                .whenComplete(
                        (result, problem) ->
                                StatusDisplayer.getDefault()
                                        .setStatusText(
                                                problem == null
                                                        ? said(result)
                                                        : Failures.why(problem)));
    }

    private static String said(ManyMarks.Result result) {
        StringBuilder said = new StringBuilder(Bundle.MSG_Marked(result.marked()));
        if (result.open() > 0) {
            said.append(Bundle.MSG_LeftOpen(result.open()));
        }
        if (result.unreadable() > 0) {
            said.append(Bundle.MSG_LeftUnreadable(result.unreadable()));
        }
        return said.toString();
    }
}
