package org.pixelanon.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourcePage;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;

/** One archive. Thread-safe. */
final class DicomWebConnection implements SourceConnection {

    private static final String THERE =
            "the archive already has an instance with this UID (--overwrite sends it anyway)";

    private static final int MOST_KNOWN = 100_000;

    private final DicomWebClient client;
    private final boolean readsBack;

    /** Instances known to be in the archive, which has no versions. */
    private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

    DicomWebConnection(DicomWebClient client, SourceSettings settings) {
        this.client = client;
        this.readsBack =
                settings.value(DicomWebSource.READ_BACK)
                        .filter(v -> v.equalsIgnoreCase("no") || v.equalsIgnoreCase("false"))
                        .isEmpty();
    }

    private static DicomWebPlace place(SourceUrl url) throws DicomWebException {
        try {
            return DicomWebPlace.of(url);
        } catch (IllegalArgumentException e) {
            throw new DicomWebException(url, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void list(SourceUrl url, Consumer<SourceObject> each) throws IOException {
        DicomWebPlace place = place(url);
        if (!place.ofService()) {
            throw new DicomWebException(
                    url,
                    "is not a study, series or instance: write "
                            + "…/studies/UID/series/UID/instances/UID, or the beginning of it");
        }
        int named = Math.min(place.uids().size(), 2);
        new InstanceSearch(client, place)
                .each(
                        instance -> {
                            List<String> below = new ArrayList<>(instance.subList(named, 2));
                            below.add(instance.get(2) + ".dcm");
                            note(instance);
                            each.accept(object(place.urlOf(instance), String.join("/", below)));
                        });
    }

    /** The length is known only after reading, and there is no version. */
    private static SourceObject object(SourceUrl url, String below) {
        return new SourceObject(url, below, -1, "", Instant.EPOCH);
    }

    @Override
    public SourcePage browse(SourceUrl url, Map<String, String> wanted, String from, int most)
            throws IOException {
        return ArchiveBrowsing.page(client, place(url), wanted, from, most);
    }

    @Override
    public Optional<SourceObject> find(SourceUrl url) throws IOException {
        DicomWebPlace place = place(url);
        Optional<List<String>> instance = place.instance();
        if (instance.isEmpty()) {
            return Optional.empty();
        }
        if (!known.contains(instance.get())) {
            if (!has(place, instance.get())) {
                return Optional.empty();
            }
            note(instance.get());
        }
        return Optional.of(object(url, instance.get().get(2) + ".dcm"));
    }

    private void note(List<String> instance) {
        if (known.size() < MOST_KNOWN) {
            known.add(List.copyOf(instance));
        }
    }

    private boolean has(DicomWebPlace place, List<String> instance) throws IOException {
        List<List<String>> found = new ArrayList<>();
        try {
            DicomWebPlace itself = place(place.urlOf(instance));
            new InstanceSearch(client, itself).each(found::add);
        } catch (DicomWebException e) {
            if (e.isNotFound()) {
                return false; // of a study that the archive does not have
            }
            throw e;
        }
        return found.contains(instance);
    }

    @Override
    public boolean readsRanges() {
        return false;
    }

    @Override
    public void read(SourceObject object, long from, long length, OutputStream into)
            throws IOException {
        if (from != 0 || length >= 0) {
            throw new IllegalArgumentException("there are no ranges");
        }
        DicomWebPlace place = place(object.url());
        List<String> instance =
                place.instance()
                        .orElseThrow(
                                () -> new DicomWebException(object.url(), "names no instance"));
        new InstanceFetch(client, place).into(instance, into);
    }

    @Override
    public SourceObject put(Path file, SourceUrl url, PutCondition condition) throws IOException {
        DicomWebPlace place = place(url);
        if (!place.filter().isEmpty()) {
            throw new DicomWebException(url, "has a filter; give a URL without filter for copies");
        }
        List<String> instance = uids(file, url);
        if (condition instanceof PutCondition.Absent && has(place, instance)) {
            throw new DicomWebException(url, THERE);
        }
        new InstanceStore(client, place).store(file, instance);
        if (readsBack) {
            requireStored(file, place, instance);
        }
        return object(place.urlOf(instance), instance.get(2) + ".dcm");
    }

    private static List<String> uids(Path file, SourceUrl url) throws IOException {
        try (DicomFile opened = DicomFile.open(file)) {
            Attributes tags = opened.attributes();
            List<String> uids = new ArrayList<>();
            for (int tag :
                    new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
                String uid = tags.getString(tag).orElse("").strip();
                if (!DicomWebPlace.isUid(uid)) {
                    throw new DicomWebException(
                            url, "has no valid " + Tag.toString(tag) + ", which archives require");
                }
                uids.add(uid);
            }
            return uids;
        }
    }

    private void requireStored(Path file, DicomWebPlace place, List<String> instance)
            throws IOException {
        Path stored = Files.createTempFile("pixelanon", ".dcm"); // readable only by its owner
        try {
            try (OutputStream out = Files.newOutputStream(stored)) {
                new InstanceFetch(client, place).into(instance, out);
            }
            if (!StoredCopy.holds(file, stored)) {
                throw new DicomWebException(
                        place.urlOf(instance),
                        "the archive confirmed it but has different pixels: it may keep the "
                                + "earlier instance or re-encode new ones (setting read-back=no "
                                + "skips this check)");
            }
        } finally {
            Files.delete(stored);
        }
    }

    @Override
    public void close() {
        // the JDK's client ends with its last reference
    }
}
