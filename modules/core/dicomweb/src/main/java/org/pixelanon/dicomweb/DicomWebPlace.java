package org.pixelanon.dicomweb;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pixelanon.model.source.SourceUrl;

/**
 * The meaning of a URL: everything before {@code /studies} is the service; then follow the UIDs of
 * a study, series and instance as in WADO-RS (PS3.18 10.4.1), and a filter after a question mark.
 * Anything else after {@code /studies} is the name of a copy to be stored, whose place is given by
 * its UIDs.
 *
 * @param url the URL
 * @param service the address of the service
 * @param uids the UIDs of study, series and instance, as far as given
 * @param ofService whether it has the form used by the service itself
 * @param filter names of elements and their required values
 */
record DicomWebPlace(
        SourceUrl url,
        URI service,
        List<String> uids,
        boolean ofService,
        Map<String, String> filter) {

    private static final String STUDIES = "studies";
    private static final String SERIES = "series";
    private static final String INSTANCES = "instances";
    private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int LONGEST_UID = 64;
    private static final int ALL = 3;

    /** Attributes for searching studies that do not identify a patient. */
    static final Set<String> OF_STUDY = Set.of("StudyDate", "StudyTime", "ModalitiesInStudy");

    /** The same for series. */
    static final Set<String> OF_SERIES =
            Set.of(
                    "Modality",
                    "SeriesNumber",
                    "BodyPartExamined",
                    "PerformedProcedureStepStartDate");

    /** The same for instances. */
    static final Set<String> OF_INSTANCE = Set.of("SOPClassUID", "InstanceNumber");

    DicomWebPlace {
        uids = List.copyOf(uids);
        filter = Map.copyOf(filter);
    }

    /**
     * Parses a URL given by a user.
     *
     * @throws IllegalArgumentException if it is wrong; the message says how, without values
     */
    static DicomWebPlace written(SourceUrl url) {
        int mark = url.path().indexOf('?');
        if (mark >= 0) {
            filter(url.path().substring(mark + 1));
        }
        return of(url);
    }

    /**
     * Parses a URL, even one made from a file name, which may contain anything.
     *
     * @throws IllegalArgumentException if it is wrong; the message says how, without values
     */
    static DicomWebPlace of(SourceUrl url) {
        int mark = url.path().indexOf('?');
        List<String> parts = parts(url);
        int at = parts.indexOf(STUDIES);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "does not end in /studies: write " + url.scheme() + "://HOST/PATH/studies");
        }
        boolean slash = parts.get(parts.size() - 1).isEmpty();
        List<String> behind = parts.subList(at + 1, parts.size() - (slash ? 1 : 0));
        List<String> uids = uids(behind);
        boolean ofService = behind.size() == Math.max(0, 2 * uids.size() - 1);
        boolean filtered = ofService && mark >= 0;
        return new DicomWebPlace(
                url,
                service(url, String.join("/", parts.subList(0, at))),
                uids,
                ofService,
                filtered ? filter(url.path().substring(mark + 1)) : Map.of());
    }

    private static List<String> parts(SourceUrl url) {
        int mark = url.path().indexOf('?');
        return List.of((mark < 0 ? url.path() : url.path().substring(0, mark)).split("/", -1));
    }

    private static URI service(SourceUrl url, String path) {
        String scheme = url.scheme().equals(DicomWebSource.OPEN) ? "http" : "https";
        try {
            URI uri =
                    new URI(scheme + "://" + url.host() + "/" + (path.isEmpty() ? "" : path + "/"));
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("names no valid host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "contains a character not allowed in URLs; write it as %XX", e);
        }
    }

    private static List<String> uids(List<String> parts) {
        List<String> between = List.of(SERIES, INSTANCES);
        List<String> uids = new ArrayList<>();
        for (int i = 0; i < parts.size() && uids.size() < ALL; i += 2) {
            boolean named = i == 0 || parts.get(i - 1).equals(between.get(i / 2 - 1));
            if (!named || !isUid(parts.get(i))) {
                return List.of();
            }
            uids.add(parts.get(i));
        }
        return uids;
    }

    private static Map<String, String> filter(String query) {
        Map<String, String> filter = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int is = part.indexOf('=');
            String name = is < 0 ? part : part.substring(0, is);
            boolean known =
                    OF_STUDY.contains(name)
                            || OF_SERIES.contains(name)
                            || OF_INSTANCE.contains(name);
            if (!known || is < 0 || is == part.length() - 1) {
                throw new IllegalArgumentException(
                        "has an unsupported filter; supported are "
                                + String.join("=, ", new TreeSet<>(OF_STUDY))
                                + "=, "
                                + String.join("=, ", new TreeSet<>(OF_SERIES))
                                + "=, "
                                + String.join("=, ", new TreeSet<>(OF_INSTANCE))
                                + "=; patient attributes are not allowed in URLs");
            }
            filter.put(name, part.substring(is + 1));
        }
        return filter;
    }

    /** Whether a text is a UID (PS3.5 9.1). */
    static boolean isUid(String text) {
        return text.length() <= LONGEST_UID && UID.matcher(text).matches();
    }

    /** Study, series and instance, if all of them are given. */
    Optional<List<String>> instance() {
        return ofService && uids.size() == ALL ? Optional.of(uids) : Optional.empty();
    }

    /** The URL of an instance of the same service. */
    SourceUrl urlOf(List<String> instance) {
        List<String> parts = parts(url);
        String service = String.join("/", parts.subList(0, parts.indexOf(STUDIES) + 1));
        return url.at(service + "/" + path(instance));
    }

    /** The URL of a child with a UID. */
    SourceUrl urlBelow(String uid) {
        List<String> parts = parts(url);
        StringBuilder path =
                new StringBuilder(String.join("/", parts.subList(0, parts.indexOf(STUDIES) + 1)));
        List<String> between = List.of("", "/" + SERIES, "/" + INSTANCES);
        for (int i = 0; i <= uids.size(); i++) {
            path.append(between.get(i)).append('/').append(i < uids.size() ? uids.get(i) : uid);
        }
        return url.at(path.toString());
    }

    /** The path of an instance below the service. */
    static String path(List<String> uids) {
        return uids.get(0) + "/" + SERIES + "/" + uids.get(1) + "/" + INSTANCES + "/" + uids.get(2);
    }

    /** The part of the filter for one level, as in a query. */
    Map<String, String> filterOf(Set<String> names) {
        Map<String, String> some = new LinkedHashMap<>();
        filter.forEach(
                (name, value) -> {
                    if (names.contains(name)) {
                        some.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                });
        return some;
    }

    /** The address of a resource of the service. */
    URI at(String path) {
        return service.resolve(path);
    }
}
