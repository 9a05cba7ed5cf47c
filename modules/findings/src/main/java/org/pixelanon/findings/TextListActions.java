package org.pixelanon.findings;

import java.awt.event.ActionListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.Settings;
import org.pixelanon.workbench.Workbench;
import org.pixelanon.workbench.session.ReviewItem;
import org.pixelanon.workbench.session.Standing;

/**
 * Actions that put the selected text on the allow-list or the deny-list, so that it is judged that
 * way in all files to come, and decide about it here.
 */
@Messages({
    "CTL_AllowText=Text to a&llow-list, and keep it",
    "CTL_DenyText=Text to deny-list, and &blank it",
    "EDIT_Allow=Keep text and allow it",
    "EDIT_Deny=Blank text and deny it",
    "MSG_NoText=Select a recognised text first",
    "# {0} - file",
    "MSG_Added=Added to {0}",
    "# {0} - file",
    "MSG_Known=Already in {0}",
    "# {0} - file",
    "# {1} - why",
    "MSG_NotAdded=Could not add to {0}: {1}"
})
public final class TextListActions {

    private TextListActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.findings.AllowText")
    @ActionRegistration(displayName = "#CTL_AllowText", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 390),
        @ActionReference(path = "Shortcuts", name = "L")
    })
    public static ActionListener allowTextAction() {
        return event ->
                promote(
                        Bundle.EDIT_Allow(),
                        Standing.KEEP,
                        "allowList",
                        settings().allowList(),
                        "allowlist.txt");
    }

    @ActionID(category = "Review", id = "org.pixelanon.findings.DenyText")
    @ActionRegistration(displayName = "#CTL_DenyText", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 395),
        @ActionReference(path = "Shortcuts", name = "X")
    })
    public static ActionListener denyTextAction() {
        return event ->
                promote(
                        Bundle.EDIT_Deny(),
                        Standing.REDACT,
                        "denyList",
                        settings().denyList(),
                        "denylist.txt");
    }

    private static Settings settings() {
        return Workbench.find().settings();
    }

    private static void promote(
            String name, Standing verdict, String key, Optional<Path> list, String fresh) {
        var session = Workbench.find().session();
        Optional<ReviewItem> item = session.screen().selected().filter(i -> !i.text().isBlank());
        if (item.isEmpty()) {
            say(Bundle.MSG_NoText());
            return;
        }
        String expression = TextList.exactly(item.get().text());
        Path file = list.orElseGet(() -> settings().userFile(fresh));
        session.editor().decide(name, List.of(item.get()), verdict);
        session.workers().files().execute(() -> add(file, expression, key, list.isEmpty()));
    }

    /** On a worker; what it says names the file but never the text. */
    private static void add(Path file, String expression, String key, boolean isNew) {
        try {
            boolean added = TextList.add(file, expression);
            if (isNew) {
                settings().setPath(key, Optional.of(file));
            }
            say(added ? Bundle.MSG_Added(file) : Bundle.MSG_Known(file));
        } catch (IOException | RuntimeException e) {
            String why = e.getClass().getSimpleName();
            say(Bundle.MSG_NotAdded(file, why));
        }
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
