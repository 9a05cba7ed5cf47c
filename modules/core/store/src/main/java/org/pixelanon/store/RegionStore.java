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
import java.util.ServiceLoader;
import java.util.function.BiPredicate;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.store.claims.Claims;
import org.pixelanon.store.server.Backend;
import org.pixelanon.store.server.Purpose;
import org.pixelanon.store.server.ServerAddress;
import org.pixelanon.store.server.ServerFailure;
import org.pixelanon.store.server.StoreServer;

/**
 * The Python tool's database {@code dcmaudit.sqlite.db}: tables {@code DicomRects} and {@code
 * DicomTags}, read and written by both tools side by side; their columns are never changed. Every
 * method that writes is one transaction. Thread-safe: calls are serialised.
 */
public final class RegionStore implements AutoCloseable {

    /** The name of the database in its folder. */
    public static final String FILE_NAME = PythonNotes.DATABASE;

    /** How long is waited for a lock unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions database;
    private final boolean writable;

    /** What a database is opened for. */
    public enum Mode {
        /** It must exist and is not changed. */
        READ,
        /** Like READ, but a newer PixelAnon may have written it: for people to look at. */
        VIEW,
        /** It must exist and is changed. */
        EXTEND,
        /** It is created if absent. */
        WRITE
    }

    private RegionStore(Transactions database, boolean writable) {
        this.database = database;
        this.writable = writable;
    }

    /**
     * Opens the database.
     *
     * @param folderOrFile its folder, or the file itself, or the path of a {@link ServerAddress}
     * @param mode what for
     * @return the store; the caller closes it
     * @throws StoreException if it is missing (READ, VIEW, EXTEND), locked, read-only (EXTEND,
     *     WRITE), damaged, newer (but for VIEW), or some other program's
     */
    public static RegionStore open(Path folderOrFile, Mode mode) throws StoreException {
        return open(folderOrFile, mode, PATIENCE);
    }

