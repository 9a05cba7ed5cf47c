package org.pixelanon.review.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.pixelanon.review.FileList;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/**
 * Finds texts in all searched files of the list, and decides many of them at once. Every method is
 * called on the session's thread and returns at once.
 */
public final class TextFinder {

    /** The most results shown; more specific words find the rest. */
    public static final int MOST = 5_000;

    private final ReviewSession session;

    /**
     * Creates the finder; reads nothing.
     *
     * @param session the session whose files are searched
     */
    public TextFinder(ReviewSession session) {
        this.session = session;
    }

    /**
     * Finds texts.
     *
     * @param query the query; an empty one finds nothing
     * @return in the order of the list, {@link #MOST} at most; completed on the session's thread;
     *     fails if the database cannot be read
     */
    public CompletableFuture<List<FoundText>> find(TextQuery query) {
        return query.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : matching(query.test(), MOST);
    }

    /**
     * Finds texts by any test.
     *
     * @param wanted the test; called on the database's thread
     * @param most the maximum number
     * @return in the order of the list; completed on the session's thread; fails if the database
     *     cannot be read
     */
    public CompletableFuture<List<FoundText>> matching(Predicate<String> wanted, int most) {
        Set<String> names = new HashSet<>();
        session.files().all().forEach(file -> names.add(file.name()));
        return session.database()
                .texts((file, text) -> names.contains(file) && wanted.test(text), most)
                .thenApplyAsync(this::inOrder, session.workers().ui());
    }

    private List<FoundText> inOrder(Map<String, List<ReviewItem>> found) {
        FileList files = session.files();
        List<String> names = new ArrayList<>(found.keySet());
        names.removeIf(name -> files.indexOf(name).isEmpty());
        names.sort(
                (a, b) ->
                        Integer.compare(files.indexOf(a).getAsInt(), files.indexOf(b).getAsInt()));
        List<FoundText> texts = new ArrayList<>();
        for (String name : names) {
            found.getOrDefault(name, List.of()).forEach(i -> texts.add(new FoundText(name, i)));
        }
        return List.copyOf(texts);
    }

    /**
     * The current version of a text, if its file is open.
     *
     * @param found the text as it was found
     * @return the current version, or the same if nothing newer is known
     */
    public FoundText now(FoundText found) {
        return session.kept(found.file()).map(OpenFile::items).orElse(List.of()).stream()
                .filter(item -> item.id() == found.item().id())
                .findFirst()
                .map(item -> new FoundText(found.file(), item))
                .orElse(found);
    }

    /**
     * Decides texts in all their files, as one edit. Done files are skipped, and all files if the
     * database cannot be changed.
     *
     * @param name what the edit is called in menus
     * @param texts the texts
     * @param verdict the verdict
     * @return the number of texts changed
     */
    public int decide(String name, List<FoundText> texts, Verdict verdict) {
        List<ReviewEdit> edits = new ArrayList<>();
        for (FoundText found : texts) {
            ReviewItem item = now(found).item();
            if (isOpen(found.file()) && item.verdict() != verdict) {
                edits.add(session.editor().decided(found.file(), item, verdict));
            }
        }
        boolean done =
                !edits.isEmpty() && session.editor().perform(name, new ReviewEdit.Several(edits));
        return done ? edits.size() : 0;
    }

    /**
     * Returns whether the texts of a file can be decided.
     *
     * @param file name of the file in the database
     * @return false if it is done, cannot be read, or is not on the list
     */
    public boolean isOpen(String file) {
        return line(file)
                .filter(f -> f.state() != FileState.DONE && f.state() != FileState.FAILED)
                .isPresent();
    }

    private Optional<ReviewFile> line(String file) {
        return session.files().indexOf(file).stream().mapToObj(session.files()::get).findFirst();
    }

    /**
     * Shows a text: its file, its plane, and the text selected.
     *
     * @param found the text
     */
    public void show(FoundText found) {
        int index = session.files().indexOf(found.file()).orElse(-1);
        if (index < 0) {
            return;
        }
        if (index == session.current() && session.open().isPresent()) {
            session.screen().select(found.item().id());
        } else {
            session.showItem(index, found.item().id());
        }
    }
}
