package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that go on where they were left (docs/decisions/0025). */
class ManifestIT {

    private static final Map<String, String> FATES =
            Map.of(
                    "a/clean.dcm", "Clean",
                    "a/redacted.dcm", "Redacted",
                    "b/doubtful.dcm", "NeedsReview",
                    "b/broken.dcm", "Failed",
                    "b/notes.txt", "PassedOver");

    @TempDir Path folder;
    private JobFolder job;

    @BeforeEach
    void draw() throws IOException {
        job = new JobFolder(folder);
        job.mixed();
    }

    @Test
    void each_file_ends_once_and_is_not_worked_on_again() throws IOException {
        Command first = job.run("--report", folder.resolve("first.json"));
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        assertThat(first.err())
                .contains("4 files: 1 Clean, 1 Redacted, 1 NeedsReview, 1 Failed; 1 file skipped");
        assertThat(job.ends()).isEqualTo(FATES);
        assertThat(job.lines()).hasSize(1 + FATES.size());
        assertThat(Command.files(job.out)).hasSize(2);

        Command second = job.run("--retry", "none", "--report", folder.resolve("second.json"));
        assertThat(second.code()).isEqualTo(1);
        assertThat(job.lines()).as("nothing was done").hasSize(1 + FATES.size());
        assertThat(second.err()).contains("1 Clean, 1 Redacted, 1 NeedsReview, 1 Failed");
        assertThat(folder.resolve("second.json"))
                .hasSameTextualContentAs(folder.resolve("first.json"));
        assertThat(Files.readString(folder.resolve("second.json")))
                .contains("\"regions\" : ", "\"exitCode\" : 1", "b/notes.txt", "outputSha256");
        assertThat(Files.exists(folder.resolve("job.manifest-work"))).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(job.manifest)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_failed_is_tried_again_and_what_needs_review_if_that_is_said() throws IOException {
        job.run();
        job.clean("b/broken.dcm", 61);
        assertThat(job.run("--retry", "none").code()).isEqualTo(3);
        assertThat(job.lines()).as("the input was changed").hasSize(2 + FATES.size());
        assertThat(job.ends()).containsEntry("b/broken.dcm", "Clean");
        job.run();
        assertThat(job.lines()).hasSize(2 + FATES.size());
        job.run("--retry", "all");
        assertThat(job.lines()).hasSize(3 + FATES.size());
    }

    @Test
    void a_copy_that_is_gone_or_was_changed_is_made_again_and_one_that_was_touched_is_not()
            throws IOException {
        job.run();
        Path clean = job.out.resolve("a/clean.dcm");
        Path redacted = job.out.resolve("a/redacted.dcm");
        byte[] bytes = Files.readAllBytes(redacted);
        Files.setLastModifiedTime(clean, FileTime.from(Instant.now().minusSeconds(900)));
        job.run("--retry", "none");
        assertThat(job.lines()).hasSize(1 + FATES.size());

        Files.delete(clean);
        byte[] changed = bytes.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(redacted, changed);
        job.run("--retry", "none");
        assertThat(job.lines()).hasSize(3 + FATES.size());
        assertThat(clean).exists();
        assertThat(redacted).hasBinaryContent(bytes);
    }

    @Test
    void a_copy_that_was_published_and_not_written_down_is_kept() throws IOException {
        job.run();
        Path redacted = job.out.resolve("a/redacted.dcm");
        Object before = Files.readAttributes(redacted, "unix:ino,lastModifiedTime");
        List<String> lines = job.lines();
        lines.removeIf(line -> line.contains("redacted.dcm"));
        Files.write(job.manifest, lines);
        Path report = folder.resolve("report.json");
        job.run("--retry", "none", "--report", report);
        assertThat(job.ends()).isEqualTo(FATES);
        assertThat(Files.readAttributes(redacted, "unix:ino,lastModifiedTime"))
                .as("neither made again nor doubled")
                .isEqualTo(before);
        assertThat(Files.readString(report)).contains("kept from an earlier run, verified again");
    }

    @Test
    void lines_that_were_torn_or_damaged_are_passed_over() throws IOException {
        job.run();
        String whole = Files.readString(job.manifest);
        Files.writeString(job.manifest, whole.substring(0, whole.length() - 20));
        assertThat(job.run("--retry", "none").err()).doesNotContain("damaged");
        assertThat(job.ends()).isEqualTo(FATES);
        assertThat(job.lines()).hasSize(1 + FATES.size());

        String spoilt = Files.readString(job.manifest).replaceFirst("clean.dcm", "clear.dcm");
        Files.writeString(job.manifest, spoilt);
        Command run = job.run("--retry", "none");
        assertThat(run.err()).contains("1 damaged lines of the manifest were skipped");
        assertThat(run.err()).contains("4 files: 1 Clean, 1 Redacted, 1 NeedsReview, 1 Failed");
        assertThat(Files.exists(job.out.resolve("a/clear.dcm"))).isFalse();
    }

    @Test
    void a_manifest_is_of_one_job() throws IOException {
        job.run();
        String before = Files.readString(job.manifest);
        Map<String, List<Object>> others = new HashMap<>();
        others.put("other settings (--on-doubt)", List.of("--on-doubt", "withhold"));
        others.put("other settings (--uid)", List.of("--uid", "hash"));
        others.put("of shard 1/1, not of 1/2", List.of("--shard", "1/2"));
        others.forEach(
                (words, options) -> {
                    Command run = job.run(options.toArray());
                    assertThat(run.code()).isEqualTo(1);
                    assertThat(run.err()).contains(job.manifest + ": ", words);
                });
        assertThat(job.run("--in-place").code()).isEqualTo(2);
        assertThat(job.run("--write-csv", folder.resolve("x.csv")).code()).isEqualTo(2);
        assertThat(job.run("--shard", "3/2").err()).contains("--shard 3/2: ");
        Object[] whole = {
            "anonymise",
            job.in,
            "-o",
            "dicomweb+https://pacs.example/w/studies",
            "--manifest",
            job.manifest
        };
        assertThat(Command.run(whole))
                .matches(run -> run.code() == 2 && run.err().contains("without partial reads"));
        assertThat(job.run("--report", job.manifest).err()).contains("--report", "is the manifest");
        assertThat(job.run("--report", job.in.resolve("a/clean.dcm")).err())
                .contains("is an input");
        assertThat(job.run("--summary", job.out.resolve("a/clean.dcm")).code()).isEqualTo(2);
        assertThat(Files.readString(job.manifest)).isEqualTo(before);
        assertThat(Command.run("anonymise", job.in, "-o", job.out, "--shard", "1/2").err())
                .contains("need --manifest");
    }

    @Test
    void no_other_file_is_taken_for_a_manifest() throws IOException {
        Files.writeString(job.manifest, "a letter to somebody, without an end");
        Command run = job.run();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(job.manifest + ": is not a manifest of this command");
        assertThat(job.manifest).hasContent("a letter to somebody, without an end");
        Files.delete(job.manifest);
        Path beside = Files.writeString(folder.resolve("job.manifest-work"), "mine");
        assertThat(job.run().err()).contains(beside + ": exists and is not a work file");
        assertThat(beside).hasContent("mine");
        assertThat(Command.files(job.out)).isEmpty();
        Path target = Files.createDirectories(job.out.resolve("a")).resolve("clean.dcm");
        Command misplaced =
                Command.run("anonymise", job.in, "-q", "-o", job.out, "--manifest", target);
        assertThat(misplaced.err()).contains(target + ": --manifest is an output of this run");
    }

    @Test
    void shards_share_the_files_among_them_and_find_the_same_places() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        for (int i = 0; i < 12; i++) {
            Path file = job.clean("many/" + i + ".dcm", 100 + i);
            Files.createDirectories(other.resolve("many"));
            Files.copy(file, other.resolve("many/" + i + ".dcm"));
        }
        Map<String, Integer> times = new HashMap<>();
        for (int shard = 1; shard <= 3; shard++) {
            Path own = folder.resolve("shard" + shard);
            Command run =
                    Command.run(
                            "anonymise",
                            job.in,
                            other,
                            "-q",
                            "-o",
                            job.out,
                            "--manifest",
                            own,
                            "--shard",
                            shard + "/3",
                            "--effort",
                            "fast");
            assertThat(run.code()).as(run.err()).isIn(0, 1, 3);
            List<String> lines = Files.readAllLines(own);
            assertThat(lines.size()).as("each has some").isGreaterThan(2);
            lines.subList(1, lines.size())
                    .forEach(l -> times.merge(l.substring(9, l.indexOf(",")), 1, Integer::sum));
        }
        assertThat(times).hasSize(FATES.size() + 24);
        assertThat(times.values()).containsOnly(1);
        assertThat(Command.files(job.out))
                .as("two inputs of one name keep their paths, whatever shard they are in")
                .contains(job.out.resolve("in/many/3.dcm"), job.out.resolve("other/many/3.dcm"))
                .hasSize(26);
    }

