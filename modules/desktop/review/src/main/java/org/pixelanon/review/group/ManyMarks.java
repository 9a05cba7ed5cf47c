package org.pixelanon.review.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Progress;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;

/**
 * Marks many files at once, as one edit. Each is read in the background for its device and, before
 * it is marked done, for open questions: a file with open questions is skipped. Used on the
 * session's thread.
 */
public final class ManyMarks {

    private final ReviewSession session;

    /**
     * The result.
     *
     * @param marked number of files that were marked
     * @param open number of files skipped because of open questions
     * @param unreadable number of files skipped because they cannot be read
     */
    public record Result(int marked, int open, int unreadable) {}

    /**
     * Creates it; starts nothing.
     *
     * @param session the session whose files are marked
     */
    public ManyMarks(ReviewSession session) {
        this.session = session;
    }

    /**
     * Marks files. Files that were changed meanwhile are skipped.
     *
     * @param name what the edit is called in menus
     * @param files the files in their current state
     * @param state the new state
     * @param progress receives each file and may request a stop before anything is marked
     * @return the result, completed on the session's thread
     */
    public CompletableFuture<Result> mark(
            String name, List<ReviewFile> files, FileState state, Progress progress) {
        return session.workers()
                .answer(session.workers().background(), () -> look(files, progress))
                .thenApply(seen -> marked(name, files, seen, state));
    }

    /**
     * The open questions by file name; empty if the file cannot be read. Ends early once stopped.
     */
    private Map<String, Optional<OpenQuestions>> look(List<ReviewFile> files, Progress progress) {
        Map<String, Optional<OpenQuestions>> seen = new LinkedHashMap<>();
        progress.begin("Marking files", files.size());
        try {
            for (ReviewFile file : files) {
                if (progress.isCancelled()) {
                    return Map.of();
                }
                seen.put(file.name(), session.database().questions(file).join());
                progress.step(file.fileName());
            }
        } finally {
            progress.end();
        }
        return seen;
    }

    private Result marked(
            String name,
            List<ReviewFile> files,
            Map<String, Optional<OpenQuestions>> seen,
            FileState state) {
        List<ReviewEdit> edits = new ArrayList<>();
        int open = 0;
        int unreadable = 0;
        for (ReviewFile file : files) {
            Optional<OpenQuestions> questions = seen.getOrDefault(file.name(), Optional.empty());
            if (questions.isEmpty()) {
                unreadable += seen.containsKey(file.name()) ? 1 : 0;
            } else if (state == FileState.DONE && !questions.get().isEmpty()) {
                open++;
            } else if (isStill(file)) {
                edits.add(
                        new ReviewEdit.OfMark(
                                file.name(),
                                file.state(),
                                file.comment(),
                                state,
                                file.comment(),
                                state == FileState.DONE ? OpenQuestions.NONE : null));
            }
        }
        boolean done =
                !edits.isEmpty() && session.editor().perform(name, new ReviewEdit.Several(edits));
        return new Result(done ? edits.size() : 0, open, unreadable);
    }

    private boolean isStill(ReviewFile file) {
        return session.files().indexOf(file.name()).stream()
                .mapToObj(session.files()::get)
                .anyMatch(
                        now -> now.state() == file.state() && now.comment().equals(file.comment()));
    }
}
