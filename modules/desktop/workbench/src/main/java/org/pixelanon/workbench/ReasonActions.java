package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import java.util.List;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.Editor;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.GivenReason;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/**
 * Digits that give a reason for the selected rectangle. Giving a reason also accepts a suggestion,
 * and blanks a drawn rectangle.
 */
@Messages({
    "CTL_Reason0=Reason: &none",
    "CTL_Reason1=Reason: &name",
    "CTL_Reason2=Reason: &date",
    "CTL_Reason3=Reason: &time",
    "CTL_Reason4=Reason: n&umber or id",
    "CTL_Reason5=Reason: &age or sex",
    "CTL_Reason6=Reason: t&elephone, e-mail",
    "CTL_Reason7=Reason: add&ress",
    "CTL_Reason8=Reason: &institution",
    "CTL_Reason9=Reason: &other",
    "# {0} - reason",
    "EDIT_Reason=Reason: {0}"
})
public final class ReasonActions {

    private ReasonActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason0")
    @ActionRegistration(displayName = "#CTL_Reason0", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 200, separatorBefore = 190),
        @ActionReference(path = "Shortcuts", name = "0")
    })
    public static ActionListener reason0Action() {
        return event -> give(GivenReason.NONE);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason1")
    @ActionRegistration(displayName = "#CTL_Reason1", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 100),
        @ActionReference(path = "Shortcuts", name = "1")
    })
    public static ActionListener reason1Action() {
        return event -> give(GivenReason.NAME);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason2")
    @ActionRegistration(displayName = "#CTL_Reason2", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 110),
        @ActionReference(path = "Shortcuts", name = "2")
    })
    public static ActionListener reason2Action() {
        return event -> give(GivenReason.DATE);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason3")
    @ActionRegistration(displayName = "#CTL_Reason3", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 120),
        @ActionReference(path = "Shortcuts", name = "3")
    })
    public static ActionListener reason3Action() {
        return event -> give(GivenReason.TIME);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason4")
    @ActionRegistration(displayName = "#CTL_Reason4", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 130),
        @ActionReference(path = "Shortcuts", name = "4")
    })
    public static ActionListener reason4Action() {
        return event -> give(GivenReason.NUMBER);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason5")
    @ActionRegistration(displayName = "#CTL_Reason5", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 140),
        @ActionReference(path = "Shortcuts", name = "5")
    })
    public static ActionListener reason5Action() {
        return event -> give(GivenReason.AGE);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason6")
    @ActionRegistration(displayName = "#CTL_Reason6", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 150),
        @ActionReference(path = "Shortcuts", name = "6")
    })
    public static ActionListener reason6Action() {
        return event -> give(GivenReason.TELEPHONE);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason7")
    @ActionRegistration(displayName = "#CTL_Reason7", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 160),
        @ActionReference(path = "Shortcuts", name = "7")
    })
    public static ActionListener reason7Action() {
        return event -> give(GivenReason.ADDRESS);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason8")
    @ActionRegistration(displayName = "#CTL_Reason8", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 170),
        @ActionReference(path = "Shortcuts", name = "8")
    })
    public static ActionListener reason8Action() {
        return event -> give(GivenReason.INSTITUTION);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Reason9")
    @ActionRegistration(displayName = "#CTL_Reason9", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review/Reasons", position = 180),
        @ActionReference(path = "Shortcuts", name = "9")
    })
    public static ActionListener reason9Action() {
        return event -> give(GivenReason.OTHER);
    }

    private static void give(GivenReason reason) {
        ReviewSession session = Workbench.find().session();
        Editor editor = session.editor();
        Optional<PixelRectangle> drawn = session.screen().drawn();
        Optional<PlaneScope> scope = session.screen().scope();
        Optional<ReviewItem> item = session.screen().selected();
        String name = Bundle.EDIT_Reason(reason.words());
        if (editor.isLocked()) {
            say(ItemActions.locked(editor));
        } else if (drawn.isPresent() && scope.isPresent()) {
            Region region = new Region(scope.get(), drawn.get());
            ReviewItem made = editor.drawn(region, "drawn").withGiven(reason);
            String file = session.open().orElseThrow().name();
            session.screen().setDrawn(null);
            editor.perform(name, ReviewEdit.OfItem.added(file, made));
            session.screen().select(made.id());
        } else if (item.isEmpty()) {
            say(Bundle.MSG_NothingSelected());
        } else if (named(editor, name, session.open().orElseThrow().alike(item.get()), reason)) {
            say(name);
        }
    }

    private static boolean named(
            Editor editor, String name, List<ReviewItem> items, GivenReason reason) {
        return editor.change(name, items, items.stream().map(i -> named(i, reason)).toList());
    }

    /** The item with a reason; a reason decides, no reason keeps the decision. */
    private static ReviewItem named(ReviewItem item, GivenReason reason) {
        boolean decides = reason != GivenReason.NONE && item.verdict() == Verdict.UNDECIDED;
        ReviewItem other = item.withGiven(reason);
        return decides ? other.withVerdict(Verdict.REDACT) : other;
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