    @Test
    void names_come_back_from_the_manifest_whatever_is_in_them() throws IOException {
        List<Path> odd = new ArrayList<>();
        odd.add(job.clean("c/two\nlines.dcm", 70));
        odd.add(job.clean("c/quo\"te\\.dcm", 71));
        odd.add(job.clean("c/K\u00e4se \u65e5\u672c.dcm", 72));
        odd.add(job.clean("c/  .dcm", 73));
        job.run();
        int lines = job.lines().size();
        assertThat(lines).isEqualTo(1 + FATES.size() + odd.size());
        job.run("--retry", "none");
        assertThat(job.lines()).hasSize(lines);
        for (Path file : odd) {
            assertThat(job.out.resolve(job.in.relativize(file))).exists();
        }
    }

    @Test
    void the_summary_stands_for_itself_and_hides_paths_if_that_is_asked() throws IOException {
        Path page = folder.resolve("summary.html");
        job.run("--summary", page);
        assertThat(Files.readString(page))
                .contains("<h2>4 files</h2>", "<svg", "Drawn Model 30", "doubtful.dcm", "Pace")
                .contains("contains pixels that are not processed")
                .doesNotContain("<script", "http");
        job.run(
                "--retry",
                "none",
                "--summary",
                page,
                "--report",
                folder.resolve("r.json"),
                "--hash-paths");
        assertThat(Files.readString(page)).contains("contains pixels").doesNotContain("doubtful");
        assertThat(Files.readString(folder.resolve("r.json")))
                .contains("NeedsReview")
                .doesNotContain("doubtful", "clean.dcm", "notes.txt");
    }

