package org.pixelanon.workbench;

import java.awt.event.KeyEvent;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Leaves the keys that decide and step to the window; Swing's lists would consume them. */
public final class ReviewKeys {

    private static final int[] KEYS = {
        KeyEvent.VK_ENTER,
        KeyEvent.VK_SPACE,
        KeyEvent.VK_TAB,
        KeyEvent.VK_BACK_SPACE,
        KeyEvent.VK_DELETE,
        KeyEvent.VK_MINUS,
        KeyEvent.VK_PLUS
    };

    private static final int[] MODIFIERS = {0, KeyEvent.SHIFT_DOWN_MASK};

    private ReviewKeys() {}

    /**
     * Removes these keys from a list or table; Tab no longer moves the focus in it.
     *
     * @param component the list or table
     */
    public static void leaveTo(JComponent component) {
        component.setFocusTraversalKeysEnabled(false);
        leave(component.getInputMap(JComponent.WHEN_FOCUSED));
        leave(component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT));
    }

    private static void leave(InputMap map) {
        for (int key : KEYS) {
            for (int modifiers : MODIFIERS) {
                // a name without an action, so that the key is not consumed
                map.put(KeyStroke.getKeyStroke(key, modifiers), "left to the review");
            }
        }
    }
}
