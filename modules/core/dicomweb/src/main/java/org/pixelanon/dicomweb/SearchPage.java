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
 * The answer of an archive to one search by QIDO-RS (PS3.18 10.6).
 *
 * @param found data sets in the order of the archive
 * @param more whether it says that there are others
 */
record SearchPage(List<DataSet> found, boolean more) {

    /** The form in which archives must be able to answer. */
    static final String JSON = "application/dicom+json";

    private static final int LONGEST = 64 << 20;

    /**
     * Asks for some of what there is.
     *
     * @param place where; named in messages
     * @param path what is searched, below the service
     * @param query names and values as they are in a query; never shown
     * @param from how many are skipped
     * @param most how many are requested
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
