package org.pixelanon.dicomweb;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.dicomweb.DicomJsonReader.DataSet;
import org.pixelanon.model.source.SourceUrl;

/**
 * The response of an archive to one search by QIDO-RS (PS3.18 10.6).
 *
 * @param found data sets in the order of the archive
 * @param more whether it states that there are more
 */
record SearchPage(List<DataSet> found, boolean more) {

    /** The media type that archives must support. */
    static final String JSON = "application/dicom+json";

    private static final int LONGEST = 64 << 20;

    /**
     * Requests a page of results.
     *
     * @param place the place, for messages
     * @param path the searched resource, below the service
     * @param query names and values of the query; never shown
     * @param from number of results to skip
     * @param most number of results to request
     */
    static SearchPage of(
            DicomWebClient client,
            DicomWebPlace place,
            String path,
            Map<String, String> query,
            int from,
            int most)
            throws IOException {
        StringBuilder text = new StringBuilder("?limit=" + most + "&offset=" + from);
        query.forEach((name, value) -> text.append('&').append(name).append('=').append(value));
        HttpRequest request = client.request(place.at(path + text), JSON).GET().build();
        DicomWebClient.Held held = new DicomWebClient.Held(LONGEST);
        SourceUrl url = place.url();
        DicomWebClient.Answer answer;
        try {
            answer = client.ask(url, "search", request, Set.of(), new AtomicLong(), () -> held);
        } catch (DicomWebClient.TooLong e) {
            throw new DicomWebException(url, "the archive's list is too long", e);
        }
        byte[] json = held.bytes();
        if (answer.status() == 204 || json.length == 0) {
            return new SearchPage(List.of(), answer.more());
        }
        if (!held.type().contains("json")) {
            throw new DicomWebException(
                    url,
                    "the answer to a search is not DICOM JSON: no DICOMweb service at this path?");
        }
        try {
            return new SearchPage(DicomJsonReader.read(json), answer.more());
        } catch (IOException e) {
            throw new DicomWebException(url, "the answer to a search is not DICOM JSON", e);
        }
    }
}
