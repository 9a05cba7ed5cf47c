package blackbox.cli;

import static blackbox.cli.FaultProxy.of;
import static blackbox.cli.S3Folder.at;
import static blackbox.cli.S3Folder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults between this program and a store: either the right copy is stored, or none and a message
 * says why.
 */
class S3FaultsIT {

    private static final String IN = "s3://scans/a.dcm";

    @TempDir static Path shared;

    private static S3Server server;
    private static FaultProxy proxy;
    private static byte[] right;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        new S3Folder(shared);
        server = S3Server.proxy(shared, "scans", "clean");
        server.put("scans", "a.dcm", image(300, "1.2.1", "1.2.1.1", "1.2.1.1.1"));
        Path reference = shared.resolve("reference");
        Command redact =
                at(server.port(), "redact", IN, "-q", "-o", reference, "--rect", "0,0,9,9");
        assertThat(redact.code()).as(redact.err()).isZero();
        right = Files.readAllBytes(reference.resolve("a.dcm"));
        proxy = new FaultProxy(server.port());
    }

    @AfterAll
    static void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @BeforeEach
    void clear() throws IOException {
        proxy.anew();
        for (String key : server.keys("clean")) {
            Files.delete(server.file("clean", key));
        }
    }

    private Command redact(Object out, String... settings) {
        List<Object> words =
                new ArrayList<>(List.of("redact", IN, "-q", "-o", out, "--rect", "0,0,9,9"));
        for (String setting : settings) {
            words.addAll(List.of("--source-option", setting));
        }
        return at(proxy.port(), words.toArray());
    }

    private void read(String... settings) {
        Path out = folder.resolve("out");
        Command redact = redact(out, settings);
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(out.resolve("a.dcm")).hasBinaryContent(right);
    }

    private void unread(String why, String... settings) throws IOException {
        Path out = folder.resolve("out");
        Command redact = redact(out, settings);
        assertThat(redact.complaints()).containsExactly("Failed: " + IN + ": " + why);
        assertThat(redact.code()).isEqualTo(1);
        assertThat(Command.files(out)).isEmpty();
    }

    @Test
    void connections_that_break_are_taken_up_where_they_broke() {
        proxy.on(of("GET", "a.dcm"), 3, FaultProxy.breaksAfter(20_000));
        read();
    }

    @Test
    void a_store_that_is_busy_for_a_while_is_asked_again() {
        proxy.on(of("GET", "a.dcm"), 1, FaultProxy.status(503, "SlowDown"));
        proxy.on(of("HEAD", "a.dcm"), 1, FaultProxy.status(500, "InternalError"));
        read();
    }

    @Test
    void a_store_that_stays_busy_is_said_to_be() throws IOException {
        proxy.always("GET", "a.dcm", FaultProxy.status(503, "SlowDown"));
        unread("the store is too busy, also after retries (503 SlowDown)", "retries=1");
    }

    @Test
    void what_is_forbidden_or_gone_is_said_to_be() throws IOException {
        proxy.always("GET", "a.dcm", FaultProxy.status(403, "AccessDenied"));
        unread("the keys do not allow to read it (403 AccessDenied)");
        proxy.anew().always("GET", "a.dcm", FaultProxy.status(404, "NoSuchKey"));
        unread("no such object (404 NoSuchKey)");
        proxy.anew().always("HEAD", "a.dcm", FaultProxy.status(403, ""));
        unread("the keys do not allow to read it (403)");
    }

    @Test
    void a_body_that_stays_too_short_is_no_file() throws IOException {
        proxy.always("GET", "a.dcm", FaultProxy.shortens(1_000));
        unread("ends before all of it was received", "retries=1");
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_waited_for_once_more() throws IOException {
        proxy.on(of("GET", "a.dcm"), 1, FaultProxy.late(2_500));
        read("timeout=1");
        proxy.anew().always("GET", "a.dcm", FaultProxy.late(2_500));
        Path none = folder.resolve("none");
        Command redact = redact(none, "timeout=1", "retries=0");
        assertThat(redact.complaints().get(0)).contains("no answer in time");
        assertThat(Command.files(none)).isEmpty();
    }

    /** Text may be in what was changed on the way, and would not be found there. */
    @Test
    void bytes_that_do_not_come_to_the_checksum_are_not_searched() throws IOException {
        proxy.always("GET", "a.dcm", FaultProxy.flips(5_000));
        unread("its bytes do not match the stored checksum (MD5)");
    }

    @Test
    void an_object_that_becomes_another_meanwhile_is_not_published() throws IOException {
        byte[] before = Files.readAllBytes(server.file("scans", "a.dcm"));
        try {
            FaultProxy.Fault swap =
                    answer -> {
                        server.put("scans", "a.dcm", swapped(before));
                        return answer;
                    };
            proxy.on(of("GET", "a.dcm"), 1, swap);
            Command redact = redact("s3://clean/");
            assertThat(redact.complaints()).hasSize(1);
            assertThat(redact.complaints().get(0))
                    .contains("was changed or replaced while it was processed");
            assertThat(server.keys("clean")).isEmpty();
        } finally {
            server.put("scans", "a.dcm", before);
        }
    }

    private static byte[] swapped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    private void written(int requests) throws IOException {
        Command redact = redact("s3://clean/");
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(server.file("clean", "a.dcm")).hasBinaryContent(right);
        assertThat(proxy.requests().stream().filter(of("PUT", "a.dcm"))).hasSize(requests);
    }

    private void unwritten(String why, String... settings) throws IOException {
        Command redact = redact("s3://clean/", settings);
        assertThat(redact.complaints()).hasSize(1);
        assertThat(redact.complaints().get(0)).contains(why);
        assertThat(redact.code()).isEqualTo(1);
        assertThat(server.keys("clean")).isEmpty();
    }

    @Test
    void an_object_whose_storing_was_not_answered_is_known_again() throws IOException {
        proxy.on(of("PUT", "a.dcm"), 1, FaultProxy.losesTheAnswer());
        written(2);
    }

    @Test
    void an_object_that_a_busy_store_takes_later_is_stored() throws IOException {
        proxy.on(of("PUT", "a.dcm"), 1, FaultProxy.status(503, "SlowDown"));
        written(2);
    }

    @Test
    void bytes_that_change_on_the_way_to_the_store_are_not_stored() throws IOException {
        proxy.always("PUT", "a.dcm", FaultProxy.flipsSent(200));
        unwritten("the request was changed on the way (403 SignatureDoesNotMatch)");
    }

    @Test
    void what_may_not_be_stored_is_said_to_be() throws IOException {
        proxy.always("PUT", "a.dcm", FaultProxy.status(403, "AccessDenied"));
        unwritten("s3://clean/a.dcm: the keys do not allow to write it (403 AccessDenied)");
        proxy.anew().always("PUT", "a.dcm", FaultProxy.status(501, "NotImplemented"));
        unwritten("the store cannot write objects as requested", "retries=0");
    }

    /** A store that says it holds something else: what it holds is not what was proven. */
    @Test
    void an_object_that_the_store_does_not_confirm_is_removed() throws IOException {
        FaultProxy.Fault other =
                answer ->
                        new String(answer, StandardCharsets.ISO_8859_1)
                                .replaceAll("(?i)content-length: [0-9]+", "Content-Length: 7")
                                .getBytes(StandardCharsets.ISO_8859_1);
        proxy.on(S3FaultsIT::isHeadAfterPut, 1, other);
        unwritten("the store has different bytes than were sent; the object was removed");
    }

    private static boolean isHeadAfterPut(String line) {
        return of("HEAD", "/clean/a.dcm").test(line)
                && proxy.requests().stream().anyMatch(of("PUT", "a.dcm"));
    }

    /** Made up by a store: a key is text that somebody else wrote. */
    @Test
    void keys_lead_nowhere_else() throws IOException {
        String keys =
                String.join(
                        "</Key><Size>9</Size><ETag>\"x\"</ETag></Contents><Contents><Key>",
                        "in/../../../x.dcm",
                        "in/.",
                        "in//a.dcm",
                        "in/a b+c%2F&amp;.dcm",
                        "in/ü.dcm",
                        "in/" + "k".repeat(1_000) + ".dcm",
                        "in/c:\\\\d.dcm",
                        "in/&#10;Failed.dcm",
                        "in/.pixelanon-x.part");
        proxy.always(
                "GET",
                "list-type",
                FaultProxy.answers(
                        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>"
                                + keys
                                + "</Key><Size>9</Size><ETag>\"x\"</ETag></Contents></ListBucketResult>"));
        byte[] image = image("1.2.9", "1.2.9.1", "1.2.9.1.1");
        String head =
                "HTTP/1.1 206 X\r\nETag: \"x\"\r\nContent-Length: "
                        + image.length
                        + "\r\nConnection: close\r\n\r\n";
        proxy.on(line -> line.startsWith("HEAD "), 999, answer -> bytes(head));
        proxy.on(
                line -> line.startsWith("GET "),
                999,
                answer -> {
                    byte[] all = Arrays.copyOf(bytes(head), head.length() + image.length);
                    System.arraycopy(image, 0, all, head.length(), image.length);
                    return all;
                });
        Path out = folder.resolve("deep/er/out");
        Command redact =
                at(proxy.port(), "redact", "s3://scans/in/", "-q", "-o", out, "--rect", "0,0,1,1");
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(Command.files(folder)).hasSize(9).allMatch(file -> file.startsWith(out));
        assertThat(Command.files(out).stream().map(file -> out.relativize(file).toString()))
                .contains(
                        "%2E%2E/%2E%2E/%2E%2E/x.dcm",
                        "%2E",
                        "%/a.dcm",
                        "a b+c%2F&.dcm",
                        "ü.dcm",
                        "c%3A%5C%5Cd.dcm",
                        "%0AFailed.dcm",
                        "%2Epixelanon-x.part");
        assertThat(redact.err().lines().filter(line -> line.startsWith("Failed"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
