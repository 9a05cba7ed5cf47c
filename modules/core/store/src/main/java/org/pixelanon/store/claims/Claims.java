package org.pixelanon.store.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.store.server.Calls;

/**
 * Who has which file for review, so that no two persons review one unknowingly. A claim ends when
 * its lease does, so that those of a client that was killed come back by themselves. A claim is a
 * word among colleagues: it forbids no edit. The Python tool does not see it. Thread-safe.
 */
public final class Claims {

    /** The table of claims. */
    public static final String CREATE =
            "CREATE TABLE IF NOT EXISTS pixelanon_claims (filename TEXT PRIMARY KEY,"
                    + " person TEXT NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL)";

    private static final String SELECT =
            "SELECT filename, person, since, until FROM pixelanon_claims";

    private static final String NEXT =
            "SELECT f.name FROM (SELECT filename AS name FROM DicomRects"
                    + " UNION SELECT filename AS name FROM DicomTags) f WHERE f.name IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM DicomTags t WHERE t.filename = f.name"
                    + " AND t.mark = 'F') AND NOT EXISTS (SELECT 1 FROM pixelanon_claims c"
                    + " WHERE c.filename = f.name AND c.until > ?) ORDER BY f.name LIMIT ?";

    private static final String PUT =
            "INSERT INTO pixelanon_claims (filename, person, since, until) VALUES (?,?,?,?)"
                    + " ON CONFLICT (filename) DO UPDATE SET person = excluded.person,"
                    + " since = CASE WHEN pixelanon_claims.person = excluded.person"
                    + " AND pixelanon_claims.until > excluded.since"
                    + " THEN pixelanon_claims.since ELSE excluded.since END, until = excluded.until";

    private final Calls calls;

    /**
     * Claims of a store.
     *
     * @param calls of the store
     */
    public Claims(Calls calls) {
        this.calls = calls;
    }

    /**
     * Claims files for a person, those that nobody else has; those the person has already are
     * renewed.
     *
     * @param files the names as they are in the database, whether it knows them or not
     * @param person the account
     * @param lease for how long
     * @return the claims on these files as they are now, of whomever, in the order of the files
     * @throws PixelAnonException if nothing could be written; then nothing is claimed
     */
    public List<Claim> claim(Collection<String> files, String person, Duration lease)
            throws PixelAnonException {
        Set<String> wanted = new LinkedHashSet<>(files);
        return calls.write(
                connection -> {
                    long now = calls.now(connection);
                    List<Claim> held = new ArrayList<>();
                    for (String file : wanted) {
                        Optional<Claim> other =
                                one(connection, file, now).filter(c -> !c.person().equals(person));
                        held.add(
                                other.isPresent()
                                        ? other.get()
                                        : put(connection, file, person, now, lease));
                    }
                    return held;
                });
    }

    /**
     * Claims the next files for a person: those that are not marked done and that nobody has, by
     * name.
     *
     * @param most how many at most
     * @param person the account
     * @param lease for how long
     * @return the new claims
     * @throws PixelAnonException if nothing could be written; then nothing is claimed
     */
    public List<Claim> next(int most, String person, Duration lease) throws PixelAnonException {
        return calls.write(
                connection -> {
                    long now = calls.now(connection);
                    List<Claim> held = new ArrayList<>();
                    for (String file : free(connection, now, most)) {
                        held.add(put(connection, file, person, now, lease));
                    }
                    return held;
                });
    }

    /**
     * Renews all that a person has. What ended before is not renewed: somebody else may have it.
     *
     * @param person the account
     * @param lease for how long from now
     * @return the claims that go on
     * @throws PixelAnonException if nothing could be written; then nothing is renewed
     */
    public List<Claim> renew(String person, Duration lease) throws PixelAnonException {
        return calls.write(
                connection -> {
                    long now = calls.now(connection);
                    List<Claim> held = new ArrayList<>();
                    for (Claim claim : all(connection, now)) {
                        if (claim.person().equals(person)) {
                            held.add(put(connection, claim.filename(), person, now, lease));
                        }
                    }
                    return held;
                });
    }

    /**
     * Gives files back.
     *
     * @param files the names as they are in the database
     * @param person the account; what others have stays theirs
     * @return how many the person had
     * @throws PixelAnonException if nothing could be written; then nothing is given back
     */
    public int release(Collection<String> files, String person) throws PixelAnonException {
        Set<String> wanted = new LinkedHashSet<>(files);
        return calls.write(
                connection -> {
                    int released = 0;
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "DELETE FROM pixelanon_claims WHERE filename = ?"
                                            + " AND person = ?")) {
                        for (String file : wanted) {
                            delete.setString(1, file);
                            delete.setString(2, person);
                            released += delete.executeUpdate();
                        }
                    }
                    return released;
                });
    }

    /**
     * Gives all files back that a person has.
     *
     * @param person the account
     * @return how many these were
     * @throws PixelAnonException if nothing could be written; then nothing is given back
     */
    public int releaseAll(String person) throws PixelAnonException {
        return calls.write(
                connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "DELETE FROM pixelanon_claims WHERE person = ?")) {
                        delete.setString(1, person);
                        return delete.executeUpdate();
                    }
                });
    }

    /**
     * The claims of all persons that have not ended.
     *
     * @return the claims by name of the file
     * @throws PixelAnonException if the database cannot be read
     */
    public List<Claim> all() throws PixelAnonException {
        return calls.read(
                connection ->
                        isKept(connection)
                                ? all(connection, calls.now(connection))
                                : List.<Claim>of());
    }

    /** A file that is only read may have been made before claims were. */
    private static boolean isKept(Connection connection) throws SQLException {
        try (ResultSet table =
                connection.getMetaData().getTables(null, null, "pixelanon_claims", null)) {
            return table.next();
        }
    }

    private static List<String> free(Connection connection, long now, int most)
            throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, now);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    private static Claim put(
            Connection connection, String file, String person, long now, Duration lease)
            throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, file);
            put.setString(2, person);
            put.setLong(3, now);
            put.setLong(4, now + lease.toMillis());
            put.executeUpdate();
        }
        return one(connection, file, now)
                .orElseThrow(() -> new SQLException("a claim was not written"));
    }

    private static Optional<Claim> one(Connection connection, String file, long now)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " WHERE filename = ? AND until > ?")) {
            select.setString(1, file);
            select.setLong(2, now);
            return claims(select).stream().findFirst();
        }
    }

    private static List<Claim> all(Connection connection, long now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " WHERE until > ? ORDER BY filename")) {
            select.setLong(1, now);
            return claims(select);
        }
    }

    private static List<Claim> claims(PreparedStatement select) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                claims.add(
                        new Claim(
                                row.getString(1),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4))));
            }
        }
        return claims;
    }
}
