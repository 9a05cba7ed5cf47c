package org.pixelanon.review;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.ReviewFile;

/**
 * The state shared by all parts of a session: the list of files, the file on screen, and the
 * listeners. Used on the session's thread.
 */
final class SessionState {

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final FileList files = new FileList();
    private final Map<String, Integer> edits = new HashMap<>();
    private Predicate<ReviewFile> filter = FileFilter.ALL;
    private int current = -1;
    private @Nullable OpenFile open;

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void tell(Aspect first, Aspect... more) {
        Set<Aspect> what = EnumSet.of(first, more);
        listeners.forEach(listener -> listener.changed(what));
    }

    FileList files() {
        return files;
    }

    Predicate<ReviewFile> filter() {
        return filter;
    }

    void setFilter(Predicate<ReviewFile> wanted) {
        filter = wanted;
    }

    /** The index of the file on screen, 0-based; -1 if there is none. */
    int current() {
        return current;
    }

    /** The file on screen; empty while it is read or if there is none. */
    Optional<OpenFile> open() {
        return Optional.ofNullable(open);
    }

    /** Chooses another file for the screen, 0-based, or none if -1; it is not yet read. */
    void choose(int index) {
        current = index;
        open = null;
    }

    /** The chosen file was read. */
    void arrived(OpenFile file) {
        open = file;
    }

    /**
     * The number of edits made to the items of a file; anything read before the last one is stale.
     */
    int edits(String name) {
        return edits.getOrDefault(name, 0);
    }

    void edited(String name) {
        edits.merge(name, 1, Integer::sum);
    }

    /** Counts the items of a file again, for its line. */
    void recount(OpenFile file) {
        files.indexOf(file.name())
                .ifPresent(
                        i ->
                                files.set(
                                        i,
                                        files.get(i)
                                                .counted(file.redacted(), file.undecided())
                                                .withForm(file.hasForm())
                                                .searched(file.search())));
    }
}
