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
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.Editor;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/** Actions that decide about rectangles. */
@Messages({
    "CTL_NextUndecided=Ne&xt undecided",
    "CTL_Accept=&Accept (blank)",
    "CTL_Keep=&Keep",
    "CTL_RedactDrawn=&Redact the drawn rectangle",
    "CTL_AcceptAll=Accept all &suggestions",
    "CTL_RemoveItem=Re&move rectangle",
    "CTL_DuplicateToNext=D&uplicate to next frame",
    "CTL_DuplicateToAll=Duplicate to all &frames",
    "CTL_UndoEdit=&Undo",
    "CTL_AcceptHere=Accept on &this plane only",
    "CTL_KeepHere=Keep on this &plane only",
    "# {0} - number of planes",
    "MSG_Alike=Decided on {0} planes; undo reverts all of them",
    "EDIT_Accept=Accept rectangle",
    "EDIT_Keep=Keep rectangle",
    "EDIT_Redact=Redact rectangle",
    "EDIT_AcceptAll=Accept all suggestions",
    "EDIT_Remove=Remove rectangle",
    "EDIT_Duplicate=Duplicate rectangle",
    "MSG_Locked=This file is done. To change it, put it back to review (Ctrl+R)",
    "# {0} - why",
    "MSG_Refused=Nothing was changed: {0}",
    "MSG_FileDecided=All of this file is decided. Shift+N: done, next file. Tab: next undecided",
    "MSG_NothingUndecided=Nothing left to decide",
    "MSG_NothingSelected=No rectangle is selected",
    "MSG_NothingDrawn=Drag on the image to draw a rectangle first"
})
public final class ItemActions {

