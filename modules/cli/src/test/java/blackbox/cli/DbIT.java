package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

/** Showing and keeping the shared database. */
class DbIT {

    private static final InclusiveBox NOWHERE = new InclusiveBox(-1, -1, -1, -1, -1, -1);

    @TempDir Path folder;

    private Path db;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static StoredRegion region(InclusiveBox box, String text, int sensitive, String when) {
        return new StoredRegion(box, 1, text, 50, sensitive, when, "somebody");
    }

    @BeforeEach
    void fill() throws Exception {
        db = in("db");
        StoredRegion late =
                region(new InclusiveBox(5, 7, 9, 8, 0, -1), "\"A\", b", 1, "2026-11-23 12:11:34");
        StoredRegion early =
                region(new InclusiveBox(1, 2, 3, 4, 2, 1), "é", 0, "2026-11-22 12:11:34");
        StoredRegion summary = region(NOWHERE, "all", 1, "2026-11-21 12:11:34");
        FileMark mark =
                new FileMark(
                        true,
                        "why?",
                        "CR",
                        "[\"ORIGINAL\", \"PRIMARY\"]",
                        "Model",
                        "NoBIA",
                        10,
                        20,
                        "2026-11-23 00:00:00",
                        "me");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.add(Map.of("/a.dcm", List.of(late, early, summary)), Map.of("/a.dcm", mark));
        }
    }

    private List<String> out(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of("db"));
        all.addAll(List.of(words));
        Path out = in("out.txt");
        all.addAll(List.of("-o", out, "--overwrite"));
        Command command = run(all.toArray());
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readAllLines(out);
    }

    private void sql(String statement) throws Exception {
        Path file = RegionStore.fileOf(db);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = connection.createStatement()) {
            s.executeUpdate(statement);
        }
    }

    @Test
    void rows_are_listed_as_csv_and_json_with_the_columns_asked_for() throws Exception {
        assertThat(out("rects", db))
                .containsExactly(
                        "id,filename,top,bottom,left,right,frame,overlay,ocrengine,ocrtext,nerengine,nerpii,last_modified,last_modified_by",
                        "1,/a.dcm,7,8,5,9,0,-1,1,\"\"\"A\"\", b\",50,1,2026-11-23 12:11:34,somebody",
                        "2,/a.dcm,2,4,1,3,2,1,1,é,50,0,2026-11-22 12:11:34,somebody",
                        "3,/a.dcm,-1,-1,-1,-1,-1,-1,1,all,50,1,2026-11-21 12:11:34,somebody");
        assertThat(out("rects", db, "--only", "summaries", "--columns", "id,TOP", "--json"))
                .containsExactly("[", "{\"id\":3,\"top\":-1}", "]");
        assertThat(out("rects", db, "--only", "rectangles", "--columns", "id"))
                .containsExactly("id", "1", "2");
        assertThat(out("text", db)).containsExactly("ocrtext", "\"\"\"A\"\", b\"", "é");
        assertThat(out("tags", db, "--columns", "mark,comment,rows"))
                .containsExactly("mark,comment,Rows", "T,why?,10");
        Command wrong = run("db", "tags", db, "--columns", "no");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'no' is not one of id, filename, mark");
        assertThat(run("db", "rects", in("none")).complaints())
                .containsExactly(
                        "pixelanon: " + in("none/dcmaudit.sqlite.db") + ": no such database");
    }

    @Test
    void the_dump_is_that_of_the_python_tool() throws Exception {
        assertThat(out("dump", db))
                .containsExactly(
                        "{\"rects\":[",
                        "{\"id\":3,\"filename\":\"/a.dcm\",\"top\":-1,\"bottom\":-1,\"left\":-1,\"right\":-1,\"frame\":-1,\"overlay\":-1,"
                                + "\"ocrengine\":1,\"ocrtext\":\"all\",\"nerengine\":50,\"nerpii\":1,\"last_modified\":\"2026-11-21 12:11:34\","
                                + "\"last_modified_by\":\"somebody\"}",
                        ",{\"id\":2,\"filename\":\"/a.dcm\",\"top\":2,\"bottom\":4,\"left\":1,\"right\":3,\"frame\":2,\"overlay\":1,"
                                + "\"ocrengine\":1,\"ocrtext\":\"é\",\"nerengine\":50,\"nerpii\":0,\"last_modified\":\"2026-11-22 12:11:34\","
                                + "\"last_modified_by\":\"somebody\"}",
                        ",{\"id\":1,\"filename\":\"/a.dcm\",\"top\":7,\"bottom\":8,\"left\":5,\"right\":9,\"frame\":0,\"overlay\":-1,"
                                + "\"ocrengine\":1,\"ocrtext\":\"\\\"A\\\", b\",\"nerengine\":50,\"nerpii\":1,\"last_modified\":\"2026-11-23 12:11:34\","
                                + "\"last_modified_by\":\"somebody\"}",
                        "],\"tags\":[",
                        "{\"id\":1,\"filename\":\"/a.dcm\",\"mark\":true,\"comment\":\"why?\",\"Modality\":\"CR\",\"ImageType\":[\"ORIGINAL\",\"PRIMARY\"],"
                                + "\"ManufacturerModelName\":\"Model\",\"BurnedInAnnotation\":\"NoBIA\",\"Rows\":10,\"Columns\":20,"
                                + "\"last_modified\":\"2026-11-23 00:00:00\",\"last_modified_by\":\"me\"}",
                        "]",
                        "}");
        sql("UPDATE DicomTags SET imagetype = '[''ORIGINAL'', ''PRIMARY'']', mark = NULL");
        assertThat(out("dump", db).get(5))
                .contains("\"mark\":null", "\"ImageType\":[\"ORIGINAL\",\"PRIMARY\"]");
        sql("UPDATE DicomTags SET imagetype = 'no list'");
        assertThat(out("dump", db).get(5)).contains("\"ImageType\":\"no list\"");
    }

    @Test
    void a_dump_imported_elsewhere_dumps_the_same() throws Exception {
        List<String> dumped = out("dump", db);
        Path dump = Files.move(in("out.txt"), in("dump.json"));
        Command command = run("db", "import", in("other"), dump);
        assertThat(command.err())
                .isEqualTo(
                        dump + ": 4 rows added, 0 changed, 0 older than existing rows, 0 known\n");
        // numbers of rows follow the order of the dump
        String ids = "\"id\":\\d+";
        assertThat(out("dump", in("other")).stream().map(l -> l.replaceFirst(ids, "")))
                .isEqualTo(dumped.stream().map(l -> l.replaceFirst(ids, "")).toList());
        assertThat(run("db", "merge", db, in("other")).err())
                .endsWith(": 0 rows added, 0 changed, 0 older than existing rows, 4 known\n");
    }

    @Test
    void exported_lists_are_what_other_commands_read() throws Exception {
        assertThat(out("export", db))
                .containsExactly(
                        "filename,frame,overlay,imagetype,manufacturer,burnedinannotation,ocr_engine,left,top,right,bottom,ocr_text,ner_engine,is_sensitive",
                        "/a.dcm,0,-1,\"[\"\"ORIGINAL\"\", \"\"PRIMARY\"\"]\",Model,NoBIA,tesseract,5,7,9,8,\"\"\"A\"\", b\",allowlist,1",
                        "/a.dcm,2,1,\"[\"\"ORIGINAL\"\", \"\"PRIMARY\"\"]\",Model,NoBIA,tesseract,1,2,3,4,é,allowlist,0",
                        "/a.dcm,-1,-1,\"[\"\"ORIGINAL\"\", \"\"PRIMARY\"\"]\",Model,NoBIA,tesseract,-1,-1,-1,-1,all,allowlist,1");
        Path csv = Files.move(in("out.txt"), in("ocr.csv"));
        assertThat(run("db", "import", in("other"), csv).code()).isZero();
        String columns =
                "filename,left,top,right,bottom,frame,overlay,ocrengine,ocrtext,nerengine,nerpii";
        assertThat(out("rects", in("other"), "--columns", columns))
                .isEqualTo(out("rects", db, "--columns", columns, "--only", "rectangles"));
        assertThat(out("export", db, "--redaction-list"))
                .containsExactly(
                        "filename,left,top,right,bottom,frame,overlay", "/a.dcm,5,7,9,8,0,-1");
        Path list = Files.move(in("out.txt"), in("list.csv"));
        assertThat(run("db", "import", in("third"), list).code()).isZero();
        assertThat(out("rects", in("third"), "--columns", "left,right,ocrengine,nerpii"))
                .containsExactly("left,right,ocrengine,nerpii", "5,9,-1,-1");
    }

    @Test
    void of_a_broken_file_nothing_is_imported() throws Exception {
        Path good =
                Files.writeString(
                        in("good.csv"), "filename,left,top,right,bottom\n/b.dcm,1,1,2,2\n");
        Path bad =
                Files.writeString(
                        in("bad.csv"),
                        "filename,left,top,right,bottom\n/b.dcm,1,1,2,2\n/c.dcm,9,1,2,2\n");
        Path json =
                Files.writeString(
                        in("bad.json"),
                        "{\"rects\":[\n{\"filename\":\"/c.dcm\",\"left\":\"x\"}\n]}");
        Path cut = Files.writeString(in("cut.json"), "{\"rects\":[\n{\"filename\":\"/c.dcm\",");
        Path nobody = Files.writeString(in("nobody.json"), "{\"tags\":[\n{\"mark\":true}]}");
        assertThat(run("db", "import", in("new"), good, bad).complaints())
                .containsExactly("pixelanon: " + bad + ": line 3: inverted rectangle 9,1,2,2");
        assertThat(run("db", "import", in("new"), good, json).complaints())
                .containsExactly("pixelanon: " + json + ": line 2: 'left' is not a number");
        assertThat(run("db", "import", in("new"), good, cut).complaints())
                .containsExactly("pixelanon: " + cut + ": line 2: is not JSON");
        assertThat(run("db", "import", in("new"), good, nobody).complaints())
                .containsExactly("pixelanon: " + nobody + ": line 2: a row names no file");
        assertThat(in("new")).doesNotExist();
    }

    @Test
    void check_names_each_row_that_cannot_be_right() throws Exception {
        Command sound = run("db", "check", db);
        assertThat(sound.out()).isEqualTo(RegionStore.fileOf(db) + ": sound\n");
        assertThat(sound.code()).isZero();
        assertThat(run("db", "check", db, "--files").out())
                .contains("DicomRects 1: its file is missing");
        sql(
                "INSERT INTO DicomRects(filename,top,bottom,\"left\",\"right\",frame,overlay,ocrengine,nerengine,nerpii) VALUES"
                        + " ('/x',1,2,9,3,0,-1,1,50,1),('',1,2,3,4,0,-1,1,50,1),('/x',1,2,3,4,-7,-1,1,50,1),"
                        + "('/x',1,2,3,4,0,-1,9,50,1),('/x',1,2,3,4,0,-1,1,55,1),('/x',1,2,3,4,0,-1,1,50,8),"
                        + "('/x',1,2,3,'w',0,-1,1,50,1),('/x',1,2,3,4,0,-1,1,50,0),('/x',1,2,3,4,0,-1,1,50,0)");
        sql("INSERT INTO DicomTags(filename,mark) VALUES ('/x','X')");
        Command command = run("db", "check", db);
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.out().lines())
                .containsExactly(
                        "DicomRects 4: inverted rectangle 9,1,3,2",
                        "DicomRects 5: names no file",
                        "DicomRects 6: frame -7, overlay -1",
                        "DicomRects 7: unknown recogniser 9",
                        "DicomRects 8: unknown judge 55",
                        "DicomRects 9: nerpii 8 is not one of -1, 0, 1",
                        "DicomRects 10: 'right' is not a number",
                        "DicomRects 12: occurs twice",
                        "DicomTags 2: mark is neither T nor F",
                        RegionStore.fileOf(db) + ": 9 problems");
    }

    @Test
    void sqlite_lists_the_same_rows() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "no sqlite3 here");
        for (String query : List.of("rects", "tags")) {
            String table = query.equals("rects") ? "DicomRects" : "DicomTags";
            Process sqlite =
                    new ProcessBuilder(
                                    "/usr/bin/sqlite3",
                                    "-csv",
                                    RegionStore.fileOf(db).toString(),
                                    "select * from " + table)
                            .start();
            String said =
                    new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> ours = out(query, db);
            assertThat(said.lines().map(DbIT::unquoted))
                    .isEqualTo(ours.subList(1, ours.size()).stream().map(DbIT::unquoted).toList());
        }
    }

    /** sqlite3 quotes more than it must. */
    private static String unquoted(String line) {
        return line.replace("\"", "");
    }
}
