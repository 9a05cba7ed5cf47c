package org.pixelanon.texts;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.Action;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Actions;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.util.Utilities;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Region;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;

/** The context menu of a finding. */
@Messages({
    "MENU_Reason=R&eason",
    "MENU_Reread=Correct te&xt\u2026",
    "TITLE_Reread=Correct the text",
    "LBL_Reread=Actual text:",
    "EDIT_Reread=Correct text",
    "# {0} - why",
    "MSG_NotReread=Not changed, because it cannot be judged: {0}",
    "MENU_GoTo=&Go to",
    "MENU_CopyText=Copy &text",
    "MENU_CopyCoordinates=&Copy coordinates"
})
final class ItemMenu {

    private static final List<String> DECISIONS =
            List.of(
                    "org.pixelanon.workbench.Accept",
                    "org.pixelanon.workbench.Keep",
                    "org.pixelanon.workbench.RemoveItem");

    private static final List<String> REASONS =
            IntStream.rangeClosed(0, 9)
                    .mapToObj(digit -> "org.pixelanon.workbench.Reason" + digit)
                    .toList();

    private static final List<String> LISTS =
            List.of(
                    "org.pixelanon.texts.AllowText",
                    "org.pixelanon.texts.AllowPattern",
                    "org.pixelanon.texts.DenyText",
                    "org.pixelanon.texts.SameText");

    private ItemMenu() {}

    /**
     * The menu of an item.
     *
     * @param session the session, in which the item is selected
     * @param item the item
     * @param the component it is shown on
     * @return a new menu
     */
    static JPopupMenu of(ReviewSession session, ReviewItem item, Component on) {
        JPopupMenu menu = Utilities.actionsToPopup(actions(DECISIONS), on);
        JMenu reasons = new JMenu();
        org.openide.awt.Mnemonics.setLocalizedText(reasons, Bundle.MENU_Reason());
        for (Component reason : Utilities.actionsToPopup(actions(REASONS), on).getComponents()) {
            reasons.add(reason);
        }
        menu.add(reasons);
        if (item.layer() == Layer.OCR) {
            menu.addSeparator();
            menu.add(item(Bundle.MENU_Reread(), () -> reread(session, item)));
            menu.add(item(Bundle.MENU_CopyText(), () -> copy(item.text())));
            for (Component list : Utilities.actionsToPopup(actions(LISTS), on).getComponents()) {
                menu.add(list);
            }
        }
        menu.addSeparator();
        menu.add(item(Bundle.MENU_GoTo(), () -> session.screen().goTo(item)));
        menu.add(item(Bundle.MENU_CopyCoordinates(), () -> copy(coordinates(item.region()))));
        return menu;
    }

    private static void reread(ReviewSession session, ReviewItem item) {
        NotifyDescriptor.InputLine question =
                new NotifyDescriptor.InputLine(Bundle.LBL_Reread(), Bundle.TITLE_Reread());
        question.setInputText(item.text());
        if (DialogDisplayer.getDefault().notify(question) != NotifyDescriptor.OK_OPTION) {
            return;
        }
        session.reread(Bundle.EDIT_Reread(), item, question.getInputText().strip())
                .whenComplete(
                        (done, problem) -> {
                            if (problem != null) {
                                String why = Failures.why(problem);
                                StatusDisplayer.getDefault()
                                        .setStatusText(Bundle.MSG_NotReread(why));
                            }
                        });
    }

    private static Action[] actions(List<String> ids) {
        return ids.stream()
                .map(id -> Actions.forID("Review", id))
                .filter(Objects::nonNull)
                .toArray(Action[]::new);
    }

    private static JMenuItem item(String name, Runnable task) {
        JMenuItem item = new JMenuItem();
        org.openide.awt.Mnemonics.setLocalizedText(item, name);
        item.addActionListener(event -> task.run());
        return item;
    }

    /** Copies a text to the clipboard. */
    static void copy(String text) {
        StringSelection selection = new StringSelection(text);
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
    }

    /** The coordinates as for {@code --rect}: inclusive, frame, overlay. */
    static String coordinates(Region region) {
        InclusiveBox box = InclusiveBox.of(region);
        String edges = box.left() + "," + box.top() + "," + box.right() + "," + box.bottom();
        boolean everywhere = box.frame() == InclusiveBox.NONE && box.overlay() == InclusiveBox.NONE;
        return everywhere ? edges : edges + "," + box.frame() + "," + box.overlay();
    }
}
