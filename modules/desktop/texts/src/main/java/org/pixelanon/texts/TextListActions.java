package org.pixelanon.texts;

import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JButton;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pii.NameLikeness;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.find.TextFinder;
import org.pixelanon.review.item.ListKind;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.workbench.Settings;
import org.pixelanon.workbench.Workbench;

/**
 * Actions that add the selected text to the allow-list or the deny-list for future files, and
 * decide it here.
 */
@Messages({
    "CTL_AllowPattern=Allow &pattern\u2026",
    "TITLE_AllowPattern=Allow pattern",
    "BTN_Allow=Allow",
    "CTL_AllowText=Add text to a&llow-list and keep it",
    "CTL_DenyText=Add text to deny-list and &blank it",
    "EDIT_Allow=Add text to allow-list",
    "EDIT_Deny=Add text to deny-list",
    "MSG_NoText=Select a recognised text first",
    "MSG_AskName=This may be a name, a date or somebody's number; it would be kept in all files. "
            + "Press l again to allow it anyway"
})
public final class TextListActions {

    private TextListActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.texts.AllowText")
    @ActionRegistration(displayName = "#CTL_AllowText", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 390),
        @ActionReference(path = "Shortcuts", name = "L")
    })
    public static ActionListener allowTextAction() {
        return event -> promote(Bundle.EDIT_Allow(), Verdict.KEEP, ListKind.ALLOW, "allowlist.txt");
    }

    @ActionID(category = "Review", id = "org.pixelanon.texts.AllowPattern")
    @ActionRegistration(displayName = "#CTL_AllowPattern", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 392),
        @ActionReference(path = "Shortcuts", name = "S-L")
    })
    public static ActionListener allowPatternAction() {
        return event -> allowPattern();
    }

    @ActionID(category = "Review", id = "org.pixelanon.texts.DenyText")
    @ActionRegistration(displayName = "#CTL_DenyText", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 395),
        @ActionReference(path = "Shortcuts", name = "X")
    })
    public static ActionListener denyTextAction() {
        return event -> promote(Bundle.EDIT_Deny(), Verdict.REDACT, ListKind.DENY, "denylist.txt");
    }

    private static Settings settings() {
        return workbench().settings();
    }

    /** Shows the expression and what it would keep before adding it to the list. */
    private static void allowPattern() {
        ReviewSession session = session();
        Optional<ReviewItem> item = session.screen().selected().filter(i -> !i.text().isBlank());
        if (item.isEmpty()) {
            say(Bundle.MSG_NoText());
            return;
        }
        JButton allow = new JButton(Bundle.BTN_Allow());
        PatternPanel panel =
                new PatternPanel(session, TextList.exactly(item.get().text()), allow::setEnabled);
        DialogDescriptor dialog =
                new DialogDescriptor(
                        panel,
                        Bundle.TITLE_AllowPattern(),
                        true,
                        new Object[] {allow, DialogDescriptor.CANCEL_OPTION},
                        allow,
                        DialogDescriptor.DEFAULT_ALIGN,
                        null,
                        null);
        if (DialogDisplayer.getDefault().notify(dialog) == allow) {
            ReviewEdit.OfLine line =
                    new ReviewEdit.OfLine(
                            ListKind.ALLOW,
                            list(ListKind.ALLOW, "allowlist.txt"),
                            panel.expression(),
                            true);
            if (panel.matches(item.get())) {
                session.editor().promote(Bundle.EDIT_Allow(), item.get(), Verdict.KEEP, line);
            } else {
                session.editor().perform(Bundle.EDIT_Allow(), line);
            }
            new TextFinder(session).decide(Bundle.EDIT_Allow(), panel.toKeep(), Verdict.KEEP);
        }
    }

    private static Path list(ListKind kind, String fresh) {
        return settings().list(kind).orElseGet(() -> settings().userFile(fresh));
    }

    private static void promote(String name, Verdict verdict, ListKind kind, String fresh) {
        ReviewSession session = session();
        Optional<ReviewItem> item = session.screen().selected().filter(i -> !i.text().isBlank());
        if (item.isEmpty() || session.open().isEmpty()) {
            say(Bundle.MSG_NoText());
            return;
        }
        Path list = list(kind, fresh);
        String line = TextList.exactly(item.get().text());
        Runnable act =
                () ->
                        session.editor()
                                .promote(
                                        name,
                                        item.get(),
                                        verdict,
                                        new ReviewEdit.OfLine(kind, list, line, true));
        if (kind == ListKind.DENY) {
            act.run();
        } else {
            release(session.open().get(), item.get(), act);
        }
    }

    /**
     * A possible name is added to the allow-list only after a second press. The tags are read
     * first.
     */
    private static void release(OpenFile file, ReviewItem item, Runnable act) {
        ReviewSession session = session();
        session.workers()
                .files()
                .execute(
                        () -> {
                            boolean doubtful =
                                    file.dicom().isEmpty()
                                            || NameLikeness.isLikeName(
                                                    item.text(), file.dicom().get().identity());
                            session.workers().ui().execute(() -> release(item, doubtful, act));
                        });
    }

    private static void release(ReviewItem item, boolean doubtful, Runnable act) {
        boolean still = session().screen().selected().filter(i -> i.id() == item.id()).isPresent();
        String question = Bundle.MSG_AskName();
        if (!still) {
            return; // the user moved on before the tags were read
        }
        if (!doubtful || workbench().secondPress().confirms(question)) {
            act.run();
        } else {
            say(question);
        }
    }

    private static ReviewSession session() {
        return workbench().session();
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
