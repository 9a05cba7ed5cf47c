package org.pixelanon.rulesview;

import java.awt.BorderLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.workbench.SessionView;

/** The view <em>Rules</em>: rules tried on the open files, and made from their rectangles. */
@TopComponent.Description(
        preferredID = "RulesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 250)
@ActionID(category = "Window", id = "org.pixelanon.rulesview.RulesTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 180),
    @ActionReference(path = "Shortcuts", name = "S-R")
})
@TopComponent.OpenActionRegistration(displayName = "#CTL_Rules", preferredID = "RulesTopComponent")
@Messages({
    "CTL_Rules=&Rules",
    "TITLE_Rules=Rules",
    "HINT_Rules=Tests rules on the open files and makes rules from their rectangles",
    "TITLE_OpenRules=Open rules",
    "TITLE_SaveRules=Save rules",
    "BTN_OpenRules=Open",
    "BTN_SaveRules=Save",
    "# {0} - file",
    "MSG_ReplaceRules={0} exists. Replace it?",
    "MSG_GiveUpRules=Discard unsaved rules?"
})
public final class RulesTopComponent extends SessionView {

    private final RulesPanel panel = new RulesPanel(session(), new Dialogs());
    private boolean begun;

    /** Builds the view; it follows the session while it is open. */
    public RulesTopComponent() {
        super(Bundle.TITLE_Rules(), Bundle.HINT_Rules());
        add(panel, BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        panel.begin();
        if (!begun) {
            begun = true;
            session().workers().files().execute(this::readChosen);
        }
    }

    /** On a worker: the view starts with the rules of the options, if these are a single file. */
    private void readChosen() {
        try {
            List<Path> chosen = workbench().settings().rules();
            if (chosen.size() == 1 && Files.isRegularFile(chosen.get(0))) {
                java.awt.EventQueue.invokeLater(() -> panel.read(chosen.get(0)));
            }
        } catch (IOException e) {
            System.getLogger(RulesTopComponent.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot read the rules folder", e);
        }
    }

    @Override
    protected void componentClosed() {
        panel.end();
    }

    @Override
    protected void componentActivated() {
        panel.table().requestFocusInWindow();
    }

    /** The user is asked in dialogs. */
    private static final class Dialogs implements RuleChooser {

        private static FileChooserBuilder files(String title, String approve) {
            return new FileChooserBuilder(RulesTopComponent.class)
                    .setTitle(title)
                    .setApproveText(approve)
                    .setFilesOnly(true);
        }

        @Override
        public Optional<Path> toOpen() {
            File file = files(Bundle.TITLE_OpenRules(), Bundle.BTN_OpenRules()).showOpenDialog();
            return Optional.ofNullable(file).map(File::toPath);
        }

        @Override
        public Optional<Path> toSave() {
            File file = files(Bundle.TITLE_SaveRules(), Bundle.BTN_SaveRules()).showSaveDialog();
            return Optional.ofNullable(file)
                    .filter(f -> !f.exists() || confirmed(Bundle.MSG_ReplaceRules(f.getName())))
                    .map(File::toPath);
        }

        @Override
        public boolean giveUp() {
            return confirmed(Bundle.MSG_GiveUpRules());
        }

        private static boolean confirmed(String question) {
            return DialogDisplayer.getDefault()
                            .notify(
                                    new NotifyDescriptor.Confirmation(
                                            question, NotifyDescriptor.YES_NO_OPTION))
                    == NotifyDescriptor.YES_OPTION;
        }
    }
}
