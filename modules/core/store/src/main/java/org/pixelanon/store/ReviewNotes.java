package org.pixelanon.store;

import java.util.Optional;
import org.pixelanon.model.SeenPlanes;

/**
 * Which planes of a file were searched and shown to whom, and what was open when it was marked done
 * with PixelAnon. The Python tool neither keeps nor sees any of this. Thread-safe.
 */
public final class ReviewNotes {

    private final Transactions database;

    ReviewNotes(Transactions database) {
        this.database = database;
    }

    /**
     * Which planes of a file searches have gone through, as far as they wrote it down.
     *
     * @param filename the name as it is in the database
     * @return the planes; none also for searches of the Python tool, whose rows alone tell of them
     * @throws StoreException if the database cannot be read
     */
    public SeenPlanes searched(String filename) throws StoreException {
        return database.look(connection -> SeenRecords.searched(connection, filename));
    }

    /**
     * Which planes a file has, if a search of it left some out.
     *
     * @param filename the name as it is in the database
     * @return the planes; none for other files
     * @throws StoreException if the database cannot be read
     */
    public SeenPlanes held(String filename) throws StoreException {
        return database.read(connection -> SeenRecords.held(connection, filename));
    }

    /**
     * Which planes of a file a person had on screen.
     *
     * @param filename the name as it is in the database
     * @param person the account, as in the column {@code last_modified_by}
     * @return the planes
     * @throws StoreException if the database cannot be read
     */
    public SeenPlanes shown(String filename, String person) throws StoreException {
        return database.look(connection -> SeenRecords.shown(connection, filename, person));
    }

    /**
     * Takes down that a person has planes of a file on screen.
     *
     * @param filename the name as it is in the database
     * @param person the account
     * @param planes the planes, beside those taken down before
     * @throws StoreException if nothing could be written
     */
    public void addShown(String filename, String person, SeenPlanes planes) throws StoreException {
        database.change(
                connection -> {
                    SeenRecords.addShown(connection, filename, person, planes);
                    return planes;
                });
    }

    /**
     * Who marked a file done with PixelAnon last, and what was open then, whatever mark it has now.
     *
     * @param filename the name as it is in the database
     * @return the note; empty if nobody did
     * @throws StoreException if the database cannot be read
     */
    public Optional<DoneNote> lastDone(String filename) throws StoreException {
        return database.look(connection -> SeenRecords.done(connection, filename, null));
    }
}
