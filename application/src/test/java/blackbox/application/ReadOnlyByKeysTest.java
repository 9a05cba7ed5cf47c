package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

/** A database that cannot be written, and what cannot be opened: the banner and its buttons. */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class ReadOnlyByKeysTest {

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;
    private static Path home;
    private static Path data;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        home = temporary.resolve("home");
        data = Files.createDirectories(temporary.resolve("data"));
        Path file = DrawnFiles.in(temporary.resolve("first")).overlaid("a.dcm");
        InclusiveBox box = new InclusiveBox(10, 10, 90, 30, 0, -1);
        StoredRegion text = new StoredRegion(box, 1, "SMITH", 50, 1, "2026-01-01 00:00:00", "ada");
        try (RegionStore store = RegionStore.open(data, RegionStore.Mode.WRITE)) {
            store.append(
                    new AuditEntry(file + "", "", "Scanned", "1", "{}", "{}", "t"), List.of(text));
        }
        version(99);
        workbench =
                RunningWorkbench.start(
                        home,
                        "--db",
                        data.toString(),
                        "-i",
                        data.resolve(RegionStore.FILE_NAME).toString());
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    private static void version(int number) throws Exception {
        Path path = data.resolve(RegionStore.FILE_NAME);
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            raw.createStatement().execute("UPDATE pixelanon_schema SET version = " + number);
        }
    }

    @Test
    @Order(1)
    void the_database_is_looked_at_under_a_banner_and_edits_are_refused() throws Exception {
        workbench.await(
                "the file", s -> s.file().equals("a.dcm") && s.value("loaded").equals("true"));
        workbench.await(
                "a banner",
                s ->
                        s.value("notice").startsWith("Read-only")
                                && !s.value("component.banner-words").isEmpty());
        assertThat(workbench.state().value("notice")).contains(data.toString()).contains("newer");
        refused();
        assertThat(workbench.state().value("status")).contains("newer");
    }

    /** The only text is decided about, and stays as it is. */
    private static void refused() throws Exception {
        workbench.await("the file", s -> s.value("loaded").equals("true"));
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        hands.press(KeyEvent.VK_TAB);
        workbench.await("the text", s -> s.value("selected").endsWith("UNDECIDED"));
        hands.press(KeyEvent.VK_ENTER);
        workbench.await("a refusal", s -> s.value("status").startsWith("Nothing was changed: "));
        assertThat(workbench.state().value("selected")).endsWith("UNDECIDED");
    }

    @Test
    @Order(2)
    void a_press_on_try_again_opens_it_to_be_changed() throws Exception {
        version(1);
        hands.press(workbench, "banner-again");
        workbench.await(
                "no banner",
                s -> s.value("notice").isEmpty() && s.value("component.banner-words").isEmpty());
        workbench.await("the text", s -> s.value("item").endsWith("UNDECIDED"));
    }

    @Test
    @Order(3)
    void what_cannot_be_opened_stays_on_screen_until_it_can_be() throws Exception {
        Path later = temporary.resolve("later");
        workbench.pass("--open", later.toString());
        workbench.await(
                "a reason",
                s ->
                        s.value("notice").contains(later.toString())
                                && !s.value("component.banner-again").isEmpty());
        assertThat(workbench.state().file()).as("the list stays").isEqualTo("a.dcm");
        DrawnFiles.in(later).overlaid("b.dcm");
        hands.press(workbench, "banner-again");
        workbench.await("opened", s -> s.file().equals("b.dcm") && s.value("notice").isEmpty());
    }

    @Test
    @Order(4)
    @EnabledOnOs(OS.LINUX)
    void a_database_without_write_permission_is_looked_at_until_it_may_be_written()
            throws Exception {
        workbench.close();
        Path database = data.resolve(RegionStore.FILE_NAME);
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(database);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
        workbench =
                RunningWorkbench.startHeedingModes(
                        temporary.resolve("other"),
                        "--db",
                        data.toString(),
                        "-i",
                        database.toString());
        workbench.await(
                "a banner",
                s ->
                        s.value("notice").startsWith("Read-only")
                                && s.value("notice").contains(data.toString())
                                && !s.value("component.banner-words").isEmpty());
        refused();
        Files.setPosixFilePermissions(database, before);
        hands.press(workbench, "banner-again");
        workbench.await(
                "no banner",
                s ->
                        s.value("notice").isEmpty()
                                && s.value("component.banner-words").isEmpty()
                                && s.value("item").endsWith("UNDECIDED"));
        workbench.still("plane-canvas");
        hands.rightClick(workbench.state().pixel(20, 20));
        workbench.await("a decision", s -> s.value("item").endsWith("REDACT"));
        workbench.saved();
    }
}
