package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Readers;

/**
 * The Python tool's database {@code dcmaudit.sqlite.db}: tables {@code DicomRects} and {@code
 * DicomTags}, read and written by both tools side by side; their columns are never changed. Every
 * method that writes is one transaction. Thread-safe: calls are serialised.
 */
public final class RegionStore implements AutoCloseable {

    /** The name of the database in its folder. */
    public static final String FILE_NAME = "dcmaudit.sqlite.db";

    /** How long is waited for a lock unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path path;
    private final Connection connection;
    private final boolean writable;

    /** What a database is opened for. */
    public enum Mode {
        /** It must exist and is not changed. */
        READ,
        /** It must exist and is changed. */
        EXTEND,
        /** It is created if absent. */
        WRITE
    }

    private RegionStore(Path path, Connection connection, boolean writable) {
        this.path = path;
        this.connection = connection;
        this.writable = writable;
    }

    /**
     * Opens the database.
     *
     * @param folderOrFile its folder, or the file itself
     * @param mode what for
     * @return the store; the caller closes it
     * @throws StoreException if it is missing (READ, EXTEND), locked, read-only (EXTEND, WRITE),
     *     damaged, newer, or some other program's
     */
    public static RegionStore open(Path folderOrFile, Mode mode) throws StoreException {
        return open(folderOrFile, mode, PATIENCE);
    }

    /** As {@link #open(Path, Mode)}; each call waits so long for another program's lock. */
    public static RegionStore open(Path folderOrFile, Mode mode, Duration patience)
            throws StoreException {
        return open(folderOrFile, mode, patience, Readers.OWNER);
    }

    /**
     * Opens the database.
     *
     * @param folderOrFile its folder, or the file itself
     * @param mode what for
     * @param patience how long each call waits for another program's lock
     * @param readers who may read it, if it is created; SQLite makes the files beside it alike
     * @return the store; the caller closes it
     * @throws StoreException as {@link #open(Path, Mode)}
     */
    public static RegionStore open(Path folderOrFile, Mode mode, Duration patience, Readers readers)
            throws StoreException {
        Path path = fileOf(folderOrFile);
        return new RegionStore(
                path, Schema.connect(path, mode, patience, readers), mode != Mode.READ);
    }

    /**
     * The file that is meant.
     *
     * @param folderOrFile a folder or a database
     * @return the database, which need not exist
     */
    public static Path fileOf(Path folderOrFile) {
        boolean file =
                Files.isRegularFile(folderOrFile)
                        || (!Files.isDirectory(folderOrFile)
                                && folderOrFile.toString().endsWith(".db"));
        return file ? folderOrFile : folderOrFile.resolve(FILE_NAME);
    }

    /**
     * Whether a file is a database, told by its first bytes.
     *
     * @param file any path
     * @return false also for what cannot be read
     */
    public static boolean isDatabase(Path file) {
        return Files.isRegularFile(file) && Schema.hasSignature(file);
    }

    /** Where the database is. */
    public Path path() {
        return path;
    }

    /**
     * Tells whether it was opened to be changed.
     *
     * @return false for {@link Mode#READ}
     */
    public boolean isWritable() {
        return writable;
    }

    /**
     * Tells whether a file has any row, of rectangles or marks.
     *
     * @param filename the name as it is in the database
     * @return true if there is a row
     * @throws StoreException if the database cannot be read
     */
    public synchronized boolean knows(String filename) throws StoreException {
        return read(() -> FileRecords.knows(connection, filename));
    }

    /**
     * The rows of a file, in the order they were written.
     *
     * @param filename the name as it is in the database
     * @return its rows, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<StoredRow> rows(String filename) throws StoreException {
        return read(() -> RectRows.of(connection, filename));
    }

    /**
     * The rows of a file, each with the author that the row alone tells: a mark on the file, which
     * makes its judgement a person's, is not regarded.
     *
     * @param filename the name as it is in the database
     * @return its rows, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<StoredRow> rowsByThemselves(String filename) throws StoreException {
        return read(() -> RectRows.of(connection, filename, false));
    }

    /**
     * The rows of all files, in the order they were written. The author of each is told by the row
     * alone: a mark on its file, which makes its judgement a person's, is not regarded.
     *
     * @return all rows that name a file, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<StoredRow> rows() throws StoreException {
        return read(() -> RectRows.all(connection));
    }

    /**
     * All files with their counts and marks, in one query.
     *
     * @return one entry per file that has any row, by name
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<FileSummary> files() throws StoreException {
        return read(() -> Listings.files(connection));
    }

    /**
     * What done files of the same device suggest for a file; rows marked as harmless suggest
     * nothing.
     *
     * @param filename the file that suggestions are for, which is left out
     * @param device its device
     * @return rectangles, the most frequent first; those of one plane within 4 px of each other are
     *     one
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<Suggestion> similar(String filename, DeviceKey device)
            throws StoreException {
        return read(() -> Listings.similar(connection, filename, device));
    }

    /**
     * A number that changes whenever another connection, of this or another program, has changed
     * the database; cheap enough to ask every second.
     *
     * @return the number, to be compared with an earlier one of this store only
     * @throws StoreException if the database cannot be read
     */
    public synchronized long version() throws StoreException {
        return read(() -> Schema.dataVersion(connection));
    }

