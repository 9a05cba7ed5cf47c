package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import javax.swing.table.DefaultTableModel;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;
import org.openide.util.Utilities;
import org.openide.windows.WindowManager;

/** A sheet with all current keys of the workbench. */
@Messages({"CTL_KeySheet=&Keys", "TITLE_KeySheet=Keys", "COL_Key=Key", "COL_Action=Action"})
public final class KeySheet {

    private static final String NAME = "key-sheet";

    /** In the order of the menus; other actions follow. */
    private static final List<String> FOLDERS =
            List.of(
                    "Menu/Review",
                    "Menu/Review/Reasons",
                    "Menu/View",
                    "Menu/View/Layers",
                    "Menu/File",
                    "Menu/Edit",
                    "Menu/Window",
                    "Menu/Help",
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

    /** Brings an open sheet to the front, else opens one with the current keys. */
    private static void show() {
        Frame main = WindowManager.getDefault().getMainWindow();
        JDialog sheet = open(main).orElseGet(() -> sheet(main));
        sheet.setVisible(true);
        // needed if no window manager keeps dialogs above their owner
        sheet.toFront();
    }

    private static Optional<JDialog> open(Frame main) {
        for (Window window : main.getOwnedWindows()) {
            if (window instanceof JDialog dialog
                    && dialog.isShowing()
                    && NAME.equals(dialog.getName())) {
                return Optional.of(dialog);
            }
        }
        return Optional.empty();
    }

    private static JDialog sheet(Frame main) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        Component back = owner == null ? main : owner;
        JDialog dialog = new JDialog(main, Bundle.TITLE_KeySheet(), Dialog.ModalityType.MODELESS);
        dialog.setName(NAME);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosed(WindowEvent event) {
                        // there may be no window manager to return the focus
                        back.requestFocus();
                    }
                });
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
        table.getColumnModel().getColumn(0).setMaxWidth(260);
        table.getColumnModel().getColumn(0).setPreferredWidth(220);
        dialog.add(new JScrollPane(table), BorderLayout.CENTER);
        closeOnEscape(dialog);
        dialog.setSize(640, 760);
        dialog.setLocationRelativeTo(main);
        return dialog;
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
        BoundKeys keys = BoundKeys.now();
        Map<String, String> rows = new LinkedHashMap<>();
        for (String folder : FOLDERS) {
            for (Action action : Utilities.actionsForPath(folder)) {
                List<String> strokes = action == null ? List.of() : keys.of(action);
                if (!strokes.isEmpty()) {
                    rows.putIfAbsent(BoundKeys.nameOf(action), String.join("   ", strokes));
                }
            }
        }
        return rows.entrySet().stream()
                .map(row -> new Object[] {row.getValue(), row.getKey()})
                .toArray(Object[][]::new);
    }
}
