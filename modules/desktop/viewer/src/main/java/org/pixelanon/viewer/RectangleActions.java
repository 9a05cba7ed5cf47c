package org.pixelanon.viewer;

import java.awt.event.ActionListener;
import java.util.List;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.Workbench;

/** Moves and resizes rectangles by keys. */
@Messages({
    "CTL_NudgeLeft=Move rectangle left",
    "CTL_NudgeRight=Move rectangle right",
    "CTL_NudgeUp=Move rectangle up",
    "CTL_NudgeDown=Move rectangle down",
    "CTL_Narrower=Make rectangle narrower",
    "CTL_Wider=Make rectangle wider",
    "CTL_Lower=Make rectangle shorter",
    "CTL_Higher=Make rectangle taller",
    "EDIT_Nudge=Move rectangle",
    "EDIT_Resize=Resize rectangle"
})
public final class RectangleActions {

    private RectangleActions() {}

    @ActionID(category = "View", id = "org.pixelanon.viewer.NudgeLeft")
    @ActionRegistration(displayName = "#CTL_NudgeLeft", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 690),
        @ActionReference(path = "Shortcuts", name = "LEFT")
    })
    public static ActionListener nudgeLeftAction() {
        return event -> nudge(-1, 0);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.NudgeRight")
    @ActionRegistration(displayName = "#CTL_NudgeRight", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 691),
        @ActionReference(path = "Shortcuts", name = "RIGHT")
    })
    public static ActionListener nudgeRightAction() {
        return event -> nudge(1, 0);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.NudgeUp")
    @ActionRegistration(displayName = "#CTL_NudgeUp", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 692),
        @ActionReference(path = "Shortcuts", name = "UP")
    })
    public static ActionListener nudgeUpAction() {
        return event -> nudge(0, -1);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.NudgeDown")
    @ActionRegistration(displayName = "#CTL_NudgeDown", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 693),
        @ActionReference(path = "Shortcuts", name = "DOWN")
    })
    public static ActionListener nudgeDownAction() {
        return event -> nudge(0, 1);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Narrower")
    @ActionRegistration(displayName = "#CTL_Narrower", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 694),
        @ActionReference(path = "Shortcuts", name = "S-LEFT")
    })
    public static ActionListener narrowerAction() {
        return event -> resize(-1, 0);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Wider")
    @ActionRegistration(displayName = "#CTL_Wider", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 695),
        @ActionReference(path = "Shortcuts", name = "S-RIGHT")
    })
    public static ActionListener widerAction() {
        return event -> resize(1, 0);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Lower")
    @ActionRegistration(displayName = "#CTL_Lower", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 696),
        @ActionReference(path = "Shortcuts", name = "S-UP")
    })
    public static ActionListener lowerAction() {
        return event -> resize(0, -1);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Higher")
    @ActionRegistration(displayName = "#CTL_Higher", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 697),
        @ActionReference(path = "Shortcuts", name = "S-DOWN")
    })
    public static ActionListener higherAction() {
        return event -> resize(0, 1);
    }

    private static ReviewSession session() {
        return Workbench.find().session();
    }

    /**
     * Moves the drawn rectangle or the selected item; if there is none, steps through the planes.
     */
    private static void nudge(int dx, int dy) {
        Optional<PixelRectangle> drawn = session().screen().drawn();
        Optional<ReviewItem> item = session().screen().selected();
        if (drawn.isPresent()) {
            session().screen().setDrawn(within(drawn.get().translate(dx, dy)).orElse(null));
        } else if (item.isPresent()) {
            change(
                    Bundle.EDIT_Nudge(),
                    item.get(),
                    item.get().region().rectangle().translate(dx, dy));
        } else {
            session().screen().showPlane(session().screen().planeIndex() + (dx != 0 ? dx : dy));
        }
    }

    private static void resize(int dw, int dh) {
        Optional<PixelRectangle> drawn = session().screen().drawn();
        Optional<ReviewItem> item = session().screen().selected();
        if (drawn.isPresent()) {
            session().screen().setDrawn(within(grown(drawn.get(), dw, dh)).orElse(null));
        } else if (item.isPresent()) {
            change(
                    Bundle.EDIT_Resize(),
                    item.get(),
                    grown(item.get().region().rectangle(), dw, dh));
        }
    }

    private static PixelRectangle grown(PixelRectangle r, int dw, int dh) {
        return new PixelRectangle(
                r.x(), r.y(), Math.max(1, r.width() + dw), Math.max(1, r.height() + dh));
    }

    private static void change(String name, ReviewItem item, PixelRectangle wanted) {
        within(wanted)
                .ifPresent(
                        r ->
                                session()
                                        .editor()
                                        .change(
                                                name,
                                                List.of(item),
                                                List.of(item.withRectangle(r))));
    }

    private static Optional<PixelRectangle> within(PixelRectangle r) {
        Optional<PlaneGeometry> plane = session().screen().plane();
        return plane.flatMap(p -> r.clip(p.width(), p.height()))
                .filter(c -> c.width() == r.width() && c.height() == r.height())
                .or(() -> session().screen().drawn());
    }
}
