package org.pixelanon.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/**
 * Shows files, reads ahead, and refreshes files that are kept open. Used on the session's thread;
 * the work is done on workers.
 */
final class ShownFiles {

    /** Number of files read ahead over a network. */
    private static final int FILES_AHEAD = 3;

    private final SessionState state;
    private final Screen screen;
    private final FileLoader loader;
    private final PlaneImages images;
    private final Workers workers;
    private final EditWriter writing;
    private Runnable onArrival = () -> {};

    ShownFiles(
            SessionState state,
            Screen screen,
            FileLoader loader,
            PlaneImages images,
            Workers workers,
            EditWriter writing) {
        this.state = state;
        this.screen = screen;
        this.loader = loader;
        this.images = images;
        this.workers = workers;
        this.writing = writing;
    }

    /** The file if it is kept open, on screen or not. */
    Optional<OpenFile> kept(String name) {
        return loader.kept(name);
    }

    /** Shows a file, 0-based, from one of its planes on, 0-based. */
    void show(int index, int plane) {
        show(index, plane, () -> {});
    }

    /** Shows a file from one of its planes on, and does something once it is read. */
    private void show(int index, int plane, Runnable next) {
        if (index < 0 || index >= state.files().size()) {
            return;
        }
        onArrival = next;
        state.choose(index);
        screen.reset(plane);
        CompletableFuture<OpenFile> read = wanted(state.files().get(index));
        if (read.isDone()) {
            arrived(index, read.join());
        } else {
            state.tell(Aspect.FILE, Aspect.PLANE, Aspect.ITEMS, Aspect.SELECTION);
            read.thenAcceptAsync(file -> arrived(index, file), workers.ui());
        }
    }

    /** The file, read again if it was unreachable before. */
    private CompletableFuture<OpenFile> wanted(ReviewFile file) {
        boolean failed = kept(file.name()).filter(f -> !f.failure().isEmpty()).isPresent();
        if (failed && Workers.isRemote(file.path())) {
            loader.drop(file.name());
        }
        return loader.get(file);
    }

    /**
     * Shows a file of the list, or a place in it.
     *
     * @param name the file
     * @param wanted the place; null for its first plane
     * @return false if it is not on the list
     */
    boolean goTo(String name, @Nullable Region wanted) {
        OptionalInt index = state.files().indexOf(name);
        if (index.isEmpty()) {
            return false;
        }
        if (index.getAsInt() != state.current()) {
            show(index.getAsInt(), 0);
        }
        if (wanted != null) {
            if (state.open().isPresent()) {
                screen.show(wanted);
            } else {
                onArrival = () -> screen.show(wanted);
            }
        }
        return true;
    }

    /** Shows a file, 0-based, and selects its first undecided suggestion. */
    void seek(int index) {
        show(index, 0, screen::selectFirstUndecided);
    }

    /** The same with the next file that has such a suggestion; false if none has. */
    boolean seekNext() {
        OptionalInt next =
                state.files()
                        .next(state.current(), 1, f -> state.filter().test(f) && f.undecided() > 0);
        next.ifPresent(this::seek);
        return next.isPresent();
    }

    /** Shows the next or previous file that the filter lets through; false if there is none. */
    boolean step(int step) {
        OptionalInt next = state.files().next(state.current(), step, state.filter());
        next.ifPresent(index -> show(index, 0));
        return next.isPresent();
    }

    /** Shows a file, 0-based, and selects one of its items. */
    void showItem(int index, long id) {
        show(index, 0, () -> screen.select(id));
    }

    private void arrived(int index, OpenFile file) {
        FileList files = state.files();
        boolean stillWanted =
                state.current() == index && files.get(index).name().equals(file.name());
        if (!stillWanted) {
            return;
        }
        state.arrived(file);
        screen.fitTo(file);
        if (!file.failure().isEmpty()) {
            files.set(index, files.get(index).failed(file.failure()));
        } else {
            heal(index, file);
            state.recount(file);
        }
        state.tell(
                Aspect.FILE,
                Aspect.PLANE,
                Aspect.ITEMS,
                Aspect.SELECTION,
                Aspect.DISPLAY,
                Aspect.LINES);
        prefetch();
        Runnable next = onArrival;
        onArrival = () -> {};
        next.run();
    }

    /** Restores the state from the database for a file that can be read again. */
    private void heal(int index, OpenFile file) {
        ReviewFile line = state.files().get(index);
        if (line.state() != FileState.FAILED) {
            return;
        }
        state.files().set(index, ReviewFile.of(line.path()));
        loader.lines(List.of(line.path()))
                .thenAcceptAsync(
                        lines ->
                                state.files()
                                        .indexOf(file.name())
                                        .ifPresent(i -> healed(i, lines.get(0), file)),
                        workers.ui());
    }

    private void healed(int index, ReviewFile known, OpenFile file) {
        state.files().set(index, known);
        state.recount(file);
        state.tell(Aspect.LINES);
    }

    /**
     * Reads the next file, or the next ones over a network, and draws neighbouring planes, so that
     * the next step is fast.
     */
    void prefetch() {
        List<ReviewFile> next = new ArrayList<>();
        int at = state.current();
        while (next.isEmpty()
                || next.size() < FILES_AHEAD && Workers.isRemote(next.get(0).path())) {
            OptionalInt after = state.files().next(at, 1, state.filter());
            if (after.isEmpty()) {
                break;
            }
            at = after.getAsInt();
            next.add(state.files().get(at));
        }
        Collections.reverse(next); // the last request is served first
        for (ReviewFile file : next) {
            loader.get(file)
                    .thenAcceptAsync(f -> images.ahead(f, 0, 0, screen.display()), workers.ui());
        }
        int here = screen.planeIndex();
        state.open().ifPresent(f -> images.ahead(f, here - 1, here + 2, screen.display()));
    }

    /** Reads the file on screen and its rows again. */
    void reload() {
        int current = state.current();
        if (current >= 0) {
            loader.drop(state.files().get(current).name());
            show(current, screen.planeIndex());
        }
    }

    /** Reads the items of an open file again after new ones were written. */
    void refreshItems(String name) {
        kept(name).filter(f -> f.failure().isEmpty()).ifPresent(this::refreshItems);
    }

    private void refreshItems(OpenFile file) {
        int before = state.edits(file.name());
        loader.again(file)
                .whenCompleteAsync(
                        (known, problem) -> {
                            if (state.edits(file.name()) != before) {
                                refreshItems(file.name()); // the items read are older than an edit
                            } else if (problem == null) {
                                renew(file, known);
                            } else {
                                writing.tellProblem(problem);
                            }
                        },
                        workers.ui());
    }

    /** Reads known and suggested items again, since a mark or rule changes those of many files. */
    void refreshKept() {
        loader.each(file -> refreshItems(file.name()));
    }

    private void renew(OpenFile file, KnownItems known) {
        file.replace(known);
        state.recount(file);
        state.tell(Aspect.ITEMS, Aspect.SELECTION, Aspect.LINES);
    }
}
