package blackbox.cli;

import static blackbox.cli.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins at a server of MongoDB that knows users. */
class MongoDbLoginIT {

    private static final String RIGHT = "p\u00e4ss, =word";
    private static final String WRONG = "hunter2-Secret";

    @TempDir Path folder;

    private ScramBackend backend;
    private Documents documents;

    private void serve(ScramBackend.Mechanism... mechanisms) {
        backend = new ScramBackend(mechanisms);
        documents = new Documents(backend);
        documents.add("CT", document("c1"), document("c2"));
        backend.add("admin", "reader", RIGHT, true);
        backend.add("dicom", "local,=r", RIGHT, true);
        backend.add("admin", "guest", RIGHT, false);
    }

    @AfterEach
    void stop() {
        documents.close();
    }

    private Command as(String user, String password, String options) throws Exception {
        Path file = folder.resolve("login");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "user=" + user + "\npassword=" + password + "\n");
        List<Object> words = new ArrayList<>(List.of("extract", "mongodb", "--overwrite"));
        words.addAll(List.of("--uri", documents.uri() + options, "--credentials", file));
        words.addAll(List.of("-o", folder.resolve("out")));
        return Command.run(words.toArray());
    }

    private void refused(Command command, String what) throws Exception {
        assertThat(command.code()).as(command.err()).isEqualTo(1);
        assertThat(command.complaints()).singleElement().asString().contains(what);
        assertThat(command.out() + command.err()).doesNotContain(RIGHT, WRONG);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(backend.accepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void the_right_password_opens_and_no_other_one(ScramBackend.Mechanism mechanism)
            throws Exception {
        serve(mechanism);
        String no = "the server rejected the user or password";
        refused(as("reader", WRONG, ""), no + " in its database admin");
        refused(as("reader", RIGHT + " ", "/dicom"), no + " in its database dicom");
        refused(as("nobody", RIGHT, ""), no);
        refused(as("reader", RIGHT, "/dicom"), "(another database: authSource in --uri;");
        String named = "/?authMechanism=" + mechanism.title;
        refused(as("reader", WRONG, named), no);

        assertThat(as("reader", RIGHT, named).code()).isZero();
        assertThat(as("reader", RIGHT, "/dicom?authSource=admin").code()).isZero();
        Command accepted = as("local,=r", RIGHT, "/dicom");

        assertThat(accepted.code()).as(accepted.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/extract_BIA_from_CT.csv"))).hasSize(3);
        assertThat(backend.accepted()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void who_may_log_in_and_not_read_is_told_so_as_is_who_does_not_log_in() throws Exception {
        serve(ScramBackend.Mechanism.SHA256);
        Command nobody = Command.run("extract", "mongodb", "--uri", documents.uri(), "-o", folder);
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("may not read the database, or no user was given");

        Command guest = as("guest", RIGHT, "");

        assertThat(backend.accepted()).isPositive();
        assertThat(guest.code()).isEqualTo(1);
        assertThat(guest.err()).contains("the user may not read the database");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void the_environment_logs_in() throws Exception {
        serve(ScramBackend.Mechanism.SHA1, ScramBackend.Mechanism.SHA256);
        backend.add("admin", "other", WRONG, true);
        Map<String, String> environment =
                Map.of("PIXELANON_MONGODB_USER", "other", "PIXELANON_MONGODB_PASSWORD", WRONG);
        Object[] words = {"extract", "mongodb", "--uri", documents.uri()};

        Command command =
                Command.start(
                        List.of(), List.of("-XX:TieredStopAtLevel=1"), environment, folder, words);

        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out() + command.err()).doesNotContain(WRONG);
        assertThat(folder.resolve("extract_BIA_from_CT.csv")).exists();
    }
}
