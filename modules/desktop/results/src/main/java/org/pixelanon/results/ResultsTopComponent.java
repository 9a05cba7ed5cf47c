package org.pixelanon.results;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.StatusDisplayer;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.review.Failures;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.OutputActions;
import org.pixelanon.workbench.PanelView;
import org.pixelanon.workbench.SearchActions;
import org.pixelanon.workbench.Workbench;
import org.pixelanon.workbench.results.TaskResult;
import org.pixelanon.workbench.results.TaskResults;

/** The view <em>Results</em>; its tab shows the number of unread results. */
@TopComponent.Description(
        preferredID = "ResultsTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 150)
@ActionID(category = "Window", id = "org.pixelanon.results.ResultsTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 165),
    @ActionReference(path = "Shortcuts", name = "S-E")
})
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Results",
        preferredID = "ResultsTopComponent")
@Messages({
    "CTL_Results=R&esults",
    "TITLE_Results=Results",
    "# {0} - number of results",
    "TITLE_Unread=Results ({0})",
    "HINT_Results=Result of each searched or redacted file",
    "TITLE_SavePage=Save page as",
    "BTN_Save=Save",
    "# {0} - file",
    "MSG_PageSaved=Page saved to {0}",
    "# {0} - why",
    "MSG_PageNotSaved=Page not saved: {0}",
    "MSG_NotDoneAgain=Fix these files and mark them done, then try again"
})
public final class ResultsTopComponent extends PanelView {

    private final transient TaskResults results = Lookup.getDefault().lookup(TaskResults.class);
    private boolean shown;

    /** Builds the view. */
    public ResultsTopComponent() {
        super(Bundle.TITLE_Results(), Bundle.HINT_Results(), ResultsTopComponent::panel);
        results.addListener(problems -> badge());
        badge();
    }

    private static ResultsPanel panel(Workbench workbench) {
        return new ResultsPanel(
                workbench.session(),
                Lookup.getDefault().lookup(TaskResults.class),
                new Work(workbench));
    }

    private void badge() {
        if (shown && results.unread() > 0 && isFocused()) {
            results.read();
        }
        int unread = results.unread();
        setDisplayName(unread == 0 ? Bundle.TITLE_Results() : Bundle.TITLE_Unread(unread));
    }

    private boolean isFocused() {
        return TopComponent.getRegistry().getActivated() == this;
    }

    @Override
    protected void componentShowing() {
        shown = true;
    }

    @Override
    protected void componentHidden() {
        shown = false;
    }

    @Override
    protected void componentActivated() {
        super.componentActivated();
        results.read();
    }

    /** The tasks of the application for the view. */
    private record Work(Workbench workbench) implements ResultsPanel.Doing {

        @Override
        public void again(TaskResult.Task task, List<ReviewFile> files) {
            if (task == TaskResult.Task.SEARCH) {
                SearchActions.search(files, plane -> true);
                return;
            }
            List<ReviewFile> done =
                    files.stream().filter(f -> f.state() == FileState.DONE).toList();
            if (done.isEmpty()) {
                say(Bundle.MSG_NotDoneAgain());
            } else {
                OutputActions.redact(done);
            }
        }

        @Override
        public void save(String page) {
            File chosen =
                    new FileChooserBuilder(ResultsTopComponent.class)
                            .setTitle(Bundle.TITLE_SavePage())
                            .setApproveText(Bundle.BTN_Save())
                            .showSaveDialog();
            if (chosen != null) {
                Workers.ask(workbench.session().workers().files(), () -> write(chosen, page))
                        .whenComplete(
                                (path, problem) ->
                                        say(
                                                problem == null
                                                        ? Bundle.MSG_PageSaved(path)
                                                        : Bundle.MSG_PageNotSaved(
                                                                Failures.why(problem))));
            }
        }

        private static Path write(File chosen, String page) throws IOException {
            Optional<String> problem =
                    new SideOutputs()
                            .writes("page", chosen.toPath())
                            .keeps(new InputFiles.Found(List.of(), Map.of()))
                            .problem();
            if (problem.isPresent()) {
                throw new PipelineException(problem.get());
            }
            try (WholeFile file = WholeFile.at(chosen.toPath())) {
                Files.writeString(file.part(), page, StandardCharsets.UTF_8);
                file.publish();
            }
            return chosen.toPath();
        }

        @Override
        public void say(String text) {
            StatusDisplayer.getDefault().setStatusText(text);
        }
    }
}
