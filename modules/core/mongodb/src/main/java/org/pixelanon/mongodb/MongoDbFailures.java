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
 * What failures of the driver mean for people. Its own messages are not passed on: they may quote
 * documents and users.
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
                    address + ": no answer came in time (socketTimeoutMS in --uri gives more)", e);
        }
        if (e instanceof MongoSocketException) {
            return new MongoDbException(
                    address + "/" + database + ": the connection broke before all was read", e);
        }
        if (e instanceof MongoInterruptedException) {
            return new MongoDbException(address + ": stopped", e);
        }
        return new MongoDbException(
                address + "/" + database + ": " + e.getClass().getSimpleName() + " " + e.getCode(),
                e);
    }

    /** Users belong to a database, so that the right password in another one is a wrong one. */
    private MongoDbException refusedLogin(MongoException e) {
        return MongoDbException.refused(
                address
                        + ": the server refused this user or password in its database "
                        + address.source()
                        + " (another: authSource in --uri; the login: "
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
                                    + ": this user may not read the database, or none was given ("
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

    /** What the driver met when it tried each server. */
    private String unreachable() {
        Set<String> reasons = new TreeSet<>();
        for (ServerDescription server : client.getClusterDescription().getServerDescriptions()) {
            reasons.add(
                    server.getState() == ServerConnectionState.CONNECTING
                                    && server.getException() == null
                            ? "nothing answers in time at that address, or nothing that speaks TLS as --uri says"
                            : reason(server.getException()));
        }
        String why = String.join("; ", reasons);
        return (why.isEmpty() ? "no server that could be asked" : why)
                + " (tried for "
                + client.getClusterDescription()
                        .getClusterSettings()
                        .getServerSelectionTimeout(TimeUnit.MILLISECONDS)
                + " ms)";
    }

    private static String reason(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return "no host of that name is known";
            }
            if (at instanceof SSLException) {
                return "no encrypted connection came about: certificate not trusted, or no TLS there";
            }
            if (at instanceof SocketTimeoutException) {
                return "nothing answers in time at that address";
            }
            if (at instanceof ConnectException) {
                return "the connection was refused: no server there, or another port";
            }
            if (at instanceof MongoIncompatibleDriverException) {
                return "this server is too old; the driver needs MongoDB 4.2 or later";
            }
        }
        return failure == null
                ? "no server that may be asked, by what --uri says of replica sets"
                : "what answers there speaks no MongoDB, or wants TLS (tls=true)";
    }

    MongoDbException nothingHere() {
        return new MongoDbException(
                address
                        + "/"
                        + database
                        + ": no collection is called image_…, as image_CT"
                        + others());
    }

    private String others() {
        List<String> names = new ArrayList<>();
        try {
            client.listDatabaseNames().forEach(names::add);
        } catch (MongoException e) {
            return " (this user may not see what databases there are)";
        }
        names.removeIf(n -> n.equals(database) || Set.of("admin", "local", "config").contains(n));
        return names.isEmpty()
                ? "; the server has no other database"
                : "; other databases of the server: " + String.join(", ", names);
    }

    MongoDbException noDocuments() {
        return new MongoDbException(
                address + "/" + database + ": its collections image_… hold no documents");
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
