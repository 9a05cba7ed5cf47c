package org.pixelanon.dicomweb;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.dicomweb.DicomJsonReader.DataSet;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourcePage;

/**
 * One level of an archive: studies, the series of a study, the instances of a series. Searching by
 * patient is allowed here, because the query is in no URL that is stored or shown.
 */
final class ArchiveBrowsing {

    /**
     * Query and result attributes of each level: keyword and tag (PS3.18 Tables 10.6.3-3 to -5).
     */
    private enum Level {
        STUDY(
                Map.of(
                        "StudyInstanceUID", "0020000D",
                        "PatientID", "00100020",
                        "StudyDate", "00080020",
                        "StudyDescription", "00081030",
                        "ModalitiesInStudy", "00080061",
                        "NumberOfStudyRelatedSeries", "00201206",
                        "NumberOfStudyRelatedInstances", "00201208"),
                "StudyDescription,ModalitiesInStudy,NumberOfStudyRelatedSeries,"
                        + "NumberOfStudyRelatedInstances"),
        SERIES(
                Map.of(
                        "SeriesInstanceUID", "0020000E",
                        "SeriesNumber", "00200011",
                        "SeriesDescription", "0008103E",
                        "Modality", "00080060",
                        "BodyPartExamined", "00180015",
                        "NumberOfSeriesRelatedInstances", "00201209"),
                "SeriesDescription,BodyPartExamined,NumberOfSeriesRelatedInstances"),
        INSTANCE(
                Map.of(
                        "SOPInstanceUID", "00080018",
                        "InstanceNumber", "00200013",
                        "NumberOfFrames", "00280008",
                        "Rows", "00280010",
                        "Columns", "00280011"),
                "InstanceNumber,NumberOfFrames,Rows,Columns");

        private final Map<String, String> tags;
        private final String more;

        Level(Map<String, String> tags, String more) {
            this.tags = tags;
            this.more = more;
        }

        String uid() {
            return this == STUDY
                    ? "StudyInstanceUID"
                    : this == SERIES ? "SeriesInstanceUID" : "SOPInstanceUID";
        }
    }

    private ArchiveBrowsing() {}

    static SourcePage page(
            DicomWebClient client,
            DicomWebPlace place,
            Map<String, String> wanted,
            String from,
            int most)
            throws IOException {
        List<String> above = place.uids();
        if (!place.ofService() || above.size() >= Level.values().length) {
            throw new DicomWebException(place.url(), "cannot be browsed");
        }
        Level level = Level.values()[above.size()];
        Map<String, String> query = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (!level.tags.containsKey(one.getKey())) {
                throw new DicomWebException(
                        place.url(), "cannot be searched by " + one.getKey() + " here");
            }
            query.put(one.getKey(), URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
        }
        query.put("includefield", level.more);
        int offset = from.isEmpty() ? 0 : Integer.parseInt(from);
        SearchPage page = SearchPage.of(client, place, path(above), query, offset, most);
        List<SourceEntry> entries = new ArrayList<>();
        for (DataSet found : page.found()) {
            entries.add(entry(place, level, found));
        }
        boolean more = !entries.isEmpty() && (entries.size() == most || page.more());
        return new SourcePage(entries, more ? String.valueOf(offset + entries.size()) : "");
    }

    private static String path(List<String> above) {
        return switch (above.size()) {
            case 0 -> "studies";
            case 1 -> "studies/" + above.get(0) + "/series";
            default -> "studies/" + above.get(0) + "/series/" + above.get(1) + "/instances";
        };
    }

    private static SourceEntry entry(DicomWebPlace place, Level level, DataSet found)
            throws DicomWebException {
        Map<String, String> facts = new HashMap<>();
        level.tags.forEach(
                (keyword, tag) -> {
                    String value = String.join(", ", found.all(tag));
                    if (!value.isEmpty()) {
                        facts.put(keyword, value);
                    }
                });
        String uid = facts.getOrDefault(level.uid(), "");
        if (!DicomWebPlace.isUid(uid)) {
            throw new DicomWebException(place.url(), "the archive lists an entry without UID");
        }
        return new SourceEntry(
                place.urlBelow(uid), uid, level != Level.INSTANCE, -1, Instant.EPOCH, facts);
    }
}
