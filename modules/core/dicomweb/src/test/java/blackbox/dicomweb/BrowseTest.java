package blackbox.dicomweb;

import static blackbox.dicomweb.Archive.json;
import static blackbox.dicomweb.Archive.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicomweb.DicomWebException;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourcePage;

/** An archive is looked through level by level, and a page at a time. */
class BrowseTest {

    private final Archive archive;

    BrowseTest() throws IOException {
        archive = new Archive();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private static String element(String tag, String vr, String value) {
        return "\"" + tag + "\":{\"vr\":\"" + vr + "\",\"Value\":[" + value + "]}";
    }

    private SourcePage browse(String path, Map<String, String> wanted, String from, int most)
            throws IOException {
        try (SourceConnection connection = archive.open("tries=1")) {
            return connection.browse(archive.url(path), wanted, from, most);
        }
    }

    @Test
    void studies_are_found_by_patient_date_and_modality_and_tell_what_they_hold()
            throws IOException {
        archive.then(
                json(
                        200,
                        "[{"
                                + String.join(
                                        ",",
                                        element("0020000D", "UI", "\"1.2\""),
                                        element("00100020", "LO", "\"P 1\""),
                                        element("00080061", "CS", "\"US\",\"SR\""),
                                        element("00201208", "IS", "12"))
                                + "}]"));

        SourcePage page =
                browse("studies", Map.of("PatientID", "P 1&x", "StudyDate", "20260101-"), "", 50);

        assertThat(page.next()).isEmpty();
        assertThat(page.entries())
                .containsExactly(
                        new SourceEntry(
                                archive.url("studies/1.2"),
                                "1.2",
                                true,
                                -1,
                                java.time.Instant.EPOCH,
                                Map.of(
                                        "StudyInstanceUID", "1.2",
                                        "PatientID", "P 1",
                                        "ModalitiesInStudy", "US, SR",
                                        "NumberOfStudyRelatedInstances", "12")));
        assertThat(page.toString()).doesNotContain("P 1");
        assertThat(archive.requests.get(0))
                .startsWith("GET /pacs/studies?limit=50&offset=0&")
                .contains("&PatientID=P+1%26x", "&StudyDate=20260101-");
    }

    @Test
    void below_a_study_are_its_series_and_below_these_their_instances() throws IOException {
        archive.then(json(200, "[{" + element("0020000E", "UI", "\"1.2.3\"") + "}]"))
                .then(json(200, "[{" + element("00080018", "UI", "\"1.2.3.4\"") + "}]"));

        SourceEntry series = browse("studies/1.2", Map.of(), "", 50).entries().get(0);
        SourceEntry instance =
                browse("studies/1.2/series/1.2.3", Map.of(), "", 50).entries().get(0);

        assertThat(series.isPlace()).isTrue();
        assertThat(series.url()).isEqualTo(archive.url("studies/1.2/series/1.2.3"));
        assertThat(instance.isPlace()).isFalse();
        assertThat(instance.url())
                .isEqualTo(archive.url("studies/1.2/series/1.2.3/instances/1.2.3.4"));
    }

    @Test
    void a_page_says_where_the_next_begins() throws IOException {
        archive.then(json(200, studies(1, 3))).then(json(200, studies(4, 4)));

        SourcePage first = browse("studies", Map.of(), "", 3);
        SourcePage last = browse("studies", Map.of(), first.next(), 3);

        assertThat(first.entries()).hasSize(3);
        assertThat(last.entries()).extracting(SourceEntry::name).containsExactly("1.4");
        assertThat(last.next()).isEmpty();
        assertThat(archive.requests.get(1)).contains("limit=3&offset=3");
    }

    private static String studies(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> "{" + element("0020000D", "UI", "\"1." + n + "\"") + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void what_was_asked_stands_in_no_message() {
        archive.always(status(403));
        assertThatThrownBy(() -> browse("studies", Map.of("PatientID", "P1"), "", 3))
                .isInstanceOf(DicomWebException.class)
                .hasMessageContaining("does not allow you to search it (403)")
                .message()
                .doesNotContain("P1");
        assertThatThrownBy(() -> browse("studies", Map.of("PatientName", "P1"), "", 3))
                .hasMessageContaining("cannot be searched by PatientName here");
        assertThatThrownBy(() -> browse("studies/1.2", Map.of("PatientID", "P1"), "", 3))
                .hasMessageContaining("cannot be searched by PatientID here");
    }
}
