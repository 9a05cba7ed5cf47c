package blackbox.postgres;

import blackbox.store.StorePlace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.store.server.ServerAddress;

/** One server for all tests of a process, a schema for each folder. */
public final class TestServer implements StorePlace {

    private static final Map<Path, Path> PLACES = new ConcurrentHashMap<>();

    /** Starts when it is first needed, and ends with the process. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static EmbeddedPostgres server() {
        return Running.SERVER;
    }

    /** The address of a schema for an account. */
    static Path address(String user, String schema) {
        return ServerAddress.path(
                "postgresql://"
                        + user
                        + "@localhost:"
                        + server().getPort()
                        + "/postgres?sslmode=disable&schema="
                        + schema);
    }

    @Override
    public Path of(Path folder) {
        return PLACES.computeIfAbsent(
                folder.toAbsolutePath(), f -> address("postgres", "test_" + PLACES.size()));
    }

    @Override
    public String jdbc(Path place) {
        String text = place.toString();
        return "jdbc:postgresql://localhost:"
                + server().getPort()
                + "/postgres?user=postgres&currentSchema="
                + text.substring(text.indexOf("schema=") + "schema=".length());
    }
}
