package org.pixelanon.review;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.HistoryWord;

/**
 * Passes edits to the database's thread, which writes them and their lines of lists in order. Used
 * on the session's thread.
 */
final class EditWriter {

    private static final int RETRY_SECONDS = 2;

    private final SessionState state;
    private final Workers workers;
    private final ReviewStore store;
    private final Consumer<ReviewEdit> afterwards;
    private final Runnable refusal;
    private final ExpressionLists lists = new ExpressionLists();
    private int onTheWay;
    private @Nullable String failure;

    /**
     * @param afterwards called for each edit passed on, on the session's thread
     * @param refusal called on the session's thread when the database refused an edit
     */
    EditWriter(
            SessionState state,
            Workers workers,
            ReviewStore store,
            Consumer<ReviewEdit> afterwards,
            Runnable refusal) {
        this.state = state;
        this.refusal = refusal;
        this.workers = workers;
        this.store = store;
        this.afterwards = afterwards;
    }

    /**
     * Passes an edit on.
     *
     * @param word its entry in the history
     * @return true when the database has it, false if it was refused for good; completed on the
     *     database's thread
     */
    CompletableFuture<Boolean> write(ReviewEdit edit, HistoryWord word) {
        onTheWay++;
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        workers.store()
                .execute(
                        () -> {
                            lists.apply(edit);
                            wrote(store.apply(edit, word, written).orElse(null), edit);
                        });
        return written;
    }

    /** Called on the database's thread; a failed write is retried until it succeeds. */
    private void wrote(@Nullable String problem, ReviewEdit edit) {
        boolean refused = store.takeRefused();
        workers.ui()
                .execute(
                        () -> {
                            onTheWay = Math.max(0, onTheWay - 1);
                            failure = problem;
                            state.tell(Aspect.HISTORY);
                            afterwards.accept(edit);
                            if (refused) {
                                refusal.run();
                            }
                        });
        if (problem != null && !workers.store().isShutdown()) {
            CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS, workers.store())
                    .execute(() -> wrote(store.retry().orElse(null), edit));
        }
    }

    /** Called on any thread: the database could not be read. */
    void tellProblem(Throwable e) {
        workers.ui()
                .execute(
                        () -> {
                            failure = String.valueOf(e.getMessage());
                            state.tell(Aspect.HISTORY);
                        });
    }

    boolean isSaved() {
        return onTheWay == 0 && failure == null;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    ExpressionLists lists() {
        return lists;
    }
}
