package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.pixelanon.cli.Main;

/**
 * Kills {@code redact s3://… -o s3://… --resume} with signal 9 again and again: every object that
 * is there then must be the one that an undisturbed run stores, and no byte of an original is left
 * on the disk. The last run completes the job. {@code docs/benchmarks/kill-s3.sh} runs it in full.
 */
final class S3Kills {

    private static final int FILES = 8;
    private static final int ROWS = 700;

    private final Path folder;
    private final S3Server server;
    private final Random random = new Random(20261130);
    private final PrintStream log;
    private long fullRun;
    private int killed;

    private S3Kills(Path folder, S3Server server, PrintStream log) {
        this.folder = folder;
        this.server = server;
        this.log = log;
    }

    /** Arguments: a folder for its files, and how often to kill. */
    public static void main(String[] arguments) throws Exception {
        run(
                Files.createDirectories(Path.of(arguments[0])),
                Integer.parseInt(arguments[1]),
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static void run(Path folder, int wanted, PrintStream log) throws Exception {
        try (S3Server server = S3Server.proxy(folder, "scans", "reference", "clean")) {
            S3Kills kills = new S3Kills(folder, server, log);
            kills.prepare();
            for (int runs = 0; kills.killed < wanted; runs++) {
                assertThat(runs).as("runs that were to be killed").isLessThan(10 * wanted + 10);
                kills.trial();
            }
            assertThat(kills.start("clean").waitFor()).isZero();
            assertThat(server.keys("clean")).isEqualTo(server.keys("scans"));
            kills.check();
            log.printf("%d kills: no object but whole ones, and the job completed%n", wanted);
        }
    }

    private void prepare() throws Exception {
        for (int i = 0; i < FILES; i++) {
            server.put(
                    "scans",
                    "f" + i + ".dcm",
                    S3Folder.image(ROWS, "1.2.1", "1.2.1.1", "1.2.3." + i));
        }
        long start = System.nanoTime();
        assertThat(start("reference").waitFor()).isZero();
        fullRun = System.nanoTime() - start;
    }

    private Process start(String bucket) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(Main.class.getName(), "redact", "s3://scans/", "-q", "--resume"));
        words.addAll(List.of("-o", "s3://" + bucket + "/", "--rect", "0,0,99,99", "--jobs", "2"));
        S3Server.reach(server.port()).forEach(word -> words.add(word.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("run.log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", S3Server.KEY_ID,
                                "AWS_SECRET_ACCESS_KEY", S3Server.SECRET,
                                "PIXELANON_CACHE", folder.resolve("cache").toString()));
        return builder.start();
    }

    /** One run that is killed, unless it ends before. */
    private void trial() throws Exception {
        for (String key : server.keys("clean")) {
            Files.delete(server.file("clean", key));
        }
        long start = System.nanoTime();
        Process process = start("clean");
        double part = 0.3 + 0.7 * random.nextDouble(); // nothing is stored while the JVM starts
        if (process.waitFor((long) (part * fullRun), TimeUnit.NANOSECONDS)) {
            assertThat(process.exitValue()).isZero();
            fullRun = Math.min(fullRun, System.nanoTime() - start);
            return;
        }
        process.destroyForcibly().waitFor(); // SIGKILL
        killed++;
        log.printf("kill %d: %d of %d objects stored%n", killed, check(), FILES);
    }

    private int check() throws IOException {
        List<String> keys = server.keys("clean");
        for (String key : keys) {
            assertThat(Files.mismatch(server.file("clean", key), server.file("reference", key)))
                    .as(key)
                    .isEqualTo(-1);
        }
        for (Path left : Command.files(folder.resolve("cache/staging"))) {
            assertThat(left.toString()).endsWith(".part");
            requireBlank(left);
        }
        return keys.size();
    }

    /** What is left of an output never held what was to be blanked. */
    private void requireBlank(Path part) throws IOException {
        byte[] bytes = Files.readAllBytes(part);
        byte[] whole = Files.readAllBytes(server.file("reference", "f0.dcm"));
        int pixels = whole.length - ROWS * ROWS;
        for (int i = pixels; i < Math.min(bytes.length, pixels + 100); i++) {
            assertThat(bytes[i]).isEqualTo(whole[i]);
        }
    }
}
