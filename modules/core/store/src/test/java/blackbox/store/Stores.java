package blackbox.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.server.ServerAddress;

/** Stores of the tests: in the folder of the test, or where the module that runs them says. */
public final class Stores {

    private static final Optional<StorePlace> ELSEWHERE =
            ServiceLoader.load(StorePlace.class).findFirst();

    private Stores() {}

    /** The place that stands for a folder of a test. */
    public static Path place(Path folder) {
        return ELSEWHERE.map(place -> place.of(folder)).orElse(folder);
    }

    /** Opens the store of a test. */
    public static RegionStore open(Path folder, RegionStore.Mode mode) throws StoreException {
        return RegionStore.open(place(folder), mode);
    }

    /** Looks into a store past the program. */
    public static Connection raw(Path store) throws SQLException {
        return DriverManager.getConnection(
                ServerAddress.isServer(store)
                        ? ELSEWHERE.orElseThrow().jdbc(store)
                        : "jdbc:sqlite:" + RegionStore.fileOf(store));
    }

    /** Changes a store past the program. */
    public static void sql(Path store, String statements) throws SQLException {
        try (Connection connection = raw(store);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /** A number of a store. */
    public static int count(Path store, String query) throws SQLException {
        try (Connection connection = raw(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
