package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/** Actions that write redacted copies and lists of rectangles. */
@Messages({
    "CTL_RedactFile=Re&dact this file",
    "CTL_RedactDone=Redact all done files…",
    "CTL_ExportCsv=E&xport rectangles as CSV…",
    "TITLE_OutputFolder=Folder for redacted copies",
    "CTL_ExportDatabase=&Export database as CSV…",
    "TITLE_Export=Save rectangles as",
    "TITLE_ExportDatabase=Save all database rows as",
    "BTN_Choose=Choose",
    "BTN_Write=Write",
    "TASK_Redact=Redacting and verifying",
    "TASK_Export=Writing rectangles",
    "MSG_NothingDone=No file in the list is marked done",
    "MSG_NotDone=Mark the file done (Shift+N) before redacting it"
})
public final class OutputActions {

    private OutputActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.RedactFile")
    @ActionRegistration(displayName = "#CTL_RedactFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 500),
        @ActionReference(path = "Shortcuts", name = "D-E")
    })
    public static ActionListener redactFileAction() {
        return event -> redactShown();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.RedactDone")
    @ActionRegistration(displayName = "#CTL_RedactDone", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 510),
        @ActionReference(path = "Shortcuts", name = "DS-E")
    })
    public static ActionListener redactDoneAction() {
        return event -> redactDone();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.ExportCsv")
    @ActionRegistration(displayName = "#CTL_ExportCsv", lazy = true)
    @ActionReferences({@ActionReference(path = "Menu/Review", position = 520)})
    public static ActionListener exportCsvAction() {
        return event -> exportCsv();
    }

    @ActionID(category = "File", id = "org.pixelanon.workbench.ExportDatabase")
    @ActionRegistration(displayName = "#CTL_ExportDatabase", lazy = true)
    @ActionReferences({@ActionReference(path = "Menu/File", position = 40)})
    public static ActionListener exportDatabaseAction() {
        return event ->
                chooseList(Bundle.TITLE_ExportDatabase())
                        .ifPresent(target -> workbench().output().exportDatabase(target));
    }

    private static ReviewSession session() {
        return workbench().session();
    }

    private static void redactShown() {
        int current = session().current();
        if (current < 0 || session().files().get(current).state() != FileState.DONE) {
            say(Bundle.MSG_NotDone());
        } else {
            redact(List.of(session().files().get(current)), false);
        }
    }

    private static void redactDone() {
        List<ReviewFile> done = done();
        if (done.isEmpty()) {
            say(Bundle.MSG_NothingDone());
        } else {
            redact(done, true);
        }
    }

    private static List<ReviewFile> done() {
        return session().files().all().stream().filter(f -> f.state() == FileState.DONE).toList();
    }

    /**
     * Writes and verifies copies in the folder chosen last; asks if there is none.
     *
     * @param files files that are marked done
     */
    public static void redact(List<ReviewFile> files) {
        redact(files, false);
    }

    private static void redact(List<ReviewFile> files, boolean ask) {
        Optional<Path> known = workbench().settings().outputFolder();
        Optional<Path> folder = ask || known.isEmpty() ? chooseFolder(known.orElse(null)) : known;
        folder.ifPresent(
                target -> {
                    workbench().settings().setPath("outputFolder", target);
                    workbench()
                            .output()
                            .redact(files, target, new TaskProgress(Bundle.TASK_Redact()));
                });
    }

    private static Optional<Path> chooseFolder(@Nullable Path known) {
        JFileChooser chooser =
                new FileChooserBuilder(OutputActions.class)
                        .setTitle(Bundle.TITLE_OutputFolder())
                        .setApproveText(Bundle.BTN_Choose())
                        .setDirectoriesOnly(true)
                        .createFileChooser();
        // the chooser would otherwise begin where it was last closed
        if (known != null) {
            Path parent = known.toAbsolutePath().getParent();
            if (parent != null) {
                chooser.setCurrentDirectory(parent.toFile());
            }
            chooser.setSelectedFile(known.toFile());
        }
        // an open dialog would return nothing for a folder that does not exist yet
        int answer = chooser.showSaveDialog(WindowManager.getDefault().getMainWindow());
        return answer == JFileChooser.APPROVE_OPTION
                ? Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath)
                : Optional.empty();
    }

    private static void exportCsv() {
        List<ReviewFile> done = done();
        if (done.isEmpty()) {
            say(Bundle.MSG_NothingDone());
            return;
        }
        chooseList(Bundle.TITLE_Export())
                .ifPresent(
                        target ->
                                workbench()
                                        .output()
                                        .export(
                                                done,
                                                target,
                                                new TaskProgress(Bundle.TASK_Export())));
    }

    private static Optional<Path> chooseList(String title) {
        File chosen =
                new FileChooserBuilder(OutputActions.class.getName() + ".csv")
                        .setTitle(title)
                        .setApproveText(Bundle.BTN_Write())
                        .showSaveDialog();
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
