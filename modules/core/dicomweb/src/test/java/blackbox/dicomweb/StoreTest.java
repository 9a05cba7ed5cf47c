package blackbox.dicomweb;

import static blackbox.dicomweb.Archive.bytes;
import static blackbox.dicomweb.Archive.json;
import static blackbox.dicomweb.Archive.multipart;
import static blackbox.dicomweb.Archive.related;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** STOW-RS: what an archive says of a copy, and what it has then. */
class StoreTest {

    private static final String STORED =
            "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2.3.4\"]}%s}]}}";
    private static final PutCondition ABSENT = new PutCondition.Absent();
    private static final PutCondition ANYTHING = new PutCondition.Anything();

    @TempDir Path folder;

    private final Archive archive;
    private Path file = Path.of("");
    private byte[] sent = {};

    StoreTest() throws IOException {
        archive = new Archive();
    }

    @BeforeEach
    void draw() throws IOException {
        file = drawn("a.dcm", "A", 9);
        sent = Files.readAllBytes(file);
    }

    private Path drawn(String name, String description, int value) throws IOException {
        return SampleFile.of(8, 8)
                .samples((f, r, c, k) -> value)
                .with(
                        b ->
                                b.text(0x00080018, "UI", "1.2.3.4")
                                        .text(0x0008103E, "LO", description)
                                        .text(0x0020000D, "UI", "1.2")
                                        .text(0x0020000E, "UI", "1.2.3"))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private SourceObject put(PutCondition condition, String... settings) throws IOException {
        try (SourceConnection connection = archive.open(settings)) {
            return connection.put(file, archive.url("studies/any/name.dcm"), condition);
        }
    }

    private static Archive.Answer stored() {
        return json(200, STORED.formatted(""));
    }

    private Archive.Answer has(byte[] instance) throws IOException {
        return bytes(related("b"), multipart("b", instance));
    }

    private void fails(String why, PutCondition condition, String... settings) {
        assertThatThrownBy(() -> put(condition, settings)).hasMessageContaining(why);
    }

    @Test
    void a_copy_is_sent_as_it_is_and_read_back() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        archive.then(json(200, "[]"))
                .then(
                        (request, body) -> {
                            bodies.add(body);
                            stored().to(request, body);
                        })
                .then(has(sent));

        SourceObject object = put(ABSENT);

        assertThat(object.url()).isEqualTo(archive.url(Archive.INSTANCE));
        assertThat(archive.requests.get(1)).isEqualTo("POST /pacs/studies");
        String type = archive.headers.toString();
        assertThat(archive.requests).hasSize(3);
        String body = new String(bodies.get(0), StandardCharsets.ISO_8859_1);
        assertThat(body)
                .startsWith("--pixelanon-")
                .contains("\r\nContent-Type: application/dicom\r\n\r\n")
                .contains(new String(sent, StandardCharsets.ISO_8859_1))
                .endsWith("--\r\n");
        assertThat(type).doesNotContain("Authorization");
    }

    @Test
    void an_instance_that_is_there_stays_unless_that_is_wanted() throws IOException {
        String found = "[{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2.3.4\"]}}]";
        archive.then(json(200, found));
        fails("already has an instance with this UID (--overwrite", ABSENT);
        assertThat(archive.requests).hasSize(1);

        archive.then(stored()).then(has(sent));
        put(ANYTHING);
        archive.then(stored()).then(has(sent));
        put(new PutCondition.Version(""));
    }

    /** As Orthanc does without OverwriteInstances: it says stored, and keeps the unredacted one. */
    @Test
    void an_archive_that_keeps_what_it_had_is_found_out() throws IOException {
        archive.then(stored()).then(has(Files.readAllBytes(drawn("b.dcm", "A", 7))));
        fails("has different pixels", ANYTHING);
        archive.then(stored()).then(has(new byte[200]));
        fails("has different pixels", ANYTHING);
        archive.then(stored()).then(Archive.status(404));
        fails("(404)", ANYTHING);
    }

