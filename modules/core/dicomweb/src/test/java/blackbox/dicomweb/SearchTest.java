package blackbox.dicomweb;

import static blackbox.dicomweb.Archive.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicomweb.DicomWebException;
import org.pixelanon.dicomweb.DicomWebSource;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceUrl;

/** QIDO-RS, and what URLs mean. */
class SearchTest {

    private static final String STUDY = "0020000D";
    private static final String SERIES = "0020000E";
    private static final String INSTANCE = "00080018";

    private final Archive archive;

    SearchTest() throws IOException {
        archive = new Archive();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private static String found(String tag, String... uids) {
        return Stream.of(uids)
                .map(
                        uid ->
                                "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A^B\"}]},\""
                                        + tag
                                        + "\":{\"vr\":\"UI\",\"Value\":[\""
                                        + uid
                                        + "\"]}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** One study, two series, three instances. */
    private void small() {
        archive.then(json(200, found(STUDY, "1.2")))
                .then(json(200, found(SERIES, "1.2.3", "1.2.4")))
                .then(json(200, found(INSTANCE, "1.2.3.1", "1.2.3.2")))
                .then(json(200, found(INSTANCE, "1.2.4.1")));
    }

    @Test
    void all_instances_are_found_study_by_study_and_have_places_in_a_folder() throws IOException {
        small();

        List<SourceObject> all = archive.list("studies");

        assertThat(all)
                .extracting(SourceObject::below)
                .containsExactly(
                        "1.2/1.2.3/1.2.3.1.dcm", "1.2/1.2.3/1.2.3.2.dcm", "1.2/1.2.4/1.2.4.1.dcm");
        assertThat(all.get(2).url())
                .isEqualTo(archive.url("studies/1.2/series/1.2.4/instances/1.2.4.1"));
        assertThat(archive.requests)
                .containsExactly(
                        "GET /pacs/studies?limit=200&offset=0",
                        "GET /pacs/studies/1.2/series?limit=200&offset=0",
                        "GET /pacs/studies/1.2/series/1.2.3/instances?limit=200&offset=0",
                        "GET /pacs/studies/1.2/series/1.2.4/instances?limit=200&offset=0");
    }

    @Test
    void a_filter_is_asked_at_its_level() throws IOException {
        small();

        archive.list("studies?Modality=CT&StudyDate=20260101-20260131&SOPClassUID=1.2.3");

        assertThat(archive.requests.get(0)).endsWith("&StudyDate=20260101-20260131");
        assertThat(archive.requests.get(1)).endsWith("offset=0&Modality=CT");
        assertThat(archive.requests.get(3)).endsWith("offset=0&SOPClassUID=1.2.3");
    }

    @Test
    void what_is_named_is_not_searched_for() throws IOException {
        archive.then(json(200, found(INSTANCE, "1.2.3.1")));
        assertThat(archive.list("studies/1.2/series/1.2.3/"))
                .extracting(SourceObject::below)
                .containsExactly("1.2.3.1.dcm");
        archive.then(json(200, found(INSTANCE, "1.2.3.4")));
        assertThat(archive.list(Archive.INSTANCE)).hasSize(1);
        assertThat(archive.requests.get(1)).endsWith("&SOPInstanceUID=1.2.3.4");
    }

    /** An archive may have a limit of its own and say so (PS3.18 8.3.4.4). */
    @Test
    void lists_come_in_pages_of_any_length() throws IOException {
        String series = "studies/1.2/series/1.2.3";
        archive.then(
                        (request, body) -> {
                            request.getResponseHeaders().set("Warning", "299 pacs \"more\"");
                            json(200, found(INSTANCE, "1.1", "1.2")).to(request, body);
                        })
                .then(json(200, found(INSTANCE, "1.3")));
        assertThat(archive.list(series)).hasSize(3);
        assertThat(archive.requests.get(1)).endsWith("limit=200&offset=2");

        String[] full = IntStream.range(1, 201).mapToObj(i -> "1.2." + i).toArray(String[]::new);
        archive.then(json(200, found(INSTANCE, full)))
                .then((r, b) -> r.sendResponseHeaders(204, -1));
        assertThat(archive.list(series)).hasSize(200);
        // one that knows no pages gives the same again
        archive.then(json(200, found(INSTANCE, full))).then(json(200, found(INSTANCE, full)));
        assertThat(archive.list(series)).hasSize(200);
    }

    @Test
    void what_is_no_list_of_instances_is_refused() {
        List<String> bodies =
                List.of("<html>", "[1]", "[{", "{}x", "[" + "{\"1\":{\"Value\":[".repeat(30));
        for (String body : bodies) {
            archive.always(json(200, body));
            assertThatThrownBy(() -> archive.list("studies"))
                    .isInstanceOf(DicomWebException.class)
                    .hasMessageContaining("not DICOM JSON");
        }
        for (String uid : List.of("", "../../x", "1.2/3", "1..2", "9".repeat(65))) {
            archive.always(json(200, found(STUDY, uid)));
            assertThatThrownBy(() -> archive.list("studies"))
                    .hasMessageContaining("lists an entry without UID");
        }
        archive.always(Archive.bytes("text/html", Archive.text("[]")));
        assertThatThrownBy(() -> archive.list("studies"))
                .hasMessageContaining("no DICOMweb service at this path?");
    }

    @Test
    void an_instance_is_there_or_not() throws IOException {
        try (SourceConnection connection = archive.open()) {
            archive.then(json(200, "[]"));
            assertThat(connection.find(archive.url(Archive.INSTANCE))).isEmpty();
            archive.then(Archive.status(404)); // of a study that it does not have
            assertThat(connection.find(archive.url(Archive.INSTANCE))).isEmpty();
            archive.then(json(200, found(INSTANCE, "1.2.3.4")));
            assertThat(connection.find(archive.url(Archive.INSTANCE))).isPresent();
            archive.always(Archive.status(403));
            SourceUrl other = archive.url("studies/1.2/series/1.2.3/instances/1.9");
            assertThatThrownBy(() -> connection.find(other)).hasMessageContaining("(403)");
            assertThat(connection.find(archive.url("studies/1.2/1.2.3/1.2.3.4.dcm"))).isEmpty();
        }
    }

    @Test
    void urls_that_are_wrong_say_what_is_wrong_and_show_no_name() {
        DicomWebSource source = new DicomWebSource();
        assertThat(source.refusal(url("pacs/studies?StudyDate=20260101"))).isEmpty();
        for (String filter : List.of("PatientName=Doe", "PatientID=77", "AccessionNumber=5", "x")) {
            Optional<String> refusal = source.refusal(url("pacs/studies?" + filter));
            assertThat(refusal)
                    .get()
                    .asString()
                    .contains("patient attributes are not allowed in URLs");
            assertThat(refusal).get().asString().doesNotContain("Doe", "77", "=5");
        }
        assertThat(source.refusal(url("pacs/"))).get().asString().contains("/PATH/studies");
        assertThat(source.refusal(url("a b/studies"))).get().asString().contains("%XX");
        assertThat(source.refusal(SourceUrl.parse("dicomweb+https://[::1/studies")))
                .get()
                .asString()
                .contains("%XX");
        assertThatThrownBy(() -> SourceUrl.parse("dicomweb+https://host:port:1/studies"))
                .hasMessageContaining("names no valid host");
        assertThatThrownBy(() -> archive.list("studies/1.2/3"))
                .hasMessageContaining("is not a study, series or instance");
    }

    private static SourceUrl url(String path) {
        return SourceUrl.parse("dicomweb+https://host/" + path);
    }

    @Test
    void nothing_is_read_without_encryption_unless_that_is_asked_for() throws IOException {
        DicomWebSource source = new DicomWebSource();
        SourceUrl far = SourceUrl.parse("dicomweb+http://pacs.invalid/studies");
        assertThatThrownBy(() -> source.open(far, Archive.settings()))
                .hasMessageContaining("would be unencrypted");
        source.open(far, Archive.settings("allow-http=true")).close();
        for (String wrong : List.of("timeout=0", "tries=x", "tries=1000", "ca=/nowhere")) {
            assertThatThrownBy(() -> archive.open(wrong))
                    .hasMessageContaining("setting " + wrong.replaceAll("=.*", ""));
        }
    }

    @Test
    void an_archive_that_is_not_there_is_told_from_one_that_has_no_name() throws IOException {
        int port = archive.port();
        SourceConnection connection = archive.open("tries=1");
        archive.close();
        assertThatThrownBy(() -> connection.list(archive.url("studies"), o -> {}))
                .hasMessageContaining("localhost:" + port)
                .hasMessageContaining("connection refused");
        SourceUrl nowhere = SourceUrl.parse("dicomweb+https://pacs.invalid/studies");
        try (SourceConnection none = new DicomWebSource().open(nowhere, Archive.settings())) {
            assertThatThrownBy(() -> none.list(nowhere, o -> {}))
                    .hasMessageContaining("unknown host");
        }
    }
}
