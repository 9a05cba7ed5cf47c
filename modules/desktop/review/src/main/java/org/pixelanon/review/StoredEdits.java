package org.pixelanon.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.DoneNote;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.HistoryWord;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;

/**
 * Writes a curator's edits as changes of rows and marks, relative to their last known state. Used
 * on the database's thread only.
 */
final class StoredEdits {

    private final KnownRows rows;
    private final StoredItems mapping;
    private final Map<String, DeviceTags> devices;
    private final String user;

    /**
     * @param rows the last known rows, which are kept up to date
     * @param mapping converts between items and rows
     * @param devices devices of files by name
     * @param user the account recorded
     */
    StoredEdits(KnownRows rows, StoredItems mapping, Map<String, DeviceTags> devices, String user) {
        this.rows = rows;
        this.mapping = mapping;
        this.devices = devices;
        this.user = user;
    }

    /** Writes an edit in one transaction; messages name the path. */
    void write(RegionStore store, Path path, ReviewEdit edit, HistoryWord word)
            throws StoreException {
        if (edit instanceof ReviewEdit.OfEarlier && word instanceof HistoryWord.Turn turn) {
            store.history().turn(turn);
            return;
        }
        List<Planned> planned = new ArrayList<>();
        plan(store, path, edit, planned);
        List<Edit> done = store.history().apply(planned.stream().map(Planned::edit).toList(), word);
        for (int i = 0; i < done.size(); i++) {
            remember(planned.get(i).item(), done.get(i));
        }
    }

    /** A change of a row with the id of its item; 0 for a mark. */
    private record Planned(long item, Edit edit) {}

    private void plan(RegionStore store, Path path, ReviewEdit edit, List<Planned> out)
            throws StoreException {
        if (edit instanceof ReviewEdit.Several several) {
            for (ReviewEdit part : several.edits()) {
                plan(store, path, part, out);
            }
        } else if (edit instanceof ReviewEdit.OfMark mark) {
            out.add(new Planned(0, mark(store, path, mark)));
        } else if (edit instanceof ReviewEdit.OfItem item) {
            row(item).ifPresent(out::add);
        }
    }

    private Optional<Planned> row(ReviewEdit.OfItem edit) {
        long id = edit.id();
        Optional<KnownRows.Known> before = rows.get(edit.file(), id);
        Optional<KnownRows.Known> last = before.or(() -> rows.removed(id));
        Optional<StoredRegion> wanted =
                Optional.ofNullable(edit.after())
                        .filter(StoredItems::isStored)
                        .map(
                                i ->
                                        mapping.region(
                                                i, last.map(KnownRows.Known::region).orElse(null)));
        if (before.isEmpty()) {
            long row = last.map(KnownRows.Known::row).orElse(0L);
            return wanted.map(region -> new Planned(id, new Edit.Add(edit.file(), row, region)));
        }
        KnownRows.Known known = before.get();
        Edit change =
                wanted.isPresent()
                        ? new Edit.Change(edit.file(), known.row(), known.region(), wanted.get())
                        : new Edit.Remove(edit.file(), known.row(), known.region());
        return Optional.of(new Planned(id, change));
    }

    private void remember(long item, Edit done) {
        String file = done.filename();
        if (done instanceof Edit.Add add) {
            rows.put(file, item, new KnownRows.Known(add.id(), add.region()));
        } else if (done instanceof Edit.Change change) {
            rows.put(file, item, new KnownRows.Known(change.id(), change.after()));
        } else if (done instanceof Edit.Remove) {
            rows.remove(file, item);
        }
    }

    private Edit mark(RegionStore store, Path path, ReviewEdit.OfMark edit) throws StoreException {
        FileMark before = store.mark(edit.file()).orElse(null);
        FileMark after = null;
        if (edit.stateAfter() != FileState.TO_REVIEW) {
            DeviceTags device = devices.get(edit.file());
            FileMark plain = StoredMarks.of(edit, device, before, path, user);
            after = plain.tagged() ? plain : plain.noting(note(store, edit, before).orElse(null));
        }
        return new Edit.Mark(edit.file(), before, after);
    }

    /** A comment on a done file, and undo, do not change its recorded open questions. */
    private Optional<DoneNote> note(
            RegionStore store, ReviewEdit.OfMark edit, @Nullable FileMark before)
            throws StoreException {
        if (edit.stateBefore() == FileState.DONE && before != null) {
            return before.note();
        }
        OpenQuestions open = edit.open();
        return open == null
                ? store.notes().lastDone(edit.file())
                : Optional.of(new DoneNote(user, open));
    }
}
