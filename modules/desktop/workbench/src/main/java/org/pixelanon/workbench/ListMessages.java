package org.pixelanon.workbench;

import java.nio.file.Path;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ExpressionLists;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ListKind;
import org.pixelanon.review.item.ReviewEdit;

/**
 * Reports changes to the user's lists, never with the text. A list created by adding to it becomes
 * the user's list, until it is deleted with its only line.
 */
@Messages({
    "# {0} - file",
    "MSG_Added=Added to {0}",
    "# {0} - file",
    "MSG_Known=Already in {0}",
    "# {0} - file",
    "MSG_TakenBack=Removed from {0}",
    "# {0} - file",
    "MSG_StaysInList=Not removed from {0}, where it was before",
    "# {0} - file",
    "# {1} - why",
    "MSG_NotChanged=Could not change {0}: {1}"
})
final class ListMessages implements ExpressionLists.Listener {

    private final ReviewSession session;
    private final Settings settings;

    ListMessages(ReviewSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    @Override
    public void done(ReviewEdit.OfLine edit, boolean changed, boolean exists) {
        Path list = edit.list();
        String key = edit.kind() == ListKind.ALLOW ? Settings.ALLOW_LIST : Settings.DENY_LIST;
        boolean chosen = settings.chosen(key).filter(list::equals).isPresent();
        if (edit.added() && settings.list(edit.kind()).isEmpty()) {
            settings.setPath(key, list);
        } else if (!exists && chosen) {
            settings.setPath(key, null);
        }
        TaskMessages.status(words(edit, changed));
        session.workers().ui().execute(session::refreshKept);
    }

    private static String words(ReviewEdit.OfLine edit, boolean changed) {
        if (edit.added()) {
            return changed ? Bundle.MSG_Added(edit.list()) : Bundle.MSG_Known(edit.list());
        }
        return changed ? Bundle.MSG_TakenBack(edit.list()) : Bundle.MSG_StaysInList(edit.list());
    }

    @Override
    public void failed(ReviewEdit.OfLine edit, String why) {
        TaskMessages.status(Bundle.MSG_NotChanged(edit.list(), why));
    }
}
