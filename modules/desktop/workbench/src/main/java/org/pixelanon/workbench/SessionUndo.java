package org.pixelanon.workbench;

import java.util.Set;
import javax.swing.event.ChangeListener;
import javax.swing.undo.CannotRedoException;
import javax.swing.undo.CannotUndoException;
import org.openide.awt.UndoRedo;
import org.openide.util.ChangeSupport;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Editor;
import org.pixelanon.review.ReviewSession;

/** The session's history as the platform's Undo and Redo see it: the same in every view. */
final class SessionUndo implements UndoRedo {

    private final Editor editor;
    private final ChangeSupport changes = new ChangeSupport(this);

    SessionUndo(ReviewSession session) {
        this.editor = session.editor();
        session.addListener(this::changed);
    }

    private void changed(Set<Aspect> what) {
        if (what.contains(Aspect.HISTORY)) {
            changes.fireChange();
        }
    }

    @Override
    public boolean canUndo() {
        return editor.nextUndo().isPresent();
    }

    @Override
    public boolean canRedo() {
        return editor.nextRedo().isPresent();
    }

    @Override
    public void undo() throws CannotUndoException {
        editor.undo();
    }

    @Override
    public void redo() throws CannotRedoException {
        editor.redo();
    }

    @Override
    public void addChangeListener(ChangeListener listener) {
        changes.addChangeListener(listener);
    }

    @Override
    public void removeChangeListener(ChangeListener listener) {
        changes.removeChangeListener(listener);
    }

    @Override
    public String getUndoPresentationName() {
        return editor.nextUndo().orElse("");
    }

    @Override
    public String getRedoPresentationName() {
        return editor.nextRedo().orElse("");
    }
}
