package blackbox.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * A third-party S3 server in its own process: S3Proxy, whose buckets are folders of the disk, or
 * S3Mock. The jars are copied by the build.
 */
final class S3Server implements AutoCloseable {

    static final String KEY_ID = "local-identity";
    static final String SECRET = "local-Credential+/7";

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;
    private final Path buckets;

    private S3Server(Process process, int port, Path buckets) {
        this.process = process;
        this.port = port;
        this.buckets = buckets;
    }

    /** S3Proxy with empty buckets. */
    static S3Server proxy(Path folder, String... buckets) throws Exception {
        int port = free();
        Path data = Files.createDirectories(folder.resolve("buckets"));
        for (String bucket : buckets) {
            Files.createDirectories(data.resolve(bucket));
        }
        Path configuration =
                Files.writeString(
                        folder.resolve("s3proxy.conf"),
                        "s3proxy.endpoint=http://127.0.0.1:"
                                + port
                                + "\ns3proxy.authorization=aws-v2-or-v4\ns3proxy.identity="
                                + KEY_ID
                                + "\ns3proxy.credential="
                                + SECRET
                                + "\njclouds.provider=filesystem-nio2\njclouds.filesystem.basedir="
                                + data
                                + "\n");
        return started(
                folder,
                port,
                data,
                List.of(jar("s3proxy"), "--properties", configuration.toString()));
    }

    /** S3Mock with an empty bucket. */
    static S3Server mock(Path folder, String bucket) throws Exception {
        int port = free();
        S3Server server =
                started(
                        folder,
                        port,
                        folder,
                        List.of(jar("s3mock"), "--server.port=0", "--http.port=" + port));
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/" + bucket))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        return server;
    }

    private static String jar(String name) {
        return Path.of(System.getProperty("pixelanon.root"), "modules/cli/target/peers")
                .resolve(name + ".jar")
                .toString();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static S3Server started(Path folder, int port, Path buckets, List<String> program)
            throws Exception {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar"));
        words.addAll(program);
        Path log = folder.resolve("server.log");
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        S3Server server = new S3Server(process, port, buckets);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!server.answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IllegalStateException("no server: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return server;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".getBytes("US-ASCII"));
            try (InputStream in = socket.getInputStream()) {
                return in.read() >= 0;
            }
        } catch (IOException e) {
            return false;
        }
    }

    private S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(KEY_ID, SECRET)))
                .build();
    }

    /** Stores an object. */
    void put(String bucket, String key, byte[] bytes) {
        try (S3Client client = client()) {
            client.putObject(p -> p.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
    }

    /** The keys of uploads in parts that neither ended nor were given up. */
    List<String> unfinished(String bucket) {
        try (S3Client client = client()) {
            return client.listMultipartUploads(l -> l.bucket(bucket)).uploads().stream()
                    .map(MultipartUpload::key)
                    .toList();
        }
    }

    int port() {
        return port;
    }

    /** The file that an object is, where buckets are folders. */
    Path file(String bucket, String key) {
        return buckets.resolve(bucket).resolve(key);
    }

    /** The keys of a bucket that is a folder, sorted. */
    List<String> keys(String bucket) throws IOException {
        Path folder = buckets.resolve(bucket);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** What a command is told to reach it. */
    static List<Object> reach(int port) {
        List<Object> words = new ArrayList<>();
        for (String setting :
                List.of(
                        "endpoint=http://127.0.0.1:" + port,
                        "path-style=true",
                        "allow-http=true")) {
            words.addAll(List.of("--source-option", setting));
        }
        return words;
    }

    /** The same for a process of its own, with keys. */
    static Map<String, String> environment(int port) {
        return Map.of(
                "PIXELANON_S3_ENDPOINT",
                "http://127.0.0.1:" + port,
                "PIXELANON_S3_PATH_STYLE",
                "true",
                "PIXELANON_S3_ALLOW_HTTP",
                "true",
                "AWS_ACCESS_KEY_ID",
                KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                SECRET);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
