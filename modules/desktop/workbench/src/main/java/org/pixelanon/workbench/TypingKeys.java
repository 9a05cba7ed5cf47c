package org.pixelanon.workbench;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import javax.swing.text.JTextComponent;

/**
 * Gives plain letters to the text field that has the focus. Review keys are single letters for the
 * whole window; without this, typing a word into a search field would mark files.
 */
final class TypingKeys implements KeyEventDispatcher {

    private static final int MODIFIERS =
            InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

    private boolean pressedToType;

    static void install() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .addKeyEventDispatcher(new TypingKeys());
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        Component owner = focus.getFocusOwner();
        boolean typing =
                owner instanceof JTextComponent text
                        && text.isEditable()
                        && (event.getModifiersEx() & MODIFIERS) == 0
                        && event.getKeyCode() != KeyEvent.VK_TAB;
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            pressedToType = typing;
        }
        // a key that opened a dialog is not input for the field that got the focus
        boolean ofShortcut = event.getID() == KeyEvent.KEY_TYPED && !pressedToType;
        if (typing && isPressedCharacter(event)) {
            tellListeners(owner, event);
        } else if (typing && !ofShortcut) {
            focus.redispatchEvent(owner, event);
        }
        return typing;
    }

    /** The key field of the options dialog listens for presses. */
    private static void tellListeners(Component owner, KeyEvent event) {
        for (KeyListener listener : owner.getKeyListeners()) {
            listener.keyPressed(event);
        }
    }

    /**
     * A text field consumes typed characters but not the preceding key press, which would trigger
     * the menu item with that letter.
     */
    private static boolean isPressedCharacter(KeyEvent event) {
        char character = event.getKeyChar();
        return event.getID() == KeyEvent.KEY_PRESSED
                && character != KeyEvent.CHAR_UNDEFINED
                && !Character.isISOControl(character);
    }
}
