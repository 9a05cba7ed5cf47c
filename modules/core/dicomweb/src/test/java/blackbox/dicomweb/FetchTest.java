package blackbox.dicomweb;

import static blackbox.dicomweb.Archive.bytes;
import static blackbox.dicomweb.Archive.multipart;
import static blackbox.dicomweb.Archive.related;
import static blackbox.dicomweb.Archive.status;
import static blackbox.dicomweb.Archive.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicomweb.DicomWebException;

/** WADO-RS from an archive that does not do well. */
class FetchTest {

    private static final String B = "0123456789";
    private static final String SECRET = "hunter2-Secret";

    private final Archive archive;

    FetchTest() throws IOException {
        archive = new Archive();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void fails(String why, String... settings) {
        assertThatThrownBy(() -> archive.read(settings))
                .isInstanceOf(DicomWebException.class)
                .hasMessageStartingWith("dicomweb+http://localhost:")
                .hasMessageContaining(Archive.INSTANCE + ": ")
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("words", SECRET);
    }

    @Test
    void an_instance_comes_as_the_archive_keeps_it() throws IOException {
        byte[] instance = random(1, 300_000);
        archive.always(bytes(related(B), multipart(B, instance)));

        assertThat(archive.read()).isEqualTo(instance);
        assertThat(archive.requests).containsExactly("GET /pacs/" + Archive.INSTANCE);
        assertThat(archive.headers.get("Accept"))
                .containsExactly(
                        "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        archive.always(bytes("application/dicom", instance));
        assertThat(archive.read()).isEqualTo(instance);
    }

    /** In blocks of any size; what looks like the end of a part and is none stays. */
    @Test
    void what_looks_like_a_delimiter_belongs_to_the_instance() throws IOException {
        byte[] almost = text("\r\n--012345678\r\n--\r\n--01234567890\r\r\n--0123\r\n\r\n--");
        byte[] instance = Arrays.copyOf(almost, 2 * almost.length);
        System.arraycopy(almost, 0, instance, almost.length, almost.length);
        instance = Arrays.copyOf(instance, instance.length - 1);
        // a delimiter is a delimiter, whatever follows; so none of ours is whole
        String text = new String(instance, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] part = text(text.replace("\r\n--01234567890", "\r\n--0123456780"));
        byte[] body = multipart(B, part);
        byte[] around = text("preamble\r\n");
        byte[] all = Arrays.copyOf(around, around.length + body.length + 8);
        System.arraycopy(body, 0, all, around.length, body.length);
        for (int block : List.of(1, 2, 3, 7, 13, 64, 10_000)) {
            archive.always(
                    (request, b) -> {
                        request.getResponseHeaders().set("Content-Type", related(B));
                        request.sendResponseHeaders(200, 0);
                        for (int i = 0; i < all.length; i += block) {
                            request.getResponseBody()
                                    .write(all, i, Math.min(block, all.length - i));
                            request.getResponseBody().flush();
                        }
                    });
            assertThat(archive.read()).isEqualTo(part);
        }
    }

    @Test
    void answers_that_are_no_success_say_what_to_do() {
        Map<Integer, String> answers =
                Map.of(
                        400, "no DICOMweb service",
                        401, "requires a login: set token",
                        403, "does not allow you to read",
                        404, "not found",
                        302, "redirects to another address, which is not followed",
                        406, "cannot return it in the requested format");
        answers.forEach(
                (status, why) -> {
                    archive.requests.clear();
                    archive.always(status(status));
                    fails(why, "token=" + SECRET);
                    fails("(" + status + ")", "user=ann", "password=" + SECRET);
                    assertThat(archive.requests).hasSize(2);
                });
    }

    @Test
    void what_may_succeed_later_is_asked_again() throws IOException {
        byte[] instance = random(2, 5_000);
        for (int status : new int[] {408, 429, 500, 502, 503, 504}) {
            archive.then(
                    (request, body) -> {
                        request.getResponseHeaders().set("Retry-After", "0");
                        request.sendResponseHeaders(status, -1);
                    });
            archive.always(bytes(related(B), multipart(B, instance)));
            assertThat(archive.read()).isEqualTo(instance);
        }
        archive.requests.clear();
        archive.always(status(503));
        fails("too busy, also after retries (503)", "tries=2");
        assertThat(archive.requests).hasSize(2);
    }

    /** Who says "in an hour" is not waited for. */
    @Test
    void an_archive_that_wants_to_be_asked_much_later_is_not_waited_for() {
        for (String later : List.of("3600", "Tue, 31 Dec 2199 23:59:59 GMT")) {
            archive.requests.clear();
            archive.always(
                    (request, body) -> {
                        request.getResponseHeaders().set("Retry-After", later);
                        request.sendResponseHeaders(429, -1);
                    });
            fails("too busy");
            assertThat(archive.requests).hasSize(1);
        }
    }

    @Test
    void a_connection_that_breaks_is_taken_up_without_repeating_a_byte() throws IOException {
        byte[] instance = random(3, 200_000);
        byte[] body = multipart(B, instance);
        archive.then(Archive.breaks(related(B), body, 40_000))
                .then(Archive.breaks(related(B), body, 10))
                .then(Archive.breaks(related(B), body, 150_000))
                .always(bytes(related(B), body));

        assertThat(archive.read()).isEqualTo(instance);
        assertThat(archive.requests).hasSize(4);
    }

    @Test
    void an_instance_that_changes_between_two_answers_is_not_mixed() throws IOException {
        byte[] old = multipart(B, random(4, 100_000));
        archive.then(Archive.breaks(related(B), old, 50_000))
                .always(bytes(related(B), multipart(B, random(5, 100_000))));
        fails("was changed or replaced while it was read");

        archive.then(Archive.breaks(related(B), old, 50_000))
                .always(bytes(related(B), multipart(B, random(4, 1_000))));
        fails("was changed or replaced while it was read");
    }

    @Test
    void a_body_that_ends_too_early_is_no_instance() throws IOException {
        byte[] body = multipart(B, random(6, 1_000));
        for (int end : new int[] {0, 5, 20, 60, 500, body.length - 5}) {
            archive.always(bytes(related(B), Arrays.copyOf(body, end)));
            fails("the answer ends before its last part does", "tries=2");
        }
        archive.always(bytes(related(B), multipart(B, new byte[0])));
        fails("is empty", "tries=1");
        archive.always(Archive.breaks(related(B), body, 300));
        fails("the connection broke", "tries=2");
    }

    @Test
    void what_is_no_instance_is_refused() throws IOException {
        byte[] body = multipart(B, random(7, 100));
        archive.always(bytes("text/html", text("<b>words</b>")));
        fails("does not return an instance");
        archive.always(bytes("application/dicom+json", text("[]")));
        fails("does not return an instance");
        archive.always(bytes("multipart/related; type=\"application/dicom\"", body));
        fails("states no boundary of its parts", "tries=1");
        String json = "--" + B + "\r\nContent-Type: application/json\r\n\r\n{}\r\n--" + B + "--";
        archive.always(bytes(related(B), text(json)));
        fails("a part that is not DICOM", "tries=1");
        String head = "--" + B + "\r\nX: " + "x".repeat(20_000);
        archive.always(bytes(related(B), text(head)));
        fails("an overlong header", "tries=1");
        String two = "--" + B + "\r\n\r\na\r\n--" + B + "\r\n\r\nb\r\n--" + B + "--";
        archive.always(bytes(related(B), text(two)));
        fails("more than one part", "tries=1");
    }

    @Test
    void an_answer_that_stops_coming_is_given_up() throws IOException {
        byte[] body = multipart(B, random(8, 10_000));
        archive.always(
                (request, b) -> {
                    request.getResponseHeaders().set("Content-Type", related(B));
                    request.sendResponseHeaders(200, body.length);
                    request.getResponseBody().write(body, 0, 5_000);
                    request.getResponseBody().flush();
                    try {
                        Thread.currentThread().join(20_000); // until the server is stopped
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        fails("no answer in time", "timeout=1", "tries=1");
    }

    @Test
    void credentials_go_to_the_archive_and_to_nobody_else() throws IOException {
        byte[] body = multipart(B, random(9, 100));
        try (Archive other = new Archive()) {
            archive.always(bytes(related(B), body));
            archive.read("token=" + SECRET);
            assertThat(archive.headers.get("Authorization")).containsExactly("Bearer " + SECRET);
            archive.read("user=ann", "password=" + SECRET);
            assertThat(archive.headers.get("Authorization").get(0)).startsWith("Basic ");
            archive.always(
                    (request, b) -> {
                        request.getResponseHeaders()
                                .set("Location", "http://localhost:" + other.port() + "/");
                        request.sendResponseHeaders(307, -1);
                    });
            fails("not followed", "token=" + SECRET);
            assertThat(other.requests).isEmpty();
        }
        assertThatThrownBy(() -> archive.open("token=" + SECRET, "user=ann", "password=x"))
                .hasMessageContaining("both a token and a user");
        assertThatThrownBy(() -> archive.open("user=" + SECRET))
                .hasMessageContaining("or neither")
                .hasMessageNotContainingAny(SECRET);
    }
}
