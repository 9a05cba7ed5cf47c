package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.openide.LifecycleManager;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.banner.Notices;

/** Actions that open files and databases. */
@Messages({
    "CTL_OpenFiles=&Open files or list…",
    "CTL_OpenFolder=Open &folder…",
    "CTL_ChooseDatabase=Choose &database…",
    "CTL_Quit=&Quit",
    "TITLE_OpenFiles=Open DICOM files or a CSV list",
    "TITLE_OpenFolder=Open a folder of DICOM files",
    "TITLE_Database=Choose the database file or its folder",
    "BTN_Open=Open",
    "# {0} - path",
    "MSG_Database=Database: {0}",
    "# {0} - why",
    "MSG_DatabaseRefused=Database not changed: {0}"
})
public final class OpenActions {

    private OpenActions() {}

    @ActionID(category = "File", id = "org.pixelanon.workbench.OpenFiles")
    @ActionRegistration(displayName = "#CTL_OpenFiles", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/File", position = 10),
        @ActionReference(path = "Shortcuts", name = "D-O")
    })
    public static ActionListener openFilesAction() {
        return event -> choose(false);
    }

    @ActionID(category = "File", id = "org.pixelanon.workbench.OpenFolder")
    @ActionRegistration(displayName = "#CTL_OpenFolder", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/File", position = 20),
        @ActionReference(path = "Shortcuts", name = "D-D")
    })
    public static ActionListener openFolderAction() {
        return event -> choose(true);
    }

    @ActionID(category = "File", id = "org.pixelanon.workbench.ChooseDatabase")
    @ActionRegistration(displayName = "#CTL_ChooseDatabase", lazy = true)
    @ActionReferences({@ActionReference(path = "Menu/File", position = 30)})
    public static ActionListener chooseDatabaseAction() {
        return event -> chooseDatabase();
    }

    @ActionID(category = "File", id = "org.pixelanon.workbench.Quit")
    @ActionRegistration(displayName = "#CTL_Quit", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/File", position = 3000),
        @ActionReference(path = "Shortcuts", name = "Q")
    })
    public static ActionListener quitAction() {
        return event -> LifecycleManager.getDefault().exit();
    }

    /** Chooses something else instead of what could not be opened. */
    static void chooseInstead(Notices.Kind kind) {
        if (kind == Notices.Kind.DATABASE) {
            chooseDatabase();
        } else {
            choose(true);
        }
    }

    private static void choose(boolean folder) {
        FileChooserBuilder builder =
                new FileChooserBuilder(OpenActions.class)
                        .setTitle(folder ? Bundle.TITLE_OpenFolder() : Bundle.TITLE_OpenFiles())
                        .setApproveText(Bundle.BTN_Open())
                        .setFilesOnly(!folder)
                        .setDirectoriesOnly(folder);
        File[] chosen =
                folder
                        ? Optional.ofNullable(builder.showOpenDialog())
                                .map(f -> new File[] {f})
                                .orElse(null)
                        : builder.showMultiOpenDialog();
        if (chosen != null && chosen.length > 0) {
            List<String> inputs = Arrays.stream(chosen).map(File::getPath).toList();
            workbench().opening().open(inputs, FileOpening.FIRST_TO_REVIEW);
        }
    }

    private static void chooseDatabase() {
        JFileChooser chooser =
                new FileChooserBuilder(OpenActions.class.getName() + ".database")
                        .setTitle(Bundle.TITLE_Database())
                        .setApproveText(Bundle.BTN_Open())
                        .createFileChooser();
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        if (chooser.showOpenDialog(null) == JFileChooser.APPROVE_OPTION) {
            workbench().useDatabase(chooser.getSelectedFile().toPath());
        }
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
