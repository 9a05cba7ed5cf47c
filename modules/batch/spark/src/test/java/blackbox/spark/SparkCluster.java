package blackbox.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster: a master and workers as processes of their own, started from Spark's jars
 * alone, and jobs that are submitted to it with the one jar of this module.
 */
final class SparkCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Processes that end soon are not worth the work of the second. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String HOST = "127.0.0.1";
    private static final Path MODULE =
            Path.of(System.getProperty("pixelanon.root"), "modules/batch/spark/target");

    private final Path home;
    private final Path folder;
    private final String url;
    private final List<Process> started = new ArrayList<>();

    private SparkCluster(Path folder, int port) {
        this.folder = folder;
        this.home = folder.resolve("spark");
        this.url = "spark://" + HOST + ":" + port;
    }

    /** Starts a master that listens. */
    static SparkCluster start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        SparkCluster cluster = new SparkCluster(folder, port);
        Path jars = Files.createDirectories(cluster.home.resolve("jars"));
        String path = Files.readString(MODULE.resolve("spark.classpath"), StandardCharsets.UTF_8);
        for (String jar : path.strip().split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
        }
        cluster.java(
                "master",
                List.of(),
                "org.apache.spark.deploy.master.Master",
                List.of("--host", HOST, "--port", "" + port, "--webui-port", "0"));
        waitFor("a master that listens", () -> listens(port));
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts a worker with one core. */
    Process worker(String name) throws IOException {
        Path work = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("--host", HOST, "--cores", "1"));
        arguments.addAll(List.of("--memory", "1g", "--webui-port", "0"));
        arguments.addAll(List.of("--work-dir", work.toString(), url));
        return java(name, List.of(), "org.apache.spark.deploy.worker.Worker", arguments);
    }

    /** Submits a job. */
    Process submit(String name, List<String> words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--master", url));
        arguments.addAll(List.of("--conf", "spark.executor.memory=768m"));
        arguments.addAll(List.of("--conf", "spark.ui.enabled=false"));
        arguments.addAll(List.of("--conf", "spark.sql.shuffle.partitions=2"));
        arguments.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + FIRST_COMPILER));
        arguments.addAll(List.of("--conf", "spark.driver.host=" + HOST));
        arguments.addAll(List.of("--class", "org.pixelanon.spark.SparkJob"));
        arguments.add(MODULE.resolve("pixelanon-spark.jar").toString());
        arguments.addAll(words);
        List<String> opens = Arrays.asList(JavaModuleOptions.defaultModuleOptionArray());
        return java(name, opens, "org.apache.spark.deploy.SparkSubmit", arguments);
    }

    /** Waits for a job and tells its exit code. */
    static int exitCode(Process job) throws InterruptedException {
        assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("job ended").isTrue();
        return job.exitValue();
    }

    /** What a process said. */
    String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"), StandardCharsets.UTF_8);
    }

    private Process java(String name, List<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add(FIRST_COMPILER);
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + "/*", main));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13"); // else it asks a build of Spark
        environment.put("SPARK_LOCAL_IP", HOST);
        environment.put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Kills the executors of a worker; true if there was one. */
    static boolean killExecutors(Process worker) {
        List<ProcessHandle> executors = worker.descendants().toList();
        executors.forEach(ProcessHandle::destroyForcibly);
        return !executors.isEmpty();
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for a state. */
    static void waitFor(String what, BooleanSupplier state) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            kill(process);
        }
    }
}
