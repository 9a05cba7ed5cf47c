package org.pixelanon.texts;

import java.awt.event.ActionListener;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.PanelView;
import org.pixelanon.workbench.Workbench;

/** The view <em>Find text</em>. */
@TopComponent.Description(
        preferredID = "FindTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 160)
@ActionID(category = "Window", id = "org.pixelanon.texts.FindTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 155),
    @ActionReference(path = "Shortcuts", name = "D-F")
})
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_FindText",
        preferredID = "FindTopComponent")
@Messages({
    "CTL_FindText=Find &Text",
    "TITLE_FindText=Find text",
    "HINT_FindText=Texts of all files of the list",
    "CTL_SameText=Find same text in other &files"
})
public final class FindTopComponent extends PanelView {

    /** Builds the view. */
    public FindTopComponent() {
        super(Bundle.TITLE_FindText(), Bundle.HINT_FindText(), FindTopComponent::panel);
    }

    private static FindPanel panel(Workbench workbench) {
        return new FindPanel(
                workbench.session(), text -> StatusDisplayer.getDefault().setStatusText(text));
    }

    @ActionID(category = "Review", id = "org.pixelanon.texts.SameText")
    @ActionRegistration(displayName = "#CTL_SameText", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 397),
        @ActionReference(path = "Shortcuts", name = "S-F")
    })
    public static ActionListener sameTextAction() {
        return event -> {
            Optional<ReviewItem> item =
                    Workbench.find().session().screen().selected().filter(i -> !i.text().isBlank());
            if (item.isEmpty()) {
                StatusDisplayer.getDefault().setStatusText(Bundle.MSG_NoText());
            } else if (WindowManager.getDefault().findTopComponent("FindTopComponent")
                    instanceof FindTopComponent view) {
                view.open();
                view.requestActive();
                view.panel(FindPanel.class).find(item.get().text());
            }
        };
    }
}