    @Test
    void a_killed_job_comes_to_its_end_with_every_file_exactly_once() throws Exception {
        for (int i = 0; i < 120; i++) {
            job.clean("many/" + i + ".dcm", i);
        }
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                Accounts.classPath(List.of()),
                                "org.pixelanon.cli.Main"));
        words.addAll(List.of("anonymise", job.in.toString(), "-o", job.out.toString()));
        words.addAll(List.of("--manifest", job.manifest.toString(), "--retry", "none"));
        words.addAll(List.of("--us-regions", "--effort", "fast"));
        for (int kill = 1; kill <= 2; kill++) {
            Process run =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            awaitLines(run, 20 * kill);
            run.destroyForcibly().waitFor();
        }
        assertThat(job.lines().size()).as("it was killed").isLessThan(120);
        Files.writeString(job.manifest, "0123456", StandardOpenOption.APPEND); // torn
        Command last = job.run("--retry", "none");
        assertThat(last.err())
                .contains("124 files: 121 Clean, 1 Redacted, 1 NeedsReview, 1 Failed");
        assertThat(job.ends()).containsAllEntriesOf(FATES);
        assertThat(job.ends().size()).isEqualTo(125);
        assertThat(job.lines().size()).as("none twice").isEqualTo(126);
        assertThat(Command.files(job.out)).hasSize(122);
    }

    private void awaitLines(Process run, int wanted) throws IOException {
        while (run.isAlive() && (!Files.exists(job.manifest) || job.lines().size() <= wanted)) {
            Thread.onSpinWait();
        }
    }
}
