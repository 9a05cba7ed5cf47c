package blackbox.dicomweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pixelanon.dicomweb.DicomWebSource;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;

/** A server that answers as a test says, request by request. */
final class Archive implements AutoCloseable {

    /** Says what a request gets. */
    interface Answer {
        void to(HttpExchange request, byte[] body) throws IOException;
    }

    static final String INSTANCE = "studies/1.2/series/1.2.3/instances/1.2.3.4";

    /** What came, as "GET /pacs/studies?limit=200". */
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    final Map<String, List<String>> headers = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Answer> next = Collections.synchronizedList(new ArrayList<>());
    private Answer always = (request, body) -> give(request, 404, "text/plain", new byte[0]);

    Archive() throws IOException {
        this(HttpServer.create());
    }

    Archive(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange request) throws IOException {
        byte[] body;
        try (InputStream in = request.getRequestBody()) {
            body = in.readAllBytes();
        }
        requests.add(request.getRequestMethod() + " " + request.getRequestURI());
        headers.putAll(request.getRequestHeaders());
        Answer answer;
        synchronized (next) {
            answer = next.isEmpty() ? always : next.remove(0);
        }
        try (request) {
            answer.to(request, body);
        }
    }

    /** Answers once so, before {@link #always}. */
    Archive then(Answer answer) {
        next.add(answer);
        return this;
    }

    Archive always(Answer answer) {
        always = answer;
        return this;
    }

    static void give(HttpExchange request, int status, String type, byte[] body)
            throws IOException {
        request.getResponseHeaders().set("Content-Type", type);
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        request.getResponseBody().write(body);
    }

    static Answer status(int status) {
        return (request, body) -> give(request, status, "text/html", text("<b>words</b>"));
    }

    static Answer json(int status, String json) {
        return (request, body) -> give(request, status, "application/dicom+json", text(json));
    }

    static Answer bytes(String type, byte[] bytes) {
        return (request, body) -> give(request, 200, type, bytes);
    }

    /** Promises all and gives only some. */
    static Answer breaks(String type, byte[] all, int after) {
        return (request, body) -> {
            request.getResponseHeaders().set("Content-Type", type);
            request.sendResponseHeaders(200, all.length);
            request.getResponseBody().write(all, 0, after);
            request.getResponseBody().flush();
            throw new IOException("as the test wants");
        };
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A body with one part. */
    static byte[] multipart(String boundary, byte[] part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
        out.write(part);
        out.write(text("\r\n--" + boundary + "--\r\n"));
        return out.toByteArray();
    }

    static String related(String boundary) {
        return "multipart/related; type=\"application/dicom\"; boundary=\"" + boundary + "\"";
    }

    int port() {
        return server.getAddress().getPort();
    }

    SourceUrl url(String path) {
        return SourceUrl.parse("dicomweb+http://localhost:" + port() + "/pacs/" + path);
    }

    SourceConnection open(String... settings) throws IOException {
        return new DicomWebSource().open(url("studies"), settings(settings));
    }

    static SourceSettings settings(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings) {
            int is = setting.indexOf('=');
            values.put(setting.substring(0, is), setting.substring(is + 1));
        }
        return SourceSettings.of(values);
    }

    /** The bytes of the instance, as a connection reads them. */
    byte[] read(String... settings) throws IOException {
        try (SourceConnection connection = open(settings)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SourceUrl url = url(INSTANCE);
            connection.read(new SourceObject(url, "", -1, "", java.time.Instant.EPOCH), 0, -1, out);
            return out.toByteArray();
        }
    }

    List<SourceObject> list(String path, String... settings) throws IOException {
        try (SourceConnection connection = open(settings)) {
            List<SourceObject> all = new ArrayList<>();
            connection.list(url(path), all::add);
            return all;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
