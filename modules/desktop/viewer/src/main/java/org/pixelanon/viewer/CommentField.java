package org.pixelanon.viewer;

import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;

/**
 * The comment line above the image, used instead of a dialog. Enter saves the comment, Esc or
 * leaving the line discards it.
 */
@Messages({
    "EDIT_Comment=Comment",
    "HINT_Comment=Comment on this file: Enter saves it, Esc cancels"
})
final class CommentField extends JTextField {

    private final transient ReviewSession session;
    private final transient Runnable whenDone;

    CommentField(ReviewSession session, Runnable whenDone) {
        this.session = session;
        this.whenDone = whenDone;
        setName("comment");
        setVisible(false);
        setBorder(
                BorderFactory.createCompoundBorder(
                        getBorder(), BorderFactory.createEmptyBorder(2, 6, 2, 6)));
        putClientProperty("JTextField.placeholderText", Bundle.HINT_Comment());
        getAccessibleContext().setAccessibleName(Bundle.HINT_Comment());
        bind(KeyEvent.VK_ENTER, this::keep);
        bind(KeyEvent.VK_ESCAPE, this::finish);
        addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusLost(FocusEvent event) {
                        if (!event.isTemporary()) {
                            setVisible(false);
                        }
                    }
                });
    }

    private void bind(int key, Runnable task) {
        String name = "comment-" + key;
        getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), name);
        getActionMap()
                .put(
                        name,
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                task.run();
                            }
                        });
    }

    /** Shows the line with the comment on the file on screen, if there is a file. */
    void begin() {
        if (session.current() >= 0) {
            setText(session.files().get(session.current()).comment());
            setVisible(true);
            revalidate();
            selectAll();
            requestFocusInWindow();
        }
    }

    private void keep() {
        session.editor().comment(Bundle.EDIT_Comment(), getText().strip());
        finish();
    }

    private void finish() {
        setVisible(false);
        whenDone.run();
    }
}