    /** As {@link #open(Path, Mode)}; each call waits so long for another program's lock. */
    public static RegionStore open(Path folderOrFile, Mode mode, Duration patience)
            throws StoreException {
        return open(folderOrFile, mode, patience, ReadAccess.OWNER);
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
    public static RegionStore open(
            Path folderOrFile, Mode mode, Duration patience, ReadAccess readers)
            throws StoreException {
        boolean write = mode == Mode.EXTEND || mode == Mode.WRITE;
        if (ServerAddress.isServer(folderOrFile)) {
            return new RegionStore(new Transactions(server(folderOrFile, mode, patience)), write);
        }
        Path path = fileOf(folderOrFile);
        if (mode == Mode.WRITE) {
            Schema.make(path, readers);
        }
        Connection connection = Schema.connect(path, write, mode == Mode.VIEW, patience);
        return new RegionStore(
                new Transactions(new Transactions.SqliteFile(path, connection)), write);
    }

    private static Backend server(Path path, Mode mode, Duration patience) throws StoreException {
        try {
            ServerAddress address = ServerAddress.of(path);
            return ServiceLoader.load(StoreServer.class, RegionStore.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(
                            () -> new StoreException(path, "this program knows no servers", null))
                    .open(address, Purpose.valueOf(mode.name()), patience);
        } catch (IllegalArgumentException e) {
            throw new StoreException(String.valueOf(e.getMessage()));
        } catch (ServerFailure e) {
            throw StoreException.of(path, e);
        } catch (SQLException e) {
            throw new StoreException(path, "database failed", e);
        }
    }

    /**
     * The file that is meant.
     *
     * @param folderOrFile a folder or a database
     * @return the database, which need not exist; a server as it is
     */
    public static Path fileOf(Path folderOrFile) {
        if (ServerAddress.isServer(folderOrFile)) {
            return folderOrFile;
        }
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

    /** Where the database is; a server by the path that stands for it. */
    public Path path() {
        return database.path();
    }

    /**
     * Returns whether it was opened to be changed.
     *
     * @return false for {@link Mode#READ} and {@link Mode#VIEW}
     */
    public boolean isWritable() {
        return writable;
    }

    /**
     * Returns whether a file has any row, of rectangles or marks.
     *
     * @param filename the name as it is in the database
     * @return true if there is a row
     * @throws StoreException if the database cannot be read
     */
    public boolean knows(String filename) throws StoreException {
        return database.look(connection -> FileRecords.knows(connection, filename));
    }

    /**
     * The rows of a file, in the order they were written.
     *
     * @param filename the name as it is in the database
     * @return its rows, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public List<StoredRow> rows(String filename) throws StoreException {
        return database.look(connection -> FileRecords.rows(connection, filename));
    }

    /**
     * The rows of a file, each with the author that the row alone tells: a mark on the file, which
     * makes its judgement a person's, is not regarded.
     *
     * @param filename the name as it is in the database
     * @return its rows, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public List<StoredRow> rowsByThemselves(String filename) throws StoreException {
        return database.look(connection -> RectRows.of(connection, filename, false));
    }

    /**
     * The rows of all files, in the order they were written. The author of each is told by the row
     * alone: a mark on its file, which makes its judgement a person's, is not regarded.
     *
     * @return all rows that name a file, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public List<StoredRow> rows() throws StoreException {
        return database.look(connection -> RectRows.all(connection));
    }

    /**
     * Rows with text, of all files. The author of each is told by the row alone.
     *
     * @param wanted which, by file and text
     * @param most how many at most, 0 or more
     * @return rows with a rectangle, file by file
     * @throws StoreException if the database cannot be read
     */
    public List<StoredRow> rowsWithText(BiPredicate<String, String> wanted, int most)
            throws StoreException {
        return database.look(connection -> RectRows.withText(connection, wanted, most));
    }

    /**
     * All files with their counts and marks, in one query.
     *
     * @return one entry per file that has any row, by name
     * @throws StoreException if the database cannot be read
     */
    public List<FileSummary> files() throws StoreException {
        return database.look(connection -> FileQueries.files(connection));
    }

    /**
     * What done files of the same device suggest for a file; rows marked as harmless suggest
     * nothing.
     *
     * @param filename the file that suggestions are for, which is left out
     * @param device its device
     * @return rectangles, those of most files first; those of one plane within 4 px of each other
     *     are one
     * @throws StoreException if the database cannot be read
     */
    public List<Suggestion> similar(String filename, DeviceKey device) throws StoreException {
        return database.look(connection -> FileQueries.similar(connection, filename, device));
    }

    /**
     * A number that changes whenever another connection, of this or another program, has changed
     * the database; cheap enough to ask every second.
     *
     * @return the number, to be compared with an earlier one of this store only
     * @throws StoreException if the database cannot be read
     */
    public long version() throws StoreException {
        return database.version();
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
    public void replace(AuditEntry entry, List<StoredRegion> found) throws StoreException {
        database.change(
                connection -> {
                    ScannedRows.replace(connection, entry.filename(), found);
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
    public void append(AuditEntry entry, List<StoredRegion> found) throws StoreException {
        database.change(
                connection -> {
                    ScannedRows.append(connection, entry.filename(), found);
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
    public List<Edit> apply(List<? extends Edit> edits) throws StoreException {
        return database.change(connection -> Edits.apply(connection, path(), edits));
    }

    /**
     * What a curator said about a file.
     *
     * @param filename the name as it is in the database
     * @return the mark, empty if the file is still to be reviewed
     * @throws StoreException if the database cannot be read
     */
    public Optional<FileMark> mark(String filename) throws StoreException {
        return database.look(connection -> FileRecords.mark(connection, filename));
    }

    /**
     * What this database keeps of who looked at a file.
     *
     * @return the notes, as long as the database is open
     */
    public ReviewNotes notes() {
        return new ReviewNotes(database);
    }

    /**
     * What people did, edit by edit, to be told and taken back.
     *
     * @return the history, as long as the database is open
     */
    public EditHistory history() {
        return new EditHistory(database);
    }

    /**
     * Who has which file for review.
     *
     * @return the claims, as long as the database is open
     */
    public Claims claims() {
        return new Claims(database);
    }

    /**
     * What was done with a file, oldest first.
     *
     * @param filename the name as it is in the database
     * @return the entries
     * @throws StoreException if the database cannot be read
     */
    public List<AuditEntry> audits(String filename) throws StoreException {
        return database.look(connection -> FileRecords.audits(connection, filename));
    }

    /**
     * Hands over the rows of a listing one by one, as they are; they are never all in memory.
     *
     * @param listing which rows
     * @param sink takes them
     * @throws StoreException if the database cannot be read
     * @throws IOException if the sink fails
     */
    public void list(Listing listing, RowSink sink) throws IOException {
        database.hand(connection -> FileQueries.list(connection, listing, sink));
    }

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
    public ImportCounts add(Map<String, List<StoredRegion>> rows, Map<String, FileMark> marks)
            throws StoreException {
        return database.change(connection -> RowImport.add(connection, rows, marks));
    }

    /**
     * What the database says of its soundness.
     *
     * @return its messages, which hold no values; empty if it is sound
     * @throws StoreException if the database cannot be read
     */
    public List<String> integrity() throws StoreException {
        return database.integrity();
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
