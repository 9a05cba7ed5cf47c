package org.pixelanon.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Explains failures of the driver. Its own messages are not shown, since they may quote documents
 * and users.
 */
final class MongoDbFailures {

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int AUTHENTICATION_REQUIRED = 391;
    private static final String LOGIN =
            "PIXELANON_MONGODB_USER and _PASSWORD, or --credentials FILE";

    private final MongoClient client;
    private final MongoDbAddress address;
    private final String database;

    MongoDbFailures(MongoClient client, MongoDbAddress address, String database) {
        this.client = client;
        this.address = address;
        this.database = database;
    }

    MongoDbException of(MongoException e) {
        if (e instanceof MongoSecurityException) {
            return refusedLogin(e);
        }
        if (e instanceof MongoCommandException command) {
            return ofCommand(command);
        }
        if (e instanceof MongoIncompatibleDriverException) {
            return new MongoDbException(
                    address + ": this server is too old; the driver needs MongoDB 4.2 or later", e);
        }
        if (e instanceof MongoTimeoutException) {
            return new MongoDbException(address + ": " + unreachable(), e);
        }
        if (e instanceof MongoSocketReadTimeoutException) {
            return new MongoDbException(
                    address + ": no answer in time (increase socketTimeoutMS in --uri)", e);
        }
        if (e instanceof MongoSocketException) {
            return new MongoDbException(
                    address
                            + "/"
                            + database
                            + ": the connection was lost before everything was "
                            + "read",
                    e);
        }
        if (e instanceof MongoInterruptedException) {
            return new MongoDbException(address + ": stopped", e);
        }
        return new MongoDbException(
                address + "/" + database + ": " + e.getClass().getSimpleName() + " " + e.getCode(),
                e);
    }

    /** Users belong to a database, so a correct password fails in another one. */
    private MongoDbException refusedLogin(MongoException e) {
        return MongoDbException.refused(
                address
                        + ": the server rejected the user or password in its database "
                        + address.source()
                        + " (another database: authSource in --uri; login: "
                        + LOGIN
                        + ")",
                e);
    }

    private MongoDbException ofCommand(MongoCommandException e) {
        return switch (e.getErrorCode()) {
            case AUTHENTICATION_FAILED -> refusedLogin(e);
            case UNAUTHORIZED, AUTHENTICATION_REQUIRED ->
                    MongoDbException.refused(
                            address
                                    + "/"
                                    + database
                                    + ": the user may not read the database, or no user was "
                                    + "given ("
                                    + LOGIN
                                    + ")",
                            e);
            default ->
                    new MongoDbException(
                            address
                                    + "/"
                                    + database
                                    + ": the server refused it with code "
                                    + e.getErrorCode(),
                            e);
        };
    }

    /** The reasons why the servers could not be reached. */
    private String unreachable() {
        Set<String> reasons = new TreeSet<>();
        for (ServerDescription server : client.getClusterDescription().getServerDescriptions()) {
            reasons.add(
                    server.getState() == ServerConnectionState.CONNECTING
                                    && server.getException() == null
                            ? "no answer in time at that address, or no TLS server, which --uri "
                                    + "requires"
                            : reason(server.getException()));
        }
        String why = String.join("; ", reasons);
        return (why.isEmpty() ? "no server available" : why)
                + " (tried for "
                + client.getClusterDescription()
                        .getClusterSettings()
                        .getServerSelectionTimeout(TimeUnit.MILLISECONDS)
                + " ms)";
    }

    private static String reason(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return "unknown host";
            }
            if (at instanceof SSLException) {
                return "no encrypted connection: certificate not trusted, or no TLS there";
            }
            if (at instanceof SocketTimeoutException) {
                return "no answer in time at that address";
            }
            if (at instanceof ConnectException) {
                return "connection refused: no server there, or wrong port";
            }
            if (at instanceof MongoIncompatibleDriverException) {
                return "this server is too old; the driver needs MongoDB 4.2 or later";
            }
        }
        return failure == null
                ? "no server matches the replica set options of --uri"
                : "the server is not MongoDB, or requires TLS (tls=true)";
    }

    MongoDbException nothingHere() {
        return new MongoDbException(
                address
                        + "/"
                        + database
                        + ": no collection is named image_…, such as image_CT"
                        + others());
    }

    private String others() {
        List<String> names = new ArrayList<>();
        try {
            client.listDatabaseNames().forEach(names::add);
        } catch (MongoException e) {
            return " (the user may not list databases)";
        }
        names.removeIf(n -> n.equals(database) || Set.of("admin", "local", "config").contains(n));
        return names.isEmpty()
                ? "; the server has no other database"
                : "; other databases of the server: " + String.join(", ", names);
    }

    MongoDbException noDocuments() {
        return new MongoDbException(
                address + "/" + database + ": its collections image_… are empty");
    }

    MongoDbException noModality(String modality, Set<String> there) {
        return new MongoDbException(
                address
                        + "/"
                        + database
                        + ": no documents of modality "
                        + modality
                        + "; there is "
                        + String.join(", ", there));
    }
}
