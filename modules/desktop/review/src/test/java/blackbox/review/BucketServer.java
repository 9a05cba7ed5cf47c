package blackbox.review;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** S3Proxy in its own process, whose buckets are folders. The build copies its jar. */
public final class BucketServer implements AutoCloseable {

    /** Its access key. */
    public static final String KEY_ID = "local-identity";

    /** Its secret key. */
    public static final String SECRET = "local-Credential+/7";

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;
    private final Path buckets;

    private BucketServer(Process process, int port, Path buckets) {
        this.process = process;
        this.port = port;
        this.buckets = buckets;
    }

    /**
     * Starts it.
     *
     * @param folder where its buckets lie
     * @param names of the buckets, which are empty
     * @return the server
     * @throws Exception if it does not answer
     */
    public static BucketServer start(Path folder, String... names) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path data = Files.createDirectories(folder.resolve("buckets"));
        for (String name : names) {
            Files.createDirectories(data.resolve(name));
        }
        Path settings =
                Files.writeString(
                        folder.resolve("s3proxy.conf"),
                        String.join(
                                "\n",
                                "s3proxy.endpoint=http://127.0.0.1:" + port,
                                "s3proxy.authorization=aws-v2-or-v4",
                                "s3proxy.identity=" + KEY_ID,
                                "s3proxy.credential=" + SECRET,
                                "jclouds.provider=filesystem-nio2",
                                "jclouds.filesystem.basedir=" + data));
        Path jar =
                Path.of(
                        System.getProperty("pixelanon.root"),
                        "modules/cli/target/peers/s3proxy.jar");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile())
                        .start();
        BucketServer server = new BucketServer(process, port, data);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!server.answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IllegalStateException(
                        "no server: " + Files.readString(folder.resolve("server.log")));
            }
            Thread.sleep(100);
        }
        return server;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return in.read() >= 0;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The settings for connecting to it.
     *
     * @return the settings of a profile
     */
    public Map<String, String> settings() {
        return Map.of(
                "endpoint",
                "http://127.0.0.1:" + port,
                "path-style",
                "true",
                "allow-http",
                "true",
                "retries",
                "0",
                "key-id",
                KEY_ID,
                "secret-key",
                SECRET);
    }

    /**
     * The content of a bucket.
     *
     * @param bucket its name
     * @return its keys, sorted
     * @throws IOException if it cannot be listed
     */
    public List<String> keys(String bucket) throws IOException {
        Path folder = buckets.resolve(bucket);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * The file that an object is.
     *
     * @param bucket its bucket
     * @param key its key
     * @return the file
     */
    public Path file(String bucket, String key) {
        return buckets.resolve(bucket).resolve(key);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
