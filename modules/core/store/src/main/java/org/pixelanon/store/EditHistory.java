package org.pixelanon.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What people did with PixelAnon, edit by edit, with what their rows were before, so that it can be
 * told and taken back in a later sitting. It keeps neither text of images nor comments: an edit of
 * these is only told. The Python tool neither keeps nor sees any of this. Thread-safe.
 */
public final class EditHistory {

    private final Transactions database;

    EditHistory(Transactions database) {
        this.database = database;
    }

    /**
     * Carries out what a person did and takes it down, all of it or nothing.
     *
     * @param edits the edits, in order
     * @param word what the history says of it
     * @return the edits as they were done, with the numbers of new rows
     * @throws StoreException if nothing could be written, or somebody else changed one of the rows
     *     since; then nothing is changed
     */
    public List<Edit> apply(List<? extends Edit> edits, HistoryWord word) throws StoreException {
        return database.change(
                connection -> {
                    List<Edit> done = Edits.apply(connection, database.path(), edits);
                    if (word instanceof HistoryNote note) {
                        HistoryRecords.add(connection, note, done);
                    } else if (word instanceof HistoryWord.Turn turn) {
                        HistoryRecords.turn(connection, turn);
                    }
                    return done;
                });
    }

    /**
     * Takes an edit of any sitting back, or does it again, if every row is still as that left it.
     *
     * @param turn which, and which way
     * @return what was changed now
     * @throws StoreException if nothing could be written, the edit is not known, it is as wanted
     *     already, or somebody changed one of the rows since; then nothing is changed
     */
    public List<Edit> turn(HistoryWord.Turn turn) throws StoreException {
        return database.change(
                connection -> {
                    List<Edit> edits =
                            HistoryRecords.edits(connection, turn)
                                    .orElseThrow(() -> StoreException.conflict(database.path()));
                    HistoryRecords.turn(connection, turn);
                    List<Edit> done = new ArrayList<>();
                    for (Edit edit : edits) {
                        Edit whole = HistoryRecords.filled(connection, edit);
                        done.addAll(Edits.apply(connection, database.path(), List.of(whole)));
                    }
                    return done;
                });
    }

    /**
     * The last edits of all people.
     *
     * @param most how many at most
     * @return the last one first
     * @throws StoreException if the database cannot be read
     */
    public List<HistoryEntry> last(int most) throws StoreException {
        return database.look(connection -> HistoryRecords.last(connection, most));
    }

    /**
     * Of the last edits those that a person made in other sittings and can take back one after the
     * other: nobody has changed their rows since.
     *
     * @param person the account
     * @param sitting the sitting that is left out
     * @param most how many of the last edits of all people are looked at
     * @return the last one first, with all files they changed
     * @throws StoreException if the database cannot be read
     */
    public List<HistoryEntry> reversible(String person, String sitting, int most)
            throws StoreException {
        return database.look(
                connection -> HistoryRecords.reversible(connection, person, sitting, most));
    }
}
