package blackbox.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A DICOMweb archive for tests: it answers searches page by page and returns instances, delays them
 * as long as a test wants, and refuses requests on demand.
 */
public final class StandInArchive implements AutoCloseable {

    /** The requests, such as "GET /pacs/studies?limit=20". */
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, String>> studies = new TreeMap<>();
    private final Map<String, byte[]> instances = new ConcurrentHashMap<>();
    private volatile int refuses;
    private volatile @Nullable CountDownLatch held;

    /**
     * An empty archive on this machine.
     *
     * @throws IOException if no port is free
     */
    public StandInArchive() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pacs/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where studies are. */
    public String address() {
        return "dicomweb+http://localhost:" + server.getAddress().getPort() + "/pacs/studies";
    }

    /**
     * Adds a study.
     *
     * @param uid its UID
     * @param elements texts by tag
     */
    public void study(String uid, Map<String, String> elements) {
        studies.put(uid, elements);
    }

    /**
     * Adds an instance, alone in series 1.9 of study 1.
     *
     * @param uid its UID
     * @param bytes the file
     * @return its URL
     */
    public String instance(String uid, byte[] bytes) {
        instances.put(uid, bytes);
        return address() + "/1/series/1.9/instances/" + uid;
    }

    /**
     * Answers all requests with a status from now on.
     *
     * @param status 0 to answer as it should
     */
    public void refuse(int status) {
        refuses = status;
    }

    /** Delays instances until released. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    /** Releases delayed instances. */
    public void release() {
        CountDownLatch latch = held;
        held = null;
        if (latch != null) {
            latch.countDown();
        }
    }

    private void handle(HttpExchange request) throws IOException {
        requests.add(request.getRequestMethod() + " " + request.getRequestURI());
        try (request) {
            request.getRequestBody().readAllBytes();
            String path = request.getRequestURI().getPath();
            if (refuses != 0) {
                give(
                        request,
                        refuses,
                        "text/html",
                        "<b>words</b>".getBytes(StandardCharsets.UTF_8));
            } else if (path.matches(".*/instances/[0-9.]+")) {
                wado(request, path.substring(path.lastIndexOf('/') + 1));
            } else {
                search(request, path);
            }
        }
    }

    private void wado(HttpExchange request, String uid) throws IOException {
        CountDownLatch latch = held;
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = instances.get(uid);
        if (bytes == null) {
            give(request, 404, "text/plain", new byte[] {'-'});
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes("US-ASCII"));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--b--\r\n".getBytes("US-ASCII"));
        give(
                request,
                200,
                "multipart/related; type=\"application/dicom\"; boundary=b",
                body.toByteArray());
    }

    private void search(HttpExchange request, String path) throws IOException {
        Map<String, String> query = new TreeMap<>();
        for (String part : request.getRequestURI().getQuery().split("&")) {
            query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        List<String> found = new ArrayList<>();
        if (path.endsWith("/studies")) {
            studies.forEach(
                    (uid, elements) -> {
                        if (elements.getOrDefault("00100020", "")
                                .equals(
                                        query.getOrDefault(
                                                "PatientID",
                                                elements.getOrDefault("00100020", "")))) {
                            found.add(dataSet("0020000D", uid, elements));
                        }
                    });
        } else if (path.endsWith("/series")) {
            found.add(dataSet("0020000E", "1.9", Map.of("00080060", "US", "0008103E", "a series")));
        } else {
            String one = query.get("SOPInstanceUID");
            new TreeMap<>(instances)
                    .keySet().stream()
                            .filter(uid -> one == null || one.equals(uid))
                            .forEach(uid -> found.add(dataSet("00080018", uid, Map.of())));
        }
        String json =
                found.stream()
                        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
                        .limit(Long.parseLong(query.getOrDefault("limit", "1000")))
                        .collect(Collectors.joining(",", "[", "]"));
        give(request, 200, "application/dicom+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String dataSet(String tag, String uid, Map<String, String> elements) {
        Map<String, String> all = new TreeMap<>(elements);
        all.put(tag, uid);
        return all.entrySet().stream()
                .map(
                        e ->
                                "\""
                                        + e.getKey()
                                        + "\":{\"vr\":\"LO\",\"Value\":[\""
                                        + e.getValue()
                                        + "\"]}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void give(HttpExchange request, int status, String type, byte[] body)
            throws IOException {
        request.getResponseHeaders().set("Content-Type", type);
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        request.getResponseBody().write(body);
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
