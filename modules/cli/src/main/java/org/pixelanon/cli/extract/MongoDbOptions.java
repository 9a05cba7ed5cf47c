package org.pixelanon.cli.extract;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.mongodb.MongoDbAddress;
import org.pixelanon.mongodb.MongoDbException;
import org.pixelanon.mongodb.MongoDbLogin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Server, database and credentials. */
final class MongoDbOptions {

    private static final String USER = "PIXELANON_MONGODB_USER";
    private static final String PASSWORD = "PIXELANON_MONGODB_PASSWORD";
    private static final String WHERE =
            "put it into " + PASSWORD + ", into a file for --credentials, or type it when asked";

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = "--uri",
            paramLabel = "URI",
            required = true,
            description =
                    "mongodb://HOST:PORT/DATABASE?OPTIONS of the driver, or mongodb+srv://; may "
                            + "contain a user (USER@HOST) but no password")
    String uri = "";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "database. Default: that of --uri, or " + MongoDbAddress.USUAL_DATABASE)
    @Nullable String database;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description =
                    "file with the lines user=… and password=…, readable by you only. Default: "
                            + "the variables "
                            + USER
                            + " and "
                            + PASSWORD
                            + ", or a prompt")
    @Nullable Path credentials;

    MongoDbAddress address() {
        try {
            return MongoDbAddress.of(uri);
        } catch (MongoDbException e) {
            String more = e.isSecret() ? "; " + WHERE : "";
            throw new ParameterException(command().commandLine(), "--uri " + e.getMessage() + more);
        }
    }

    String database(MongoDbAddress address) {
        Optional<String> said = address.database();
        if (database != null && said.isPresent() && !said.get().equals(database)) {
            throw new ParameterException(
                    command().commandLine(), "--database and --uri name different databases");
        }
        return database != null ? database : said.orElse(MongoDbAddress.USUAL_DATABASE);
    }

    /**
     * The credentials: from the file, else from the variables, else from a prompt for the user of
     * --uri; or none.
     */
    @Nullable MongoDbLogin login(MongoDbAddress address) throws IOException {
        UserEnvironment environment = UserEnvironment.ofProcess();
        Optional<CredentialsFile> file =
                credentials == null
                        ? Optional.empty()
                        : Optional.of(CredentialsFile.read(credentials));
        Optional<String> user =
                address.user()
                        .or(() -> file.flatMap(f -> f.value("user")))
                        .or(() -> environment.text(USER));
        Optional<String> password =
                file.isPresent() ? file.get().value("password") : environment.text(PASSWORD);
        if (user.isEmpty()) {
            if (password.isPresent()) {
                throw new ParameterException(
                        command().commandLine(),
                        "password without user: give the user in "
                                + USER
                                + ", in the file of "
                                + "--credentials, or before @ in --uri");
            }
            return null;
        }
        if (password.isPresent()) {
            return new MongoDbLogin(user.get(), password.get().toCharArray());
        }
        return new MongoDbLogin(user.get(), asked(user.get()));
    }

    private char[] asked(String user) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw new ParameterException(
                    command().commandLine(), "the password is missing; " + WHERE);
        }
        return typed;
    }

    CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