    @Test
    void an_archive_may_change_tags_and_not_pixels() throws IOException {
        archive.then(stored()).then(has(Files.readAllBytes(drawn("b.dcm", "Coerced", 9))));
        put(ANYTHING);
        archive.then(stored());
        put(ANYTHING, "read-back=no");
        assertThat(archive.requests).hasSize(3);
    }

    @Test
    void what_the_archive_did_not_store_as_it_was_sent_has_failed() {
        String failed =
                "{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":[%d]}}]}}";
        Map<Integer, String> reasons =
                Map.of(
                        0x0110, "it could not process it (0110)",
                        0x0111, "it already has an instance with this UID (0111)",
                        0x0122, "does not accept this SOP class (0122)",
                        0x0124, "this user may not store (0124)",
                        0xA700, "it is out of space (A700)",
                        0xA901, "do not fit its SOP class (A901)",
                        0xC123, "does not understand it (C123)",
                        0x7777, "it failed (7777)");
        reasons.forEach(
                (code, words) -> {
                    for (int status : new int[] {200, 202, 409}) {
                        archive.then(json(status, failed.formatted(code)));
                        fails("the archive did not store it: ", ANYTHING);
                    }
                    archive.then(json(409, failed.formatted(code)));
                    fails(words, ANYTHING);
                });
        String warned = STORED.formatted(",\"00081196\":{\"vr\":\"US\",\"Value\":[%d]}");
        archive.then(json(202, warned.formatted(0xB000)));
        fails("the archive changed it: it changed values (B000)", ANYTHING);
        archive.then(json(200, warned.formatted(0xB006)));
        fails("it left elements out (B006)", ANYTHING);
    }

    @Test
    void what_the_archive_does_not_confirm_is_not_stored() {
        for (String answer :
                List.of("{}", "[]", STORED.formatted("").replace("1.2.3.4", "1.2.3.5"))) {
            archive.then(json(200, answer));
            fails("does not confirm that it stored it (200)", ANYTHING);
        }
        for (String answer : List.of("", "<xml/>", "[{")) {
            archive.then(json(200, answer));
            fails("does not report the result (200)", ANYTHING);
        }
        archive.then(Archive.status(413));
        fails("is larger than the archive accepts (413)", ANYTHING);
        archive.then(Archive.status(415));
        fails("(415)", ANYTHING);
    }

    @Test
    void a_copy_is_sent_again_as_a_whole_when_the_archive_was_busy_or_gone() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        Archive.Answer busy =
                (request, body) -> {
                    lengths.add(body.length);
                    request.sendResponseHeaders(503, -1);
                };
        Archive.Answer gone =
                (request, body) -> {
                    lengths.add(body.length);
                    throw new IOException("as the test wants");
                };
        archive.then(busy)
                .then(gone)
                .then(
                        (request, body) -> {
                            lengths.add(body.length);
                            stored().to(request, body);
                        })
                .then(has(sent));

        put(ANYTHING);

        assertThat(lengths).hasSize(3).allMatch(n -> n > sent.length);
    }

    /** Copies are called as their inputs, and inputs as people like. */
    @Test
    void whatever_a_copy_is_called_it_goes_to_the_service() throws IOException {
        for (String name :
                List.of("studies/a.dcm", "what?.dcm", "a b/\u00e4&x=1.dcm", "1.2/x/%.dcm")) {
            archive.requests.clear();
            archive.then(json(200, "[]")).then(stored()).then(has(sent));
            try (SourceConnection connection = archive.open()) {
                assertThat(connection.find(archive.url("studies/" + name))).isEmpty();
                connection.put(file, archive.url("studies/" + name), ABSENT);
            }
            assertThat(archive.requests.get(1)).isEqualTo("POST /pacs/studies");
        }
    }

    @Test
    void a_copy_without_uids_goes_nowhere() throws IOException {
        file =
                SampleFile.of(8, 8)
                        .with(b -> b.text(0x0020000D, "UI", "x"))
                        .write(folder.resolve("no.dcm"), Syntax.EXPLICIT);
        fails("has no valid (0020,000D)", ANYTHING);
        assertThat(archive.requests).isEmpty();
    }
}
