package blackbox.store;

import static blackbox.store.RegionStoreTest.SEED_SCHEMA;
import static blackbox.store.RegionStoreTest.count;
import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RegionStore.Mode;
import org.pixelanon.store.StoredRow;

/** Python's sqlite3, on which the Python tool stands, and the program sqlite3 on the same file. */
@Tag("sqlite")
class PythonSideTest {

    /**
     * What the Python tool does for each rectangle: an INSERT of its own, tried again if locked.
     */
    private static final String WRITER =
            """
            import sqlite3, sys, time
            db = sqlite3.connect(sys.argv[1], timeout=5)
            for i in range(int(sys.argv[3])):
                for attempt in range(99):
                    try:
                        db.execute('INSERT INTO "DicomRects"("filename","top","bottom","left","right","frame","overlay",'
                                   '"ocrengine","ocrtext","nerengine","nerpii","last_modified","last_modified_by") '
                                   'VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)',
                                   (sys.argv[2], i, i + 4, 1, 9, 0, -1, 1, 'T', 0, 1, '2026-11-23 12:11:34', 'root'))
                        db.commit()
                        break
                    except sqlite3.OperationalError as e:
                        if 'locked' not in str(e):
                            raise
                        time.sleep(0.1)
                else:
                    raise SystemExit('always locked')
            """;

    @TempDir Path folder;

    @Test
    void python_writes_into_our_database_while_we_write() throws Exception {
        RegionStore.open(folder, Mode.WRITE).close();
        together();
    }

    @Test
    void python_writes_into_its_own_database_while_we_write() throws Exception {
        RegionStoreTest.sql(folder.resolve(RegionStore.FILE_NAME), SEED_SCHEMA);
        together();
        assertThat(said("sqlite3", database(), "PRAGMA journal_mode")).isEqualTo("delete");
    }

    private void together() throws Exception {
        Path script = Files.writeString(folder.resolve("writer.py"), WRITER);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(start("python3", script.toString(), database(), "/python" + i, "50"));
            processes.add(
                    start(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoreWriter.class.getName(),
                            folder.toString(),
                            "/java" + i,
                            "20"));
        }
        for (Process process : processes) {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        Path file = folder.resolve(RegionStore.FILE_NAME);
        assertThat(count(file, "SELECT count(*) FROM DicomRects")).isEqualTo(2 * 50 + 2 * 20 * 5);
        assertThat(said("sqlite3", database(), "PRAGMA integrity_check")).isEqualTo("ok");
        try (RegionStore store = RegionStore.open(folder, Mode.READ)) {
            assertThat(store.rows("/python0"))
                    .hasSize(50)
                    .allMatch(r -> r.author() == StoredRow.Author.UNPROVEN);
        }
    }

    @Test
    void our_tables_have_the_columns_the_python_tool_makes() throws Exception {
        Path theirs = folder.resolve("theirs.db");
        RegionStoreTest.sql(theirs, SEED_SCHEMA);
        RegionStore.open(folder, Mode.WRITE).close();
        for (String table : List.of("DicomRects", "DicomTags")) {
            String columns =
                    "SELECT lower(name), type, \"notnull\", dflt_value, pk FROM pragma_table_info('"
                            + table
                            + "') ORDER BY cid";
            assertThat(said("sqlite3", database(), columns))
                    .isEqualTo(said("sqlite3", theirs.toString(), columns));
        }
        assertThat(said("sqlite3", database(), "PRAGMA user_version")).isEqualTo("0");
    }

    @Test
    void rows_we_write_are_listed_by_sqlite3() throws Exception {
        try (RegionStore store = RegionStore.open(folder, Mode.WRITE)) {
            store.append(entry("/x/cr512.dcm"), List.of(row(1)));
            assertThat(said("sqlite3", database(), "SELECT * FROM DicomRects"))
                    .isEqualTo("1|/x/cr512.dcm|1|5|1|10|0|-1|1|TEXT 1|50|1|2026-01-02 03:04:05|me");
        }
    }

    @Test
    void a_database_made_here_opens_in_the_python_tool_and_both_read_what_the_other_wrote()
            throws Exception {
        try (RegionStore store = RegionStore.open(folder, Mode.WRITE)) {
            store.append(entry("/ours.dcm"), List.of(row(1)));
        }
        assertThat(pythonTool())
                .contains(
                        "/ours.dcm|1|5|1|10|TEXT 1|2026-01-02 03:04:05",
                        "/theirs.dcm|3|7|1|9|T|2026-01-02 03:04:05",
                        "/theirs.dcm|F|CR|2026-01-02 03:04:05");
        try (RegionStore store = RegionStore.open(folder, Mode.WRITE)) {
            assertThat(store.rows("/theirs.dcm")).hasSize(1);
            assertThat(store.mark("/theirs.dcm").orElseThrow().tagged()).isFalse();
            store.append(entry("/more.dcm"), List.of(row(2)));
        }
        assertThat(said("sqlite3", database(), "PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void a_database_without_the_notes_of_the_python_tool_gets_them_when_it_is_written()
            throws Exception {
        RegionStoreTest.sql(folder.resolve(RegionStore.FILE_NAME), SEED_SCHEMA);
        RegionStore.open(folder, Mode.READ).close();
        assertThat(notes()).as("a reader writes nothing").isEmpty();
        RegionStore.open(folder, Mode.EXTEND).close();
        assertThat(notes())
                .hasSize(2)
                .allSatisfy(
                        note ->
                                assertThat(Files.getPosixFilePermissions(note))
                                        .isEqualTo(
                                                Files.getPosixFilePermissions(
                                                        Path.of(database()))));
        assertThat(pythonTool()).contains("/theirs.dcm|3|7|1|9|T|2026-01-02 03:04:05");
    }

    @Test
    void a_note_of_the_python_tool_is_left_alone_and_a_link_in_its_place_is_not_followed()
            throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "other");
        Path rects = folder.resolve("952e4562cd3ebdf5205ee934be4b20f9_DicomRects.table");
        Path tags = folder.resolve("952e4562cd3ebdf5205ee934be4b20f9_DicomTags.table");
        Files.writeString(rects, "theirs");
        Files.createSymbolicLink(tags, other);
        RegionStore.open(folder, Mode.WRITE).close();
        assertThat(rects).hasContent("theirs");
        assertThat(other).hasContent("other");
    }

    @Test
    void tables_with_other_columns_and_databases_of_other_names_get_no_notes() throws Exception {
        RegionStoreTest.sql(
                folder.resolve(RegionStore.FILE_NAME),
                SEED_SCHEMA.replace(", nerpii INTEGER", ", nerpii INTEGER, more INTEGER"));
        RegionStore.open(folder, Mode.WRITE).close();
        assertThat(notes()).singleElement().asString().endsWith("_DicomTags.table");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        RegionStore.open(elsewhere.resolve("mine.db"), Mode.WRITE).close();
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".table"));
        }
    }

    /** What docs/scripts/python_side.py lists after it has added rows of its own. */
    private List<String> pythonTool() throws Exception {
        Path script = Path.of(System.getProperty("pixelanon.root"), "docs/scripts/python_side.py");
        String said = said("python3", script.toString(), folder.toString(), "/theirs.dcm");
        assertThat(said).containsPattern("opened by (pydal|the format)$");
        return said.lines().toList();
    }

    private List<Path> notes() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".table")).toList();
        }
    }

    private String database() {
        return folder.resolve(RegionStore.FILE_NAME).toString();
    }

    private static Process start(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String said(String... command) throws Exception {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Arrays.toString(command) + said).isZero();
        return said.strip();
    }
}
