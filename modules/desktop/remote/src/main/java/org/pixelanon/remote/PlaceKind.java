package org.pixelanon.remote;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourceUrl;

/** Kinds of places to browse, with their columns. */
@Messages({
    "TITLE_Bucket=Open from bucket",
    "TITLE_Archive=Open from PACS",
    "HINT_Bucket=s3://BUCKET/FOLDER/",
    "HINT_Archive=https://HOST/PATH of the DICOMweb service",
    "COL_Name=Name",
    "COL_Size=Size",
    "COL_Changed=Changed",
    "COL_Date=Study date",
    "COL_Patient=Patient ID",
    "COL_Modality=Modality",
    "COL_Description=Description",
    "COL_Series=Series",
    "COL_Images=Images",
    "COL_Number=No.",
    "COL_BodyPart=Body part",
    "COL_Frames=Frames",
    "COL_Pixels=Pixels",
    "COL_Uid=SOP Instance UID"
})
enum PlaceKind {

    /** A store of objects. */
    BUCKET(Set.of("s3")),

    /** A DICOMweb archive. */
    ARCHIVE(Set.of("dicomweb+https", "dicomweb+http"));

    /**
     * A column.
     *
     * @param title its heading
     * @param width its relative width
     * @param right whether it contains numbers
     * @param text its text for an entry
     */
    record Column(
            String title,
            int width,
            boolean right,
            java.util.function.Function<SourceEntry, String> text) {}

    private static final Pattern DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final String STUDIES = "/studies";
    private static final int UNIT = 1000;

    private final Set<String> schemes;

    PlaceKind(Set<String> schemes) {
        this.schemes = schemes;
    }

    boolean has(String scheme) {
        return schemes.contains(scheme);
    }

    String title() {
        return this == BUCKET ? Bundle.TITLE_Bucket() : Bundle.TITLE_Archive();
    }

    String hint() {
        return this == BUCKET ? Bundle.HINT_Bucket() : Bundle.HINT_Archive();
    }

    /** The URL for typed text, which may omit the constant parts. */
    String address(String typed) {
        String text = typed.strip();
        if (this == BUCKET) {
            return SourceUrl.isUrl(text) ? text : "s3://" + text.replaceFirst("^/+", "");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean plain = lower.startsWith("https://") || lower.startsWith("http://");
        String url =
                plain
                        ? "dicomweb+" + text
                        : SourceUrl.isUrl(text) ? text : "dicomweb+https://" + text;
        boolean whole = url.contains(STUDIES + "/") || url.endsWith(STUDIES);
        return whole ? url : url.replaceFirst("/+$", "") + STUDIES;
    }

    /** The parent of a place; the place itself if it is the top. */
    SourceUrl above(SourceUrl place) {
        String path = place.path().replaceFirst("/$", "");
        if (this == BUCKET) {
            return place.at(path.substring(0, path.lastIndexOf('/') + 1));
        }
        return switch (depth(place)) {
            case 0 -> place;
            case 1 -> place.at(path.substring(0, path.lastIndexOf('/')));
            default -> place.at(path.replaceFirst("/[^/]*/[^/]*$", ""));
        };
    }

    /** How many UIDs an archive's URL names. */
    private static int depth(SourceUrl place) {
        String path = "/" + place.path().replaceFirst("/$", "");
        int at = path.indexOf(STUDIES);
        long slashes = path.substring(at < 0 ? 0 : at + 1).chars().filter(c -> c == '/').count();
        return (int) (slashes + 1) / 2;
    }

    /** Whether a place is the top, where an archive is searched. */
    boolean isTop(SourceUrl place) {
        return above(place).equals(place);
    }

    List<Column> columns(SourceUrl place) {
        if (this == BUCKET) {
            return List.of(
                    new Column(Bundle.COL_Name(), 460, false, SourceEntry::name),
                    new Column(Bundle.COL_Size(), 90, true, e -> size(e.size())),
                    new Column(Bundle.COL_Changed(), 150, false, PlaceKind::changed));
        }
        return switch (depth(place)) {
            case 0 ->
                    List.of(
                            new Column(
                                    Bundle.COL_Date(), 90, false, e -> date(e.fact("StudyDate"))),
                            fact(Bundle.COL_Patient(), 120, false, "PatientID"),
                            fact(Bundle.COL_Modality(), 80, false, "ModalitiesInStudy"),
                            fact(Bundle.COL_Description(), 260, false, "StudyDescription"),
                            fact(Bundle.COL_Series(), 60, true, "NumberOfStudyRelatedSeries"),
                            fact(Bundle.COL_Images(), 70, true, "NumberOfStudyRelatedInstances"));
            case 1 ->
                    List.of(
                            fact(Bundle.COL_Number(), 60, false, "SeriesNumber"),
                            fact(Bundle.COL_Modality(), 80, false, "Modality"),
                            fact(Bundle.COL_Description(), 300, false, "SeriesDescription"),
                            fact(Bundle.COL_BodyPart(), 120, false, "BodyPartExamined"),
                            fact(Bundle.COL_Images(), 70, true, "NumberOfSeriesRelatedInstances"));
            default ->
                    List.of(
                            fact(Bundle.COL_Number(), 60, false, "InstanceNumber"),
                            fact(Bundle.COL_Frames(), 70, true, "NumberOfFrames"),
                            new Column(Bundle.COL_Pixels(), 110, true, PlaceKind::pixels),
                            new Column(Bundle.COL_Uid(), 400, false, SourceEntry::name));
        };
    }

    private static Column fact(String title, int width, boolean right, String keyword) {
        return new Column(title, width, right, e -> e.fact(keyword));
    }

    private static String pixels(SourceEntry entry) {
        boolean told = !entry.fact("Columns").isEmpty() && !entry.fact("Rows").isEmpty();
        return told ? entry.fact("Columns") + " × " + entry.fact("Rows") : "";
    }

    private static String date(String value) {
        return DATE.matcher(value).replaceFirst("$1-$2-$3");
    }

    private static String changed(SourceEntry entry) {
        return entry.modified().equals(java.time.Instant.EPOCH)
                ? ""
                : entry.modified().toString().replace('T', ' ').replaceFirst("(:..)(:.*)?Z$", "$1");
    }

    /** A size in the unit that gives at most three digits before the point. */
    static String size(long bytes) {
        if (bytes < 0) {
            return "";
        }
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= UNIT && unit < units.length - 1) {
            value /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
