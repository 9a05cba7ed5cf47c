package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.DefaultTableModel;
import javax.swing.text.Keymap;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Actions;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.Utilities;
import org.openide.windows.WindowManager;

/** All keys of the workbench as they are bound now, on one sheet. */
@Messages({"CTL_KeySheet=&Keys", "TITLE_KeySheet=Keys", "COL_Key=Key", "COL_Action=Action"})
public final class KeySheet {

    private static final List<String> FOLDERS =
            List.of(
                    "Actions/Review",
                    "Actions/View",
                    "Actions/File",
                    "Actions/Edit",
                    "Actions/Window");

    private KeySheet() {}

    @ActionID(category = "Help", id = "org.pixelanon.workbench.KeySheet")
    @ActionRegistration(displayName = "#CTL_KeySheet", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Help", position = 10),
        @ActionReference(path = "Shortcuts", name = "S-SLASH"),
        @ActionReference(path = "Shortcuts", name = "F1")
    })
    public static ActionListener keySheetAction() {
        return event -> show();
    }

    private static void show() {
        JDialog dialog =
                new JDialog(
                        WindowManager.getDefault().getMainWindow(),
                        Bundle.TITLE_KeySheet(),
                        Dialog.ModalityType.MODELESS);
        dialog.setName("key-sheet");
        JTable table =
                new JTable(
                        new DefaultTableModel(
                                rows(), new Object[] {Bundle.COL_Key(), Bundle.COL_Action()}) {
                            @Override
                            public boolean isCellEditable(int row, int column) {
                                return false;
                            }
                        });
        table.setName("key-table");
        table.getAccessibleContext().setAccessibleName(Bundle.TITLE_KeySheet());
        table.getColumnModel().getColumn(0).setMaxWidth(200);
        table.getColumnModel().getColumn(0).setPreferredWidth(160);
        dialog.add(new JScrollPane(table), BorderLayout.CENTER);
        closeOnEscape(dialog);
        dialog.setSize(560, 760);
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
    }

    private static void closeOnEscape(JDialog dialog) {
        KeyStroke escape = KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0);
        dialog.getRootPane()
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(escape, "close");
        dialog.getRootPane()
                .getActionMap()
                .put(
                        "close",
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                dialog.dispose();
                            }
                        });
    }

    private static Object[][] rows() {
        Keymap keys = Lookup.getDefault().lookup(Keymap.class);
        List<Object[]> rows = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Action action : Utilities.actionsForPath(folder)) {
                KeyStroke[] strokes =
                        action == null ? new KeyStroke[0] : keys.getKeyStrokesForAction(action);
                if (strokes.length > 0) {
                    rows.add(new Object[] {spelled(strokes), nameOf(action)});
                }
            }
        }
        return rows.toArray(new Object[0][]);
    }

    private static String nameOf(Action action) {
        return Actions.cutAmpersand(String.valueOf(action.getValue(Action.NAME)));
    }

    private static String spelled(KeyStroke[] strokes) {
        List<String> words = new ArrayList<>();
        for (KeyStroke stroke : strokes) {
            words.add(Actions.keyStrokeToString(stroke));
        }
        return String.join("   ", words);
    }
}
