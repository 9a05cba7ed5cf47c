package org.pixelanon.review;

import java.util.List;
import java.util.Set;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;

/**
 * What an edit changes in memory at once, and what is asked anew when it is in the database. Used
 * on the session's thread.
 */
final class EditEffects {

    private final SessionState state;
    private final ShownFiles shown;
    private final SessionDatabase database;

    EditEffects(SessionState state, ShownFiles shown, SessionDatabase database) {
        this.state = state;
        this.shown = shown;
        this.database = database;
    }

    /**
     * Items of a file that was marked are decided or open again, and suggested on similar files
     * that are open; files that are not open are counted.
     */
    void afterwards(ReviewEdit edit) {
        if (edit instanceof ReviewEdit.OfMark mark) {
            shown.refreshKept();
            database.recount(List.of(mark.file()));
        } else if (edit instanceof ReviewEdit.Several several) {
            Set<String> files = several.files();
            boolean marks = several.edits().stream().anyMatch(ReviewEdit.OfMark.class::isInstance);
            if (marks) {
                shown.refreshKept();
            }
            if (marks || files.stream().anyMatch(file -> shown.kept(file).isEmpty())) {
                database.recount(files);
            }
        }
    }

    /** Does an edit to lines and items that are kept open. */
    void inMemory(ReviewEdit edit) {
        if (edit instanceof ReviewEdit.Several several) {
            several.edits().forEach(this::inMemory);
        } else if (edit instanceof ReviewEdit.OfItem item) {
            state.edited(item.file());
            shown.kept(item.file()).ifPresent(f -> change(f, item));
        } else if (edit instanceof ReviewEdit.OfMark mark) {
            FileList files = state.files();
            files.indexOf(mark.file())
                    .ifPresent(
                            i ->
                                    files.set(
                                            i,
                                            files.get(i)
                                                    .marked(
                                                            mark.stateAfter(),
                                                            mark.commentAfter())));
        }
    }

    private void change(OpenFile file, ReviewEdit.OfItem edit) {
        ReviewItem before = edit.before();
        ReviewItem after = edit.after();
        if (after != null) {
            file.put(after);
        } else if (before != null) {
            file.remove(before);
        }
        state.recount(file);
    }
}
