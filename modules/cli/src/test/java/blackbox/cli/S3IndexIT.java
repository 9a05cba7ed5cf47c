package blackbox.cli;

import static blackbox.cli.S3Folder.at;
import static blackbox.cli.S3Folder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues of buckets, and manifests of jobs over them; the store is S3Proxy. */
class S3IndexIT {

    @TempDir static Path shared;

    private static S3Server server;

    @TempDir Path folder;

    private Path index;

    @BeforeAll
    static void start() throws Exception {
        new S3Folder(shared);
        server = S3Server.proxy(shared, "archive", "clean");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fill() throws IOException {
        index = folder.resolve("archive.index");
        server.put("archive", "ct/a.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.1"));
        server.put("archive", "ct/b 1.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.2"));
        server.put("archive", "ct/deep/ü.dcm", image("1.2.2", "1.2.2.1", "1.2.2.1.1"));
        server.put("archive", "ct/notes.txt", "plain words".getBytes("US-ASCII"));
    }

    private Command run(Object... words) {
        return at(server.port(), words);
    }

    private Command update(String url) {
        return run("index", "update", "-q", index, url);
    }

    private List<String> exported(Object... more) throws IOException {
        Path out = folder.resolve("exported.csv");
        Files.deleteIfExists(out);
        Command command =
                Command.run(
                        Stream.concat(
                                        Stream.of("index", "export", index, "-o", out),
                                        Stream.of(more))
                                .toArray());
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void objects_are_read_once_until_they_are_replaced_and_gone_ones_are_marked()
            throws IOException {
        Command first = update("s3://archive/ct/");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("4 files met, 4 read");
        assertThat(update("s3://archive/ct/").err()).contains("4 files met, 0 read");

        server.put("archive", "ct/a.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.9"));
        server.put("archive", "ct/new.dcm", image("1.2.3", "1.2.3.1", "1.2.3.1.1"));
        Files.delete(server.file("archive", "ct/b 1.dcm"));
        assertThat(update("s3://archive/ct/").err())
                .as("replaced within the second by as many bytes, and new")
                .contains("4 files met, 2 read");
        assertThat(exported())
                .hasSize(4)
                .anyMatch(row -> row.startsWith("s3://archive/ct/deep/ü.dcm,"))
                .anyMatch(row -> row.contains(",1.2.1.1.9,"))
                .noneMatch(row -> row.contains("b 1.dcm") || row.contains("notes.txt"));
        Files.delete(server.file("archive", "ct/new.dcm"));
    }

    @Test
    void the_index_of_a_bucket_is_an_input_and_its_copies_mirror_the_keys() throws IOException {
        update("s3://archive/ct/");
        Path out = folder.resolve("out");
        Command redact =
                run(
                        "redact",
                        index,
                        "--where",
                        "StudyInstanceUID=1.2.2",
                        "-q",
                        "--rect",
                        "0,0,4,4",
                        "-o",
                        out);
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(Command.files(out)).containsExactly(out.resolve("deep/ü.dcm"));

        Command local = run("index", "update", "-q", index, folder);
        assertThat(local.err()).as("what lies elsewhere stays").contains("met");
        assertThat(exported("--where", "StudyInstanceUID=1.2.2"))
                .as("the object and its copy")
                .hasSize(3);
    }

    @Test
    void a_place_that_cannot_be_listed_marks_nothing_as_gone() throws IOException {
        update("s3://archive/ct/");
        List<String> before = exported();
        Command wrong = update("s3://no-such-bucket/ct/");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("s3://no-such-bucket/");
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void a_job_over_a_bucket_goes_on_where_it_was_left() throws IOException {
        Path manifest = folder.resolve("job.manifest");
        Path out = folder.resolve("out");
        Path summary = folder.resolve("job.html");
        Object[] job = {
            "anonymise",
            "s3://archive/ct/",
            "-o",
            out,
            "--manifest",
            manifest,
            "--effort",
            "fast",
            "-q",
            "--summary",
            summary
        };
        Command first = run(job);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("3 files: 3 Clean");
        assertThat(Command.files(out))
                .containsExactlyInAnyOrder(
                        out.resolve("a.dcm"), out.resolve("b 1.dcm"), out.resolve("deep/ü.dcm"));
        assertThat(Files.readString(summary)).contains("Summary");

        long lines = Files.readAllLines(manifest).size();
        assertThat(run(job).code()).isZero();
        assertThat(Files.readAllLines(manifest)).as("nothing was left to do").hasSize((int) lines);

        server.put("archive", "ct/a.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.8"));
        Files.delete(out.resolve("a.dcm"));
        Command third = run(job);
        assertThat(third.code()).as(third.err()).isZero();
        assertThat(Files.readAllLines(manifest)).hasSize((int) lines + 1);
        assertThat(Files.readString(manifest)).contains("s3://archive/ct/a.dcm");
    }

    @Test
    void a_job_into_a_bucket_goes_on_where_it_was_left() throws IOException {
        Path manifest = folder.resolve("job.manifest");
        Object[] job = {
            "anonymise",
            "s3://archive/ct/",
            "-o",
            "s3://clean/job",
            "--manifest",
            manifest,
            "--effort",
            "fast",
            "-q"
        };
        Command first = run(job);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(server.keys("clean"))
                .containsExactly("job/a.dcm", "job/b 1.dcm", "job/deep/ü.dcm");
        List<String> lines = Files.readAllLines(manifest);
        assertThat(run(job).code()).isZero();
        assertThat(Files.readAllLines(manifest)).as("nothing was left to do").isEqualTo(lines);

        Files.delete(server.file("clean", "job/a.dcm"));
        Files.write(manifest, lines.subList(0, 3));
        Command third = run(job);
        assertThat(third.code()).as(third.err()).isZero();
        assertThat(third.err()).contains("3 files: 3 Clean");
        assertThat(server.keys("clean"))
                .containsExactly("job/a.dcm", "job/b 1.dcm", "job/deep/ü.dcm");
    }
}