    private ItemActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.NextUndecided")
    @ActionRegistration(displayName = "#CTL_NextUndecided", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 300),
        @ActionReference(path = "Shortcuts", name = "TAB")
    })
    public static ActionListener nextUndecidedAction() {
        return event -> nextUndecided();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Accept")
    @ActionRegistration(displayName = "#CTL_Accept", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 310),
        @ActionReference(path = "Shortcuts", name = "ENTER")
    })
    public static ActionListener acceptAction() {
        return event -> decide(Bundle.EDIT_Accept(), Verdict.REDACT, true);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.Keep")
    @ActionRegistration(displayName = "#CTL_Keep", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 320),
        @ActionReference(path = "Shortcuts", name = "BACK_SPACE")
    })
    public static ActionListener keepAction() {
        return event -> decide(Bundle.EDIT_Keep(), Verdict.KEEP, true);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.AcceptHere")
    @ActionRegistration(displayName = "#CTL_AcceptHere", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 322),
        @ActionReference(path = "Shortcuts", name = "S-ENTER")
    })
    public static ActionListener acceptHereAction() {
        return event -> decide(Bundle.EDIT_Accept(), Verdict.REDACT, false);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.KeepHere")
    @ActionRegistration(displayName = "#CTL_KeepHere", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 324),
        @ActionReference(path = "Shortcuts", name = "S-BACK_SPACE")
    })
    public static ActionListener keepHereAction() {
        return event -> decide(Bundle.EDIT_Keep(), Verdict.KEEP, false);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.RedactDrawn")
    @ActionRegistration(displayName = "#CTL_RedactDrawn", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 330),
        @ActionReference(path = "Shortcuts", name = "R")
    })
    public static ActionListener redactDrawnAction() {
        return event -> redactDrawn();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.AcceptAll")
    @ActionRegistration(displayName = "#CTL_AcceptAll", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 340),
        @ActionReference(path = "Shortcuts", name = "S-A")
    })
    public static ActionListener acceptAllAction() {
        return event -> acceptAll();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.RemoveItem")
    @ActionRegistration(displayName = "#CTL_RemoveItem", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 350),
        @ActionReference(path = "Shortcuts", name = "DELETE")
    })
    public static ActionListener removeItemAction() {
        return event -> remove();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.DuplicateToNext")
    @ActionRegistration(displayName = "#CTL_DuplicateToNext", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 360),
        @ActionReference(path = "Shortcuts", name = "D")
    })
    public static ActionListener duplicateToNextAction() {
        return event -> duplicate(false);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.DuplicateToAll")
    @ActionRegistration(displayName = "#CTL_DuplicateToAll", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 370),
        @ActionReference(path = "Shortcuts", name = "S-D")
    })
    public static ActionListener duplicateToAllAction() {
        return event -> duplicate(true);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.UndoEdit")
    @ActionRegistration(displayName = "#CTL_UndoEdit", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 380),
        @ActionReference(path = "Shortcuts", name = "S-Z")
    })
    public static ActionListener undoEditAction() {
        return event -> Workbench.find().undo().undo();
    }

    private static ReviewSession session() {
        return Workbench.find().session();
    }

    private static void nextUndecided() {
        if (!session().selectNextUndecided()) {
            say(Bundle.MSG_NothingUndecided());
        }
    }

    /** Within the file: who has decided all of it marks it done before another one is shown. */
    private static void goOn() {
        if (!session().screen().selectNextUndecided()) {
            say(Bundle.MSG_FileDecided());
        }
    }

    /**
     * Enter turns a drawn rectangle into an item; it accepts a selected item and selects the next.
     */
    private static void decide(String name, Verdict verdict, boolean everywhere) {
        if (verdict == Verdict.REDACT && session().screen().drawn().isPresent()) {
            redactDrawn();
            return;
        }
        Optional<ReviewItem> item = session().screen().selected();
        if (item.isEmpty()) {
            say(Bundle.MSG_NothingSelected());
        } else if (everywhere
                ? alike(name, item.get(), verdict)
                : here(name, item.get(), verdict)) {
            goOn();
        }
    }

    /** On all planes where the text is the same. */
    private static boolean alike(String name, ReviewItem item, Verdict verdict) {
        int planes = session().editor().decideAlike(name, item, verdict);
        if (planes > 1) {
            say(Bundle.MSG_Alike(planes));
        }
        return report(planes > 0);
    }

    private static boolean here(String name, ReviewItem item, Verdict verdict) {
        return report(session().editor().decide(name, List.of(item), verdict));
    }

    private static void redactDrawn() {
        Optional<PixelRectangle> drawn = session().screen().drawn();
        Optional<PlaneScope> scope = session().screen().scope();
        if (drawn.isEmpty() || scope.isEmpty()) {
            decideSelected();
            return;
        }
        if (report(session().editor().draw(Bundle.EDIT_Redact(), scope.get(), drawn.get()))) {
            session().screen().setDrawn(null);
        }
    }

    private static void decideSelected() {
        Optional<ReviewItem> item = session().screen().selected();
        if (item.isEmpty()) {
            say(Bundle.MSG_NothingDrawn());
        } else {
            alike(Bundle.EDIT_Accept(), item.get(), Verdict.REDACT);
        }
    }

    private static void acceptAll() {
        List<ReviewItem> waiting =
                session().open().map(OpenFile::items).orElse(List.of()).stream()
                        .filter(OpenFile::waits)
                        .filter(session().screen()::isShown)
                        .toList();
        if (waiting.isEmpty()) {
            say(Bundle.MSG_NothingUndecided());
        } else {
            report(session().editor().decide(Bundle.EDIT_AcceptAll(), waiting, Verdict.REDACT));
        }
    }

    private static void remove() {
        Optional<ReviewItem> item = session().screen().selected();
        if (item.isEmpty()) {
            session().screen().setDrawn(null);
            say(Bundle.MSG_NothingSelected());
        } else {
            report(session().editor().remove(Bundle.EDIT_Remove(), List.of(item.get())));
        }
    }

    private static void duplicate(boolean toAll) {
        Optional<ReviewItem> item = session().screen().selected();
        Optional<PlaneGeometry> plane = session().screen().plane();
        int next = session().screen().planeIndex() + 1;
        List<PlaneGeometry> planes = session().open().map(OpenFile::planes).orElse(List.of());
        if (item.isEmpty() || plane.isEmpty()) {
            say(Bundle.MSG_NothingSelected());
        } else if (toAll || next < planes.size()) {
            PlaneScope scope = toAll ? all(plane.get()) : planes.get(next).plane();
            Region copy = new Region(scope, item.get().region().rectangle());
            report(session().editor().add(Bundle.EDIT_Duplicate(), List.of(copy), "duplicated"));
            if (!toAll) {
                session().screen().showPlane(next);
            }
        }
    }

    private static PlaneScope all(PlaneGeometry plane) {
        return plane.plane() instanceof OverlayPlane overlay
                ? new OverlayGroup(overlay.group())
                : new AllFrames();
    }

    private static boolean report(boolean done) {
        if (!done && session().editor().isLocked()) {
            say(locked(session().editor()));
        }
        return done;
    }

    /** Why the file on screen cannot be changed. */
    static String locked(Editor editor) {
        return editor.readOnly().map(Bundle::MSG_Refused).orElse(Bundle.MSG_Locked());
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
