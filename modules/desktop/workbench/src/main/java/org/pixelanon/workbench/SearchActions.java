package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.results.TaskResult;
import org.pixelanon.workbench.results.TaskResults;

/** Actions that search for text in the background. */
@Messages({
    "CTL_SearchPlane=&OCR this plane",
    "CTL_SearchFile=OCR this &file",
    "CTL_SearchAll=OCR all files in the list",
    "TASK_Search=Searching for text",
    "MSG_ViewerOnly=Text search is off (--viewer)",
    "MSG_NothingToSearch=No open file to search"
})
public final class SearchActions {

    private SearchActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.SearchPlane")
    @ActionRegistration(displayName = "#CTL_SearchPlane", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 400),
        @ActionReference(path = "Shortcuts", name = "O")
    })
    public static ActionListener searchPlaneAction() {
        return event -> searchShown(shown().orElse(null));
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.SearchFile")
    @ActionRegistration(displayName = "#CTL_SearchFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 410),
        @ActionReference(path = "Shortcuts", name = "S-O")
    })
    public static ActionListener searchFileAction() {
        return event -> searchShown(plane -> true);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.SearchAll")
    @ActionRegistration(displayName = "#CTL_SearchAll", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 420),
        @ActionReference(path = "Shortcuts", name = "DS-O")
    })
    public static ActionListener searchAllAction() {
        return event -> searchAll();
    }

    private static ReviewSession session() {
        return workbench().session();
    }

    private static Optional<Predicate<Plane>> shown() {
        return session().screen().plane().map(PlaneGeometry::plane).map(p -> p::equals);
    }

    private static void searchShown(@Nullable Predicate<Plane> wanted) {
        int current = session().current();
        if (current < 0 || wanted == null || session().open().isEmpty()) {
            say(Bundle.MSG_NothingToSearch());
        } else {
            search(List.of(session().files().get(current)), wanted);
        }
    }

    private static void searchAll() {
        List<ReviewFile> files =
                session().files().all().stream()
                        .filter(session().filter())
                        .filter(f -> f.state() != FileState.DONE && f.state() != FileState.FAILED)
                        .toList();
        if (files.isEmpty()) {
            say(Bundle.MSG_NothingToSearch());
        } else {
            search(files, plane -> true);
        }
    }

    /**
     * Searches files in the background, with its progress at the bottom of the window.
     *
     * @param files the files
     * @param wanted selects their planes
     */
    public static void search(List<ReviewFile> files, Predicate<Plane> wanted) {
        if (workbench().settings().viewerOnly()) {
            say(Bundle.MSG_ViewerOnly());
            return;
        }
        workbench()
                .search()
                .searchEach(
                        files, wanted, new TaskProgress(Bundle.TASK_Search()), SearchActions::told);
    }

    private static void told(ReviewFile file, Optional<String> problem) {
        problem.ifPresent(SearchActions::say);
        TaskResult.End end = problem.isPresent() ? TaskResult.End.FAILED : TaskResult.End.SEARCHED;
        Lookup.getDefault()
                .lookup(TaskResults.class)
                .add(
                        List.of(
                                new TaskResult(
                                        TaskResult.Task.SEARCH,
                                        end,
                                        file.path(),
                                        problem.orElse(""),
                                        null,
                                        LocalDateTime.now(ZoneId.systemDefault()))));
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
