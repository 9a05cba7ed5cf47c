package org.pixelanon.mongodb;

import com.mongodb.AuthenticationMechanism;
import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server from a connection string. A string with a password is refused, since
 * command lines are visible to everybody on the machine and remain in histories.
 */
public final class MongoDbAddress {

    /** The database of SmiServices. */
    public static final String USUAL_DATABASE = "dicom";

    private static final String PLAIN = "mongodb://";
    private static final String BY_NAME_SERVICE = "mongodb+srv://";

    /** Options that the Java driver does not know and would ignore. */
    private static final Set<String> OF_OTHER_DRIVERS =
            Set.of(
                    "tlscafile",
                    "tlscertificatekeyfile",
                    "tlscrlfile",
                    "tlsallowinvalidcertificates",
                    "sslcertificateauthorityfile",
                    "sslpemkeyfile",
                    "sslcafile");

    private static final String MECHANISM = "authmechanism";
    private static final String SOURCE = "authsource";

    private final ConnectionString connection;
    private final @Nullable String user;
    private final @Nullable String mechanism;
    private final String source;

    private MongoDbAddress(
            ConnectionString connection,
            @Nullable String user,
            @Nullable String mechanism,
            String source) {
        this.connection = connection;
        this.user = user;
        this.mechanism = mechanism;
        this.source = source;
    }

    /**
     * Reads a connection string.
     *
     * @param text {@code mongodb://HOST:PORT/DATABASE?OPTIONS}, or {@code mongodb+srv://}; the user
     *     may be named, the password may not
     * @return the address
     * @throws MongoDbException if it is wrong or holds a secret; the message never shows one
     */
    public static MongoDbAddress of(String text) throws MongoDbException {
        String scheme = text.startsWith(BY_NAME_SERVICE) ? BY_NAME_SERVICE : PLAIN;
        if (!text.startsWith(scheme)) {
            throw new MongoDbException(
                    "must begin with mongodb:// or mongodb+srv://, such as "
                            + "mongodb://localhost:27017/dicom");
        }
        String rest = text.substring(scheme.length());
        int at = rest.lastIndexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        if (user.indexOf(':') >= 0) {
            throw MongoDbException.secret(
                    "contains a password, and anyone on this machine can read command lines");
        }
        String place = rest.substring(at + 1);
        int mark = place.indexOf('?');
        Map<String, String> options = options(mark < 0 ? "" : place.substring(mark + 1));
        refuse(options);
        boolean ours = isOurs(options.get(MECHANISM));
        String bare = mark < 0 ? place : place.substring(0, mark);
        String kept = ours ? scheme + bare + query(options) : text;
        return parse(kept, ours ? user : "", options);
    }

    private static MongoDbAddress parse(String kept, String user, Map<String, String> options)
            throws MongoDbException {
        ConnectionString connection;
        try {
            connection = new ConnectionString(kept);
        } catch (IllegalArgumentException e) {
            // it no longer contains a secret
            throw new MongoDbException("is not a connection string: " + e.getMessage(), e);
        } catch (com.mongodb.MongoException e) {
            throw new MongoDbException("DNS knows no servers for this name", e);
        }
        String named = connection.getDatabase();
        String source = options.getOrDefault(SOURCE, named == null ? "admin" : named);
        String decoded = URLDecoder.decode(user, StandardCharsets.UTF_8);
        return new MongoDbAddress(
                connection, decoded.isEmpty() ? null : decoded, options.get(MECHANISM), source);
    }

    /** Mechanisms with user and password, which come from elsewhere. */
    private static boolean isOurs(@Nullable String mechanism) {
        return mechanism == null
                || mechanism.equals("DEFAULT")
                || mechanism.equals(AuthenticationMechanism.SCRAM_SHA_1.getMechanismName())
                || mechanism.equals(AuthenticationMechanism.SCRAM_SHA_256.getMechanismName())
                || mechanism.equals(AuthenticationMechanism.PLAIN.getMechanismName());
    }

    /** Options by lower-case name, since the driver also ignores case. */
    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String option : query.split("[&;]")) {
            int is = option.indexOf('=');
            if (is > 0) {
                options.merge(
                        option.substring(0, is).toLowerCase(Locale.ROOT),
                        option.substring(is + 1),
                        (a, b) -> a + "&" + option);
            }
        }
        return options;
    }

    private static String query(Map<String, String> options) {
        List<String> kept = new ArrayList<>();
        options.forEach(
                (name, value) -> {
                    if (!name.equals(MECHANISM) && !name.equals(SOURCE)) {
                        kept.add(name + "=" + value);
                    }
                });
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static void refuse(Map<String, String> options) throws MongoDbException {
        for (Map.Entry<String, String> option : options.entrySet()) {
            String name = option.getKey();
            boolean token = option.getValue().toLowerCase(Locale.ROOT).contains("token");
            if (name.contains("password") || name.equals("authmechanismproperties") && token) {
                throw MongoDbException.secret(
                        "contains a secret in its option "
                                + name
                                + ", and anyone on this "
                                + "machine can read command lines");
            }
            if (OF_OTHER_DRIVERS.contains(name)) {
                throw new MongoDbException(
                        "has the option "
                                + name
                                + ", which the Java driver does not know: give "
                                + "certificates to Java "
                                + "(PIXELANON_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE)");
            }
        }
    }

    /**
     * The user in the connection string.
     *
     * @return the name of the user
     */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /**
     * The database that the connection string names.
     *
     * @return empty if it names none
     */
    public Optional<String> database() {
        return Optional.ofNullable(connection.getDatabase());
    }

    /** The hosts, for messages. */
    @Override
    public String toString() {
        return (connection.isSrvProtocol() ? BY_NAME_SERVICE : PLAIN)
                + String.join(",", connection.getHosts());
    }

    /** The database in which users are defined. */
    String source() {
        return source;
    }

    ConnectionString connection() {
        return connection;
    }

    MongoCredential credential(MongoDbLogin login) {
        char[] password = login.password();
        if (mechanism == null || mechanism.equals("DEFAULT")) {
            return MongoCredential.createCredential(login.user(), source, password);
        }
        return switch (AuthenticationMechanism.fromMechanismName(mechanism)) {
            case SCRAM_SHA_1 ->
                    MongoCredential.createScramSha1Credential(login.user(), source, password);
            case PLAIN -> MongoCredential.createPlainCredential(login.user(), source, password);
            default -> MongoCredential.createScramSha256Credential(login.user(), source, password);
        };
    }
}