    /**
     * Writes what a scan found, in the place of what earlier scans of ours found and nobody
     * touched, together with an audit entry. Every other row stays: those of persons, those of the
     * Python tool, and all of a file that has a mark. Such a row also stands for the same finding
     * of the new scan, so that its judgement holds.
     *
     * @param entry what was done; it names the file
     * @param found the new rows
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void replace(AuditEntry entry, List<StoredRegion> found)
            throws StoreException {
        write(
                () -> {
                    Scans.replace(connection, entry.filename(), found);
                    FileRecords.audit(connection, entry);
                    return entry;
                });
    }

    /**
     * Adds what a scan found and no row says yet, together with an audit entry.
     *
     * @param entry what was done; it names the file
     * @param found the new rows; may be empty
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void append(AuditEntry entry, List<StoredRegion> found)
            throws StoreException {
        write(
                () -> {
                    Scans.append(connection, entry.filename(), found);
                    FileRecords.audit(connection, entry);
                    return entry;
                });
    }

    /**
     * Carries out what a person did, all of it or nothing.
     *
     * @param edits the edits, in order
     * @return the edits as they were done, with the numbers of new rows: their inverses, in
     *     opposite order, take them back
     * @throws StoreException if nothing could be written, or somebody else changed one of the rows
     *     since; then nothing is changed
     */
    public synchronized List<Edit> apply(List<? extends Edit> edits) throws StoreException {
        return write(() -> Edits.apply(connection, path, edits));
    }

    /**
     * What a curator said about a file.
     *
     * @param filename the name as it is in the database
     * @return the mark, empty if the file is still to be reviewed
     * @throws StoreException if the database cannot be read
     */
    public synchronized Optional<FileMark> mark(String filename) throws StoreException {
        return read(() -> FileRecords.mark(connection, filename));
    }

    /**
     * What this database keeps of who looked at a file.
     *
     * @return the notes, as long as the database is open
     */
    public ReviewNotes notes() {
        return new ReviewNotes(this, connection);
    }

    /**
     * What was done with a file, oldest first.
     *
     * @param filename the name as it is in the database
     * @return the entries
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<AuditEntry> audits(String filename) throws StoreException {
        return read(() -> FileRecords.audits(connection, filename));
    }

    /** Takes rows of a listing. */
    public interface RowSink {
        /**
         * Takes one row.
         *
         * @param values by column: a whole number, text, or null
         * @throws IOException if it cannot be written on
         */
        void row(List<@Nullable Object> values) throws IOException;
    }

    /**
     * Hands over the rows of a listing one by one, as they stand; they are never all in memory.
     *
     * @param listing which rows
     * @param sink takes them
     * @throws StoreException if the database cannot be read
     * @throws IOException if the sink fails
     */
    public synchronized void list(Listing listing, RowSink sink) throws IOException {
        try {
            Listings.list(connection, listing, sink);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * What became of rows from elsewhere.
     *
     * @param added rows and marks that were new
     * @param changed those that were there with another judgement and an earlier change
     * @param kept those that were there with another judgement and no earlier change
     * @param same those that were there alike
     */
    public record Merged(int added, int changed, int kept, int same) {}

    /**
     * Adds rows and marks from elsewhere, all or nothing. A row that is there already, with the
     * same place, recogniser and text, is not added again; of two judgements and of two marks of a
     * file the one that was changed last holds. Rows of recognisers stay unproven.
     *
     * @param rows file to its rows
     * @param marks file to its mark
     * @return what became of them
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized Merged add(
            Map<String, List<StoredRegion>> rows, Map<String, FileMark> marks)
            throws StoreException {
        return write(() -> Incoming.add(connection, rows, marks));
    }

    /**
     * What SQLite says of the soundness of the file.
     *
     * @return its messages, which hold no values; empty if it is sound
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<String> integrity() throws StoreException {
        return read(() -> Schema.integrity(connection));
    }

    /** Statements with a result. */
    interface Statements<T> {
        T run() throws SQLException, StoreException;
    }

    synchronized <T> T read(Statements<T> statements) throws StoreException {
        try {
            return statements.run();
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    synchronized <T> T write(Statements<T> statements) throws StoreException {
        try {
            Schema.begin(connection);
            boolean done = false;
            try {
                T result = statements.run();
                Schema.commit(connection);
                done = true;
                return result;
            } finally {
                if (!done) {
                    Schema.rollback(connection);
                }
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    @Override
    public synchronized void close() throws StoreException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }
}
