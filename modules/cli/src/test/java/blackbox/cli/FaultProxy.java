package blackbox.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and an HTTP server, one request a connection, forwards everything
 * unchanged, and on demand simulates faults of networks and stores.
 */
final class FaultProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?imd)^(content-length: *)([0-9]+)\r$");

    /** Something that goes wrong with one exchange. */
    interface Fault {

        /** The request to the server; null if it is dropped. */
        default byte[] request(byte[] head, byte[] body) {
            return joined(head, body);
        }

        /** The answer to the client; null to break the connection. */
        byte[] answer(byte[] answer) throws InterruptedException;
    }

    private record Rule(Predicate<String> line, AtomicInteger times, Fault fault) {}

    private final int behind;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    FaultProxy(int behind) throws IOException {
        this.behind = behind;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Request lines that came. */
    List<String> requests() {
        return requests;
    }

    /** Bytes that clients got. */
    long bytes() {
        return bytes.get();
    }

    /** Forgets faults and counts. */
    FaultProxy anew() {
        rules.clear();
        requests.clear();
        bytes.set(0);
        return this;
    }

    /** So many requests with such a line go wrong. */
    FaultProxy on(Predicate<String> line, int times, Fault fault) {
        rules.add(new Rule(line, new AtomicInteger(times), fault));
        return this;
    }

    /** All requests of a method for paths that contain something go wrong. */
    FaultProxy always(String method, String path, Fault fault) {
        return on(of(method, path), Integer.MAX_VALUE, fault);
    }

    static Predicate<String> of(String method, String path) {
        return line -> line.startsWith(method + " ") && line.contains(path);
    }

    /** The store says no. */
    static Fault status(int status, String code) {
        String xml = "<Error><Code>" + code + "</Code><Message>m</Message></Error>";
        return new Fault() {
            @Override
            public byte[] request(byte[] head, byte[] body) {
                return null;
            }

            @Override
            public byte[] answer(byte[] answer) {
                return ("HTTP/1.1 "
                                + status
                                + " X\r\nContent-Type: application/xml\r\nContent-Length: "
                                + xml.length()
                                + "\r\nConnection: close\r\n\r\n"
                                + xml)
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
        };
    }

    /** The store gives a forged answer. */
    static Fault answers(String xml) {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: "
                        + body.length
                        + "\r\nConnection: close\r\n\r\n";
        return answer -> joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** The connection breaks after part of a body. */
    static Fault breaksAfter(int part) {
        return answer -> Arrays.copyOf(answer, Math.min(answer.length, bodyAt(answer) + part));
    }

    /** The body is shortened, and the answer states the shorter length. */
    static Fault shortens(int by) {
        return answer -> {
            int body = bodyAt(answer);
            String head = new String(answer, 0, body, StandardCharsets.ISO_8859_1);
            int kept = Math.max(0, answer.length - body - by);
            Matcher length = LENGTH.matcher(head);
            String told = length.replaceFirst("$1" + kept + "\r");
            return joined(
                    told.getBytes(StandardCharsets.ISO_8859_1),
                    Arrays.copyOfRange(answer, body, body + kept));
        };
    }

    /** A byte of the body is changed. */
    static Fault flips(int at) {
        return answer -> {
            byte[] changed = answer.clone();
            int place = bodyAt(answer) + at;
            if (place < changed.length) {
                changed[place] ^= 1;
            }
            return changed;
        };
    }

    /** A byte of a stored body is changed in transit. */
    static Fault flipsSent(int at) {
        return new Fault() {
            @Override
            public byte[] request(byte[] head, byte[] body) {
                byte[] changed = body.clone();
                changed[at] ^= 1;
                return joined(head, changed);
            }

            @Override
            public byte[] answer(byte[] answer) {
                return answer;
            }
        };
    }

    /** The server executes the request, but its answer is lost. */
    static Fault losesTheAnswer() {
        return answer -> null;
    }

    /** The answer comes late. */
    static Fault late(long milliseconds) {
        return answer -> {
            Thread.sleep(milliseconds);
            return answer;
        };
    }

    private static int bodyAt(byte[] answer) {
        for (int i = 3; i < answer.length; i++) {
            if (answer[i] == '\n'
                    && answer[i - 1] == '\r'
                    && answer[i - 2] == '\n'
                    && answer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return answer.length;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            threads.submit(
                    () -> {
                        exchange(client);
                        return null;
                    });
        }
        return null;
    }

    private void exchange(Socket client) throws Exception {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            String line = head.substring(0, head.indexOf("\r\n"));
            if (head.toLowerCase(java.util.Locale.ROOT).contains("\r\nexpect: 100-continue\r\n")) {
                client.getOutputStream()
                        .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                head = head.replaceFirst("(?i)\r\nexpect: 100-continue\r\n", "\r\n");
            }
            Matcher length = LENGTH.matcher(head);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(2)) : 0);
            requests.add(line);
            Fault fault = fault(line);
            String once = head.replaceFirst("(?i)\r\nconnection: [^\r]*\r\n", "\r\n");
            once = once.substring(0, once.length() - 2) + "Connection: close\r\n\r\n";
            byte[] sent = fault.request(once.getBytes(StandardCharsets.ISO_8859_1), body);
            byte[] answer = fault.answer(sent == null ? new byte[0] : passedOn(sent));
            if (answer != null) {
                bytes.addAndGet(answer.length - bodyAt(answer));
                client.getOutputStream().write(answer);
            }
        }
    }

    private Fault fault(String line) {
        for (Rule rule : rules) {
            if (rule.line().test(line) && rule.times().getAndDecrement() > 0) {
                return rule.fault();
            }
        }
        return answer -> answer;
    }

    private byte[] passedOn(byte[] request) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            server.getOutputStream().write(request);
            server.getOutputStream().flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            last = last << 8 | b;
            if (last == 0x0D0A0D0A) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
