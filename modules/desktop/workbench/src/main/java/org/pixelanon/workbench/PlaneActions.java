package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;

/** Actions that step through planes and change their display. */
@Messages({
    "CTL_NextPlane=&Next frame or overlay frame",
    "CTL_PreviousPlane=&Previous frame or overlay frame",
    "CTL_NextOverlay=Next o&verlay",
    "CTL_ShowRedacted=Show &redacted",
    "CTL_ShowUnredacted=Show &unredacted",
    "CTL_ToggleRedacted=&Toggle redaction",
    "MSG_LastPlane=This is the last plane",
    "MSG_FirstPlane=This is the first plane"
})
public final class PlaneActions {

    private PlaneActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.NextPlane")
    @ActionRegistration(displayName = "#CTL_NextPlane", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 100),
        @ActionReference(path = "Shortcuts", name = "N")
    })
    public static ActionListener nextPlaneAction() {
        return event -> step(1);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.PreviousPlane")
    @ActionRegistration(displayName = "#CTL_PreviousPlane", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 110),
        @ActionReference(path = "Shortcuts", name = "P")
    })
    public static ActionListener previousPlaneAction() {
        return event -> step(-1);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.NextOverlay")
    @ActionRegistration(displayName = "#CTL_NextOverlay", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 120),
        @ActionReference(path = "Shortcuts", name = "F")
    })
    public static ActionListener nextOverlayAction() {
        return event -> session().screen().nextOverlay();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.ShowRedacted")
    @ActionRegistration(displayName = "#CTL_ShowRedacted", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 130),
        @ActionReference(path = "Shortcuts", name = "PLUS"),
        @ActionReference(path = "Shortcuts", name = "S-EQUALS"),
        @ActionReference(path = "Shortcuts", name = "ADD")
    })
    public static ActionListener showRedactedAction() {
        return event -> redacted(true);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.ShowUnredacted")
    @ActionRegistration(displayName = "#CTL_ShowUnredacted", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 140),
        @ActionReference(path = "Shortcuts", name = "MINUS"),
        @ActionReference(path = "Shortcuts", name = "SUBTRACT")
    })
    public static ActionListener showUnredactedAction() {
        return event -> redacted(false);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.ToggleRedacted")
    @ActionRegistration(displayName = "#CTL_ToggleRedacted", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 150),
        @ActionReference(path = "Shortcuts", name = "SPACE")
    })
    public static ActionListener toggleRedactedAction() {
        return event -> redacted(!session().screen().display().redacted());
    }

    private static ReviewSession session() {
        return Workbench.find().session();
    }

    private static void step(int by) {
        if (!session().screen().showPlane(session().screen().planeIndex() + by)) {
            StatusDisplayer.getDefault()
                    .setStatusText(by > 0 ? Bundle.MSG_LastPlane() : Bundle.MSG_FirstPlane());
        }
    }

    private static void redacted(boolean shown) {
        session().screen().setDisplay(session().screen().display().withRedacted(shown));
    }
}
