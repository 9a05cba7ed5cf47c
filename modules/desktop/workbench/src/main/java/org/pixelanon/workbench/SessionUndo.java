package org.pixelanon.workbench;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.event.ChangeListener;
import javax.swing.undo.CannotRedoException;
import javax.swing.undo.CannotUndoException;
import org.openide.awt.UndoRedo;
import org.openide.util.ChangeSupport;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Editor;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.history.Step;
import org.pixelanon.review.history.Turn;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.workbench.history.EditPlaces;
import org.pixelanon.workbench.history.EditWords;

/**
 * The session's history for the platform's Undo and Redo, the same in every view. It shows the
 * place of the change and says what was undone. Edits of earlier sittings, or of files that are not
 * on the list, are undone by a second press.
 */
@Messages({
    "# {0} - what and where",
    "MSG_Undone=Undone: {0}",
    "# {0} - what and where",
    "MSG_Redone=Done again: {0}",
    "# {0} - what and where",
    "MSG_TurnRefused=Somebody else changed it meanwhile; not undone: {0}",
    "# {0} - when",
    "# {1} - what and where",
    "MSG_AskEarlier=Undo again takes back an edit of an earlier sitting, {0}: {1}",
    "# {0} - what and where",
    "MSG_AskUnlisted=Undo again takes back an edit of a file that is not on the list: {0}",
    "MSG_NothingToUndo=Nothing is left to undo",
    "MSG_NothingToRedo=Nothing is left to redo"
})
final class SessionUndo implements UndoRedo {

    private final ReviewSession session;
    private final Editor editor;
    private final SecondPress secondPress;
    private final EditPlaces places;
    private final Consumer<String> say;
    private final ChangeSupport changes = new ChangeSupport(this);

    SessionUndo(
            ReviewSession session,
            SecondPress secondPress,
            EditPlaces places,
            Consumer<String> say) {
        this.session = session;
        this.editor = session.editor();
        this.secondPress = secondPress;
        this.places = places;
        this.say = say;
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
        Optional<String> question = editor.nextUndo().flatMap(this::question);
        if (question.filter(q -> !secondPress.confirms(q)).isPresent()) {
            say.accept(question.get());
            return;
        }
        editor.history()
                .undo()
                .ifPresentOrElse(this::tell, () -> say.accept(Bundle.MSG_NothingToUndo()));
    }

    @Override
    public void redo() throws CannotRedoException {
        editor.history()
                .redo()
                .ifPresentOrElse(this::tell, () -> say.accept(Bundle.MSG_NothingToRedo()));
    }

    private Optional<String> question(Step step) {
        HistoryNote note = step.note();
        if (step.isEarlier()) {
            return Optional.of(Bundle.MSG_AskEarlier(note.when(), EditWords.line(note)));
        }
        return places.isListed(note)
                ? Optional.empty()
                : Optional.of(Bundle.MSG_AskUnlisted(EditWords.line(note)));
    }

    /** Changes of lists of expressions are reported by ListMessages. */
    private void tell(Turn turn) {
        HistoryNote note = turn.step().note();
        if (!places.isListed(note)) {
            turn.written().thenRunAsync(() -> places.goTo(note), session.workers().ui());
        }
        boolean lists = !note.reversible();
        turn.written()
                .thenAcceptAsync(
                        there -> {
                            if (!there) {
                                say.accept(Bundle.MSG_TurnRefused(EditWords.line(note)));
                            } else if (!lists) {
                                say.accept(
                                        turn.undone()
                                                ? Bundle.MSG_Undone(EditWords.line(note))
                                                : Bundle.MSG_Redone(EditWords.line(note)));
                            }
                        },
                        session.workers().ui());
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
        return editor.nextUndo().map(Step::name).orElse("");
    }

    @Override
    public String getRedoPresentationName() {
        return editor.nextRedo().map(Step::name).orElse("");
    }
}
