package org.pixelanon.remote;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.event.ActionListener;
import java.awt.event.HierarchyEvent;
import java.util.List;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.Workbench;

/** Actions that read from buckets and archives, and write to them. */
@Messages({
    "CTL_OpenBucket=Open from &bucket…",
    "CTL_OpenArchive=Open from &PACS…",
    "CTL_RedactTo=Redact done files to bucket or PACS…",
    "CTL_ReadAgain=&Reload file",
    "MSG_NothingDone=No file in the list is marked done",
    "TITLE_RedactTo=Destination of redacted copies",
    "BTN_Close=Close"
})
public final class RemoteActions {

    private RemoteActions() {}

    @ActionID(category = "File", id = "org.pixelanon.remote.OpenBucket")
    @ActionRegistration(displayName = "#CTL_OpenBucket", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/File", position = 22),
        @ActionReference(path = "Shortcuts", name = "DS-B")
    })
    public static ActionListener openBucketAction() {
        return event -> browse(PlaceKind.BUCKET);
    }

    @ActionID(category = "File", id = "org.pixelanon.remote.OpenArchive")
    @ActionRegistration(displayName = "#CTL_OpenArchive", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/File", position = 24),
        @ActionReference(path = "Shortcuts", name = "DS-P")
    })
    public static ActionListener openArchiveAction() {
        return event -> browse(PlaceKind.ARCHIVE);
    }

    @ActionID(category = "Review", id = "org.pixelanon.remote.RedactTo")
    @ActionRegistration(displayName = "#CTL_RedactTo", lazy = true)
    @ActionReferences({@ActionReference(path = "Menu/Review", position = 512)})
    public static ActionListener redactToAction() {
        return event -> redactTo();
    }

    @ActionID(category = "Review", id = "org.pixelanon.remote.ReadAgain")
    @ActionRegistration(displayName = "#CTL_ReadAgain", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 245),
        @ActionReference(path = "Shortcuts", name = "F5")
    })
    public static ActionListener readAgainAction() {
        return event -> Workbench.find().session().reload();
    }

    private static void browse(PlaceKind kind) {
        Workbench workbench = Workbench.find();
        Dialog[] shown = new Dialog[1];
        BrowsePanel panel =
                new BrowsePanel(
                        kind,
                        workbench.places(),
                        workbench.session().workers(),
                        workbench.settings().preferences(),
                        request -> {
                            shown[0].dispose();
                            workbench.opening().open(request);
                        });
        DialogDescriptor descriptor =
                new DialogDescriptor(
                        panel.component(),
                        kind.title(),
                        false,
                        new Object[] {panel.openButton(), Bundle.BTN_Close()},
                        panel.openButton(),
                        DialogDescriptor.DEFAULT_ALIGN,
                        null,
                        null);
        descriptor.setClosingOptions(new Object[] {Bundle.BTN_Close()});
        shown[0] = DialogDisplayer.getDefault().createDialog(descriptor);
        shown[0].setResizable(true);
        shown[0].addHierarchyListener(
                event -> {
                    boolean changed =
                            (event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0;
                    if (changed && !event.getComponent().isShowing()) {
                        EventQueue.invokeLater(RemoteActions::focusOnImage);
                    }
                });
        shown[0].setVisible(true);
        panel.begin();
    }

    /** Not every desktop restores the focus. */
    private static void focusOnImage() {
        WindowManager.getDefault().getMainWindow().requestFocus();
        TopComponent image = WindowManager.getDefault().findTopComponent("PlaneTopComponent");
        if (image != null && image.isOpened()) {
            image.requestActive();
        }
    }

    private static void redactTo() {
        Workbench workbench = Workbench.find();
        List<ReviewFile> done =
                workbench.session().files().all().stream()
                        .filter(f -> f.state() == FileState.DONE)
                        .toList();
        if (done.isEmpty()) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_NothingDone());
            return;
        }
        TargetPanel panel =
                new TargetPanel(
                        workbench.places(),
                        workbench.session().workers(),
                        workbench.settings().preferences());
        DialogDescriptor descriptor =
                new DialogDescriptor(panel.component(), Bundle.TITLE_RedactTo());
        panel.begin();
        Object answer = DialogDisplayer.getDefault().notify(descriptor);
        if (DialogDescriptor.OK_OPTION.equals(answer)) {
            panel.target()
                    .ifPresent(
                            target ->
                                    workbench
                                            .output()
                                            .redactTo(done, target.address(), target.login()));
        }
    }
}
