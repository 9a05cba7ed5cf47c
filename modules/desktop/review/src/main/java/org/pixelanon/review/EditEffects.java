package org.pixelanon.review;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.pixelanon.review.history.Deeds;
import org.pixelanon.review.history.Step;
import org.pixelanon.review.history.Undo;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.HistoryWord;

/**
 * Applies an edit in memory at once, and reads dependent data again when it is in the database.
 * Used on the session's thread.
 */
final class EditEffects implements Undo.Work {

    private final SessionState state;
    private final ShownFiles shown;
    private final SessionDatabase database;
    private final EditWriter writing;

    EditEffects(
            SessionState state, ShownFiles shown, SessionDatabase database, EditWriter writing) {
        this.writing = writing;
        this.state = state;
        this.shown = shown;
        this.database = database;
    }

    @Override
    public CompletableFuture<Boolean> apply(ReviewEdit edit, HistoryWord word) {
        inMemory(edit);
        CompletableFuture<Boolean> written = writing.write(edit, word);
        state.tell(Aspect.ITEMS, Aspect.LINES, Aspect.SELECTION, Aspect.HISTORY);
        return written;
    }

    /** An edit of many files is shown in the current file if that is one of them. */
    @Override
    public void show(Step step) {
        Set<String> files = step.edit().files();
        boolean here = state.open().filter(f -> files.contains(f.name())).isPresent();
        if (!here || files.size() == 1) {
            shown.goTo(step.note().filename(), Deeds.place(step.note()).orElse(null));
        }
    }

    @Override
    public void changed() {
        state.tell(Aspect.HISTORY);
    }

    /**
     * After a file was marked, refreshes its items and the suggestions on similar files that are
     * open; other files are only counted.
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
        } else if (edit instanceof ReviewEdit.OfEarlier earlier) {
            database.recount(earlier.files());
            database.follow().exceptionally(SessionWatch::untold);
        }
    }

    /** Applies an edit to lines and items kept in memory. */
    private void inMemory(ReviewEdit edit) {
        if (edit instanceof ReviewEdit.Several several) {
            several.edits().forEach(this::inMemory);
        } else if (edit instanceof ReviewEdit.OfItem item) {
            state.edited(item.file());
            shown.kept(item.file()).ifPresent(f -> change(f, item));
        } else if (edit instanceof ReviewEdit.OfEarlier earlier) {
            earlier.files().forEach(state::edited);
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
