package org.pixelanon.workbench.history;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.HistoryNote;

/**
 * Shows the place of an edit. A file that is not on the list is added again, or the reason why it
 * cannot be is shown. Used on the session's thread.
 */
@Messages({
    "# {0} - file",
    "MSG_OpenedAgain={0} is on the list again",
    "# {0} - file",
    "MSG_FileGone={0} is not on the list, and the file is missing",
    "# {0} - file",
    "MSG_FileElsewhere={0} is not on the list; open its bucket or archive to see it",
    "# {0} - why",
    "MSG_NotOpenedAgain=Cannot open the file again: {0}",
    "MSG_NoPlace=This edit changed no file"
})
public final class EditPlaces {

    private final ReviewSession session;
    private final Consumer<String> say;

    /**
     * Creates it.
     *
     * @param session the session
     * @param say shows a text in the status line
     */
    public EditPlaces(ReviewSession session, Consumer<String> say) {
        this.session = session;
        this.say = say;
    }

    /**
     * Whether the file of an edit is on the list.
     *
     * @param note the edit
     * @return true also for an edit that changed no file
     */
    public boolean isListed(HistoryNote note) {
        return note.filename().isEmpty() || session.files().indexOf(note.filename()).isPresent();
    }

    /**
     * Shows where an edit was made.
     *
     * @param note the edit
     */
    public void goTo(HistoryNote note) {
        if (note.filename().isEmpty()) {
            say.accept(Bundle.MSG_NoPlace());
        } else if (!session.show(note)) {
            open(note);
        }
    }

    private void open(HistoryNote note) {
        Optional<Path> path = local(note.filename());
        if (path.isEmpty()) {
            say.accept(Bundle.MSG_FileElsewhere(note.filename()));
            return;
        }
        session.workers()
                .files()
                .execute(
                        () -> {
                            boolean there = Files.isRegularFile(path.get());
                            session.workers().ui().execute(() -> add(note, path.get(), there));
                        });
    }

    private static Optional<Path> local(String name) {
        try {
            return SourceUrl.isUrl(name) ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty(); // written on another system
        }
    }

    private void add(HistoryNote note, Path path, boolean there) {
        if (!there) {
            say.accept(Bundle.MSG_FileGone(path));
            return;
        }
        List<Path> paths = new ArrayList<>();
        session.files().all().stream().map(ReviewFile::path).forEach(paths::add);
        paths.add(path);
        session.setFiles(paths, paths.size() - 1, 0)
                .whenCompleteAsync(
                        (done, problem) -> {
                            if (problem == null) {
                                session.show(note);
                                say.accept(Bundle.MSG_OpenedAgain(path));
                            } else {
                                say.accept(Bundle.MSG_NotOpenedAgain(Failures.why(problem)));
                            }
                        },
                        session.workers().ui());
    }
}
