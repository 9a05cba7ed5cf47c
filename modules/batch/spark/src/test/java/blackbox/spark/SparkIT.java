package blackbox.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on a cluster beside the command line on one machine. */
class SparkIT {

    /** More of them by script. */
    private static final int FILES = Integer.getInteger("pixelanon.spark.files", 60);

    private static final int SOME_FAILED = 1;

    @TempDir static Path folder;

    private static Archive archive;
    private static SparkCluster cluster;
    private static Map<String, List<Byte>> outputs;
    private static Map<String, JsonNode> entries;

    @BeforeAll
    static void workOnOneMachine() throws Exception {
        archive = new Archive(folder.resolve("archive"), FILES);
        Path out = folder.resolve("alone");
        Path report = folder.resolve("alone.json");
        assertThat(archive.onOneMachine(out, report)).isEqualTo(SOME_FAILED);
        outputs = Archive.bytes(out);
        entries = Archive.reported(report, out);
        assertThat(entries).hasSize(FILES);
        cluster = SparkCluster.start(Files.createDirectories(folder.resolve("cluster")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void two_workers_write_what_one_machine_writes_and_tell_the_same_of_each_file()
            throws Exception {
        Process one = cluster.worker("one");
        Process two = cluster.worker("two");
        Path out = folder.resolve("shared");
        Path results = folder.resolve("shared-results");

        int code = SparkCluster.exitCode(cluster.submit("job", words(out, results)));

        assertThat(code).as(() -> said("job")).isEqualTo(SOME_FAILED);
        assertThat(Archive.bytes(out)).isEqualTo(outputs);
        assertThat(Archive.rows(results, out)).isEqualTo(entries);
        assertThat(Archive.rows(results)).hasSize(FILES + 1);
        SparkCluster.kill(one);
        SparkCluster.kill(two);
    }

    @Test
    void nothing_is_lost_or_doubled_if_executor_worker_and_driver_are_killed() throws Exception {
        Process one = cluster.worker("three");
        Process two = cluster.worker("four");
        Path out = folder.resolve("killed");
        Path results = folder.resolve("killed-results");
        Process job = cluster.submit("killed", words(out, results));

        SparkCluster.waitFor("outputs", () -> count(out) > FILES / 20 || !job.isAlive());
        SparkCluster.waitFor(
                "an executor", () -> SparkCluster.killExecutors(one) || !job.isAlive());
        SparkCluster.waitFor("outputs", () -> count(out) > FILES / 5 || !job.isAlive());
        SparkCluster.kill(two);
        SparkCluster.waitFor("outputs", () -> count(out) > FILES / 3 || !job.isAlive());
        assertThat(job.isAlive()).as(() -> said("killed")).isTrue();
        SparkCluster.kill(job);
        Map<String, Object> before = identities(out);
        int code = SparkCluster.exitCode(cluster.submit("again", words(out, results)));

        assertThat(code).as(() -> said("again")).isEqualTo(SOME_FAILED);
        assertThat(before).as("outputs when the driver was killed").hasSizeLessThan(outputs.size());
        assertThat(identities(out)).containsAllEntriesOf(before);
        assertThat(Archive.bytes(out)).isEqualTo(outputs);
        assertThat(withoutKept(Archive.rows(results, out))).isEqualTo(entries);
        assertThat(Archive.rows(results)).hasSize(FILES + 1);
        SparkCluster.kill(one);
    }

    private static List<String> words(Path out, Path results) {
        return archive.words(out, "--results", results.toString(), "--part-files", "8");
    }

    private static String said(String process) {
        try {
            return cluster.said(process);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long count(Path out) {
        try {
            return Files.exists(out) ? identities(out).size() : 0;
        } catch (UncheckedIOException e) {
            return 0; // a part file went away meanwhile; the next look counts
        }
    }

    /** Outputs by name, and what the file system knows them by. */
    private static Map<String, Object> identities(Path out) {
        Map<String, Object> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).toList()) {
                all.put(out.relativize(file).toString(), Files.getAttribute(file, "unix:ino"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Of an output that was kept a report says so. */
    private static Map<String, JsonNode> withoutKept(Map<String, JsonNode> rows) {
        for (JsonNode row : rows.values()) {
            ArrayNode notes = (ArrayNode) row.get("notes");
            for (Iterator<JsonNode> each = notes.iterator(); each.hasNext(); ) {
                if (each.next().asText().startsWith("kept from an earlier run")) {
                    each.remove();
                }
            }
            ((ObjectNode) row).set("notes", notes);
        }
        return rows;
    }
}
