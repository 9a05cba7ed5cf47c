package org.pixelanon.postgres;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.store.server.ServerAddress;
import org.pixelanon.store.server.ServerFailure;
import org.postgresql.Driver;

/** How a database is reached: where, as whom, how safely. Makes connections. */
final class Login implements DataSource {

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Set<String> MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** A server that does not answer at all is given up so long after the patience has ended. */
    private static final int SILENCE_SECONDS = 60;

    private final Path path;
    private final String schema;
    private final String url;
    private final Properties properties;

    private Login(Path path, String schema, String url, Properties properties) {
        this.path = path;
        this.schema = schema;
        this.url = url;
        this.properties = properties;
    }

    /**
     * What an address and the environment say.
     *
     * @throws ServerFailure if a setting is wrong
     */
    static Login of(
            ServerAddress address, UserEnvironment environment, boolean write, Duration patience)
            throws ServerFailure {
        Path path = address.path();
        if (!SCHEMA.matcher(address.schema()).matches()) {
            throw new ServerFailure(
                    ServerFailure.Kind.OTHER,
                    "schema: use small letters, digits and _, a letter first",
                    null);
        }
        Properties properties = new Properties();
        properties.setProperty(
                "user",
                address.user().isEmpty()
                        ? environment.text("PGUSER").orElse(environment.user())
                        : address.user());
        environment.text("PGPASSWORD").ifPresent(p -> properties.setProperty("password", p));
        properties.setProperty("currentSchema", address.schema());
        properties.setProperty("ApplicationName", "PixelAnon");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "socketTimeout", Long.toString(patience.toSeconds() + SILENCE_SECONDS));
        properties.setProperty("readOnly", Boolean.toString(!write));
        properties.setProperty("readOnlyMode", "always");
        properties.setProperty(
                "options",
                "-c lock_timeout="
                        + Math.max(1, patience.toMillis())
                        + " -c synchronous_commit=on");
        secure(address, properties);
        String url =
                "jdbc:postgresql://"
                        + address.host()
                        + (address.port() == 0 ? "" : ":" + address.port())
                        + "/"
                        + address.database();
        return new Login(path, address.schema(), url, properties);
    }

    /** Encrypted and proven unless the server is on this machine, or the address says otherwise. */
    private static void secure(ServerAddress address, Properties properties) throws ServerFailure {
        Map<String, String> settings = address.settings();
        String mode =
                settings.getOrDefault("sslmode", address.isLocal() ? "prefer" : "verify-full");
        if (!MODES.contains(mode)) {
            throw new ServerFailure(ServerFailure.Kind.OTHER, "sslmode: no such mode", null);
        }
        properties.setProperty("sslmode", mode);
        for (String name : new String[] {"sslrootcert", "sslcert", "sslkey"}) {
            String file = settings.get(name);
            if (file != null) {
                if (!Files.isReadable(Path.of(file))) {
                    throw new ServerFailure(
                            ServerFailure.Kind.OTHER, name + ": no such file", null);
                }
                properties.setProperty(name, file);
            }
        }
        boolean proven = mode.startsWith("verify");
        if (proven && !settings.containsKey("sslrootcert") && !hasRoots()) {
            // the authorities that Java trusts
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }

    /** Where programs with libpq look for the authorities they trust. */
    private static boolean hasRoots() {
        return Files.exists(
                Path.of(System.getProperty("user.home", "."), ".postgresql", "root.crt"));
    }

    Path path() {
        return path;
    }

    String schema() {
        return schema;
    }

    static ServerFailure problem(String reason, @Nullable Throwable cause) {
        return new ServerFailure(ServerFailure.Kind.OTHER, reason, cause);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know its own address", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // as the properties say
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
