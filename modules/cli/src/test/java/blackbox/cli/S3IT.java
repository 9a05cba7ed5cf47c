package blackbox.cli;

import static blackbox.cli.S3Folder.at;
import static blackbox.cli.S3Folder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.store.RegionStore;

/** Objects of a bucket are read and written like files; the store is S3Proxy. */
class S3IT {

    @TempDir static Path shared;

    private static S3Server server;
    private static S3Folder files;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        files = new S3Folder(shared);
        server = S3Server.proxy(shared, "scans", "clean");
        put("in/a.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.1"));
        put("in/b.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.2"));
        put("in/deep/er/c.dcm", image("1.2.1", "1.2.1.2", "1.2.1.2.1"));
        put("in/deep/d.dcm", image("1.2.2", "1.2.2.1", "1.2.2.1.1"));
        put("in/notes.txt", "plain".getBytes("US-ASCII"));
        put("in2/e.dcm", image("1.2.3", "1.2.3.1", "1.2.3.1.1"));
    }

    private static void put(String key, byte[] bytes) throws IOException {
        server.put("scans", key, bytes);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Command run(Object... words) {
        return at(server.port(), words);
    }

    private List<String> copies(String below) throws IOException {
        return server.keys("clean").stream()
                .filter(key -> key.startsWith(below))
                .map(key -> key.substring(below.length()))
                .toList();
    }

    @Test
    void objects_become_proven_objects_and_everything_names_their_urls() throws Exception {
        Path list = folder.resolve("rects.csv");
        Path report = folder.resolve("report.json");
        Command redact =
                run(
                        "redact",
                        "s3://scans/in/",
                        "-o",
                        "s3://clean/one",
                        "-q",
                        "--rect",
                        "0,0,4,4",
                        "--write-csv",
                        list,
                        "--report",
                        report);
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(copies("one/")).containsExactly("a.dcm", "b.dcm", "deep/d.dcm", "deep/er/c.dcm");
        try (DicomFile copy = DicomFile.open(server.file("clean", "one/deep/d.dcm"))) {
            assertThat(copy.frame(0).sample(4, 4, 0)).isZero();
            assertThat(copy.frame(0).sample(5, 5, 0)).isEqualTo(40);
        }
        assertThat(Files.readString(list)).contains("s3://scans/in/deep/er/c.dcm,0,0,4,4");
        assertThat(Files.readString(report))
                .contains("\"input\" : \"s3://scans/in/a.dcm\"")
                .contains("\"output\" : \"s3://clean/one/a.dcm\"")
                .doesNotContain("staging");
        Command verify = run("verify", "s3://scans/in", "s3://clean/one/", "-q", "--csv", list);
        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("4 files: 4 redacted as listed");
        Path local = folder.resolve("out");
        assertThat(run("redact", "--csv", list, "-o", local, "-q").code()).isZero();
        assertThat(Files.mismatch(local.resolve("in/a.dcm"), server.file("clean", "one/a.dcm")))
                .isEqualTo(-1);
    }

    @Test
    void rows_of_the_database_name_urls_and_are_found_by_them() throws Exception {
        Path db = folder.resolve("db");
        Object[] words = {"anonymise", "s3://scans/in/a.dcm", "-q", "--db", db};
        Command first = run(with(words, "-o", "s3://clean/db/"));
        assertThat(first.code()).as(first.err()).isZero();
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.READ)) {
            assertThat(store.knows("s3://scans/in/a.dcm")).isTrue();
        }
        Command redact =
                run(
                        "redact",
                        "s3://scans/in/a.dcm",
                        "-q",
                        "--db",
                        db,
                        "-o",
                        folder.resolve("x.dcm"));
        assertThat(redact.code()).as(redact.err()).isZero();
    }

    private static Object[] with(Object[] words, Object... more) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void no_object_is_replaced_without_leave() throws Exception {
        Object[] words = {"redact", "s3://scans/in/a.dcm", "-q", "-o", "s3://clean/kept/"};
        assertThat(run(with(words, "--rect", "0,0,4,4")).code()).isZero();
        byte[] before = Files.readAllBytes(server.file("clean", "kept/a.dcm"));
        Command again = run(with(words, "--rect", "0,0,9,9"));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.complaints())
                .containsExactly(
                        "Failed: s3://scans/in/a.dcm: output exists (--overwrite or --resume)");
        assertThat(server.file("clean", "kept/a.dcm")).hasBinaryContent(before);
        assertThat(run(with(words, "--rect", "0,0,4,4", "--resume")).code()).isZero();
        assertThat(server.file("clean", "kept/a.dcm")).hasBinaryContent(before);
        assertThat(run(with(words, "--rect", "0,0,9,9", "--resume")).code()).isZero();
        try (DicomFile copy = DicomFile.open(server.file("clean", "kept/a.dcm"))) {
            assertThat(copy.frame(0).sample(9, 9, 0)).isZero();
        }
        assertThat(run(with(words, "--rect", "0,0,2,2", "--overwrite")).code()).isZero();
        try (DicomFile copy = DicomFile.open(server.file("clean", "kept/a.dcm"))) {
            assertThat(copy.frame(0).sample(9, 9, 0)).isEqualTo(72);
        }
        Command inPlace =
                run("redact", "s3://scans/in/a.dcm", "-q", "--in-place", "--rect", "0,0,1,1");
        assertThat(inPlace.complaints().get(0)).contains("objects are not redacted in place");
    }

    private List<String> selected(Object... words) throws IOException {
        Path file = folder.resolve("selected.csv");
        Object[] list = {"sources", "list", "s3://scans/in/", "-q", "--overwrite", "-o", file};
        Command command = run(with(list, words));
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.substring("s3://scans/in/".length(), line.indexOf(',')))
                .toList();
    }

    @Test
    void studies_series_lists_one_of_each_series_and_some_at_random_are_selected()
            throws Exception {
        assertThat(selected())
                .containsExactly("a.dcm", "b.dcm", "deep/d.dcm", "deep/er/c.dcm", "notes.txt");
        assertThat(selected("--select", "study:1.2.1"))
                .containsExactly("a.dcm", "b.dcm", "deep/er/c.dcm");
        assertThat(selected("--select", "series:1.2.1.1")).containsExactly("a.dcm", "b.dcm");
        assertThat(selected("--select", "overview"))
                .containsExactly("a.dcm", "deep/d.dcm", "deep/er/c.dcm");
        List<String> some = selected("--select", "random:3:7");
        assertThat(some).hasSize(3).doesNotHaveDuplicates();
        assertThat(selected("--select", "random:3:7")).isEqualTo(some);
        assertThat(selected("--select", "study:1.2.1", "--select", "random:2")).hasSize(2);
        Path list =
                Files.writeString(
                        folder.resolve("uids.csv"),
                        "StudyInstanceUID,SeriesInstanceUID,SOPInstanceUID,key\n"
                                + "1.2.2,,,\n1.2.1,1.2.1.1,1.2.1.1.2,\n,,,in/deep/er/c.dcm\n");
        assertThat(selected("--select", "list:" + list))
                .containsExactly("b.dcm", "deep/d.dcm", "deep/er/c.dcm");
        Path text = Files.writeString(folder.resolve("uids.txt"), "1.2.2.1\na.dcm\n1.2.9\n");
        Path out = folder.resolve("tags.txt");
        Command vain = run("tags", "s3://scans/in/", "-q", "--select", "list:" + text, "-o", out);
        assertThat(Files.readAllLines(out).stream().filter(l -> l.startsWith("# "))).hasSize(2);
        assertThat(vain.complaints()).hasSize(1).first().asString().contains("line 3", "1.2.9");
        assertThat(vain.code()).isEqualTo(1);
        Command none = run("tags", "s3://scans/in/", "-q", "--select", "study:1.2.9");
        assertThat(none.complaints())
                .containsExactly("pixelanon: --select selects none of 5 files");
        Command wrong = run("tags", "s3://scans/in/", "-q", "--select", "some:5");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("some:5 is not one of overview");
    }

    @Test
    void the_list_of_objects_is_an_input_of_every_command() throws Exception {
        Path list = folder.resolve("list.csv");
        assertThat(run("sources", "list", "s3://scans/in/deep/", "-q", "-o", list).code()).isZero();
        Path out = folder.resolve("tags.txt");
        Command tags = run("tags", list, "-q", "-o", out);
        assertThat(tags.code()).as(tags.err()).isZero();
        assertThat(Files.readAllLines(out).stream().filter(l -> l.startsWith("# ")))
                .containsExactly("# s3://scans/in/deep/d.dcm", "# s3://scans/in/deep/er/c.dcm");
        Path planes = folder.resolve("planes.csv");
        assertThat(run("frames", list, "--identify", "-q", "-o", planes).code()).isZero();
        assertThat(Files.readString(planes)).contains("s3://scans/in/deep/d.dcm,0,-1");
        Path ocr = folder.resolve("ocr.csv");
        assertThat(run("ocr", list, "-q", "--write-csv", ocr).code()).isZero();
        assertThat(Files.readString(ocr)).contains("s3://scans/in/deep/er/c.dcm");
        assertThat(run("frames", list, "-x", folder.resolve("png"), "-f", "png", "-q").code())
                .isZero();
        assertThat(folder.resolve("png/in/deep/d.dcm_frame00.png")).exists();
    }

    /** Two looks at the object and its first block. */
    @Test
    void a_header_costs_a_header() throws Exception {
        put("large/l.dcm", image(3000, "1.2.5", "1.2.5.1", "1.2.5.1.1"));
        try (FaultProxy proxy = new FaultProxy(server.port())) {
            Path list = folder.resolve("large.csv");
            Object[] words = {"sources", "list", "s3://scans/large/", "-q", "-o", list};
            Command command = at(proxy.port(), with(words, "--select", "overview"));
            assertThat(command.code()).as(command.err()).isZero();
            assertThat(Files.readString(list)).contains("l.dcm,");
            assertThat(Files.size(server.file("scans", "large/l.dcm"))).isGreaterThan(9_000_000);
            assertThat(proxy.bytes()).isLessThan(200_000);
        }
    }

    @Test
    void wrong_urls_say_what_is_wrong() {
        said("s3://user:hunter2@scans/in/", "contains a user or secret before @");
        said("s3:///in/", "names no host or bucket");
        said("ftp://scans/in/", "ftp:// is not supported; supported are ");
        said("s3://127.0.0.1:9000/in/", "has a host and port instead of a bucket");
        said("s3://x/in", "has no bucket");
        said("s3://nowhere/in/", "no such bucket (404 NoSuchBucket)");
        said("s3://scans/i", "no such object, and none below it");
        said("s3://scans/in/absent.dcm", "no such object, and none below it");
        Command db = run("redact", "s3://scans/in/", "-o", folder, "-q", "--db", "s3://scans/db");
        assertThat(db.complaints().get(0)).contains("--db: is a URL");
        Command csv = Command.run("csv", "summary", "s3://scans/in/notes.txt");
        assertThat(csv.code()).isEqualTo(2);
        assertThat(csv.err()).contains("is a URL, and only files are allowed here");
    }

    private void said(String url, String what) {
        Command tags = run("tags", url, "-q");
        assertThat(tags.code()).as(url).isEqualTo(1);
        assertThat(tags.complaints()).as(url).hasSize(1);
        assertThat(tags.complaints().get(0)).as(url).contains(what).doesNotContain("hunter2");
    }

    @Test
    void http_is_spoken_only_when_asked_for() {
        Command http =
                Command.run(
                        "tags",
                        "s3://scans/in/",
                        "-q",
                        "--source-option",
                        "endpoint=http://127.0.0.1:" + server.port());
        assertThat(http.complaints().get(0)).contains("set allow-http=true");
    }
}
