package org.pixelanon.dicomweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pixelanon.dicomweb.DicomJsonReader.DataSet;

/**
 * Searches by QIDO-RS (PS3.18 10.6), study by study and series by series, because not every archive
 * can search instances across them. Holds the UIDs of one level at a time.
 */
final class InstanceSearch {

    private static final String STUDY = "0020000D";
    private static final String SERIES = "0020000E";
    private static final String INSTANCE = "00080018";
    private static final int PAGE = 200;

    private final DicomWebClient client;
    private final DicomWebPlace place;

    InstanceSearch(DicomWebClient client, DicomWebPlace place) {
        this.client = client;
        this.place = place;
    }

    /** Passes on study, series and instance of everything that matches the place and its filter. */
    void each(Consumer<List<String>> taker) throws IOException {
        List<String> named = place.uids();
        List<String> studies =
                named.isEmpty()
                        ? uids("studies", place.filterOf(DicomWebPlace.OF_STUDY), STUDY)
                        : kept(named.get(0));
        for (String study : studies) {
            String inStudy = "studies/" + study + "/series";
            List<String> series =
                    named.size() > 1
                            ? keptSeries(inStudy, named.get(1))
                            : uids(inStudy, place.filterOf(DicomWebPlace.OF_SERIES), SERIES);
            for (String one : series) {
                instances(study, one, taker);
            }
        }
    }

    /** A given study counts only if it matches the filter. */
    private List<String> kept(String study) throws IOException {
        Map<String, String> filter = place.filterOf(DicomWebPlace.OF_STUDY);
        if (filter.isEmpty()) {
            return List.of(study);
        }
        filter.put("StudyInstanceUID", study);
        return uids("studies", filter, STUDY);
    }

    private List<String> keptSeries(String inStudy, String series) throws IOException {
        Map<String, String> filter = place.filterOf(DicomWebPlace.OF_SERIES);
        if (filter.isEmpty()) {
            return List.of(series);
        }
        filter.put("SeriesInstanceUID", series);
        return uids(inStudy, filter, SERIES);
    }

    private void instances(String study, String series, Consumer<List<String>> taker)
            throws IOException {
        String path = "studies/" + study + "/series/" + series + "/instances";
        Map<String, String> filter = place.filterOf(DicomWebPlace.OF_INSTANCE);
        if (place.uids().size() > 2) {
            filter.put("SOPInstanceUID", place.uids().get(2));
        }
        for (String instance : uids(path, filter, INSTANCE)) {
            taker.accept(List.of(study, series, instance));
        }
    }

    /**
     * Reads all pages; archives may return fewer results than requested and state that there are
     * more.
     */
    private List<String> uids(String path, Map<String, String> filter, String tag)
            throws IOException {
        List<String> uids = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            int before = seen.size();
            SearchPage page = SearchPage.of(client, place, path, filter, before, PAGE);
            for (DataSet found : page.found()) {
                String uid = found.first(tag);
                if (!DicomWebPlace.isUid(uid)) {
                    throw new DicomWebException(
                            place.url(), "the archive lists an entry without UID");
                }
                if (seen.add(uid)) {
                    uids.add(uid);
                }
            }
            // an archive without paging returns the same results again
            more = seen.size() > before && (page.found().size() >= PAGE || page.more());
        }
        return uids;
    }
}
