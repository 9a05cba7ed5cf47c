package org.pixelanon.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.pipeline.database.InspectedPlanes;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SameText;
import org.pixelanon.review.item.SearchState;
import org.pixelanon.review.item.Verdict;

/**
 * A file of the session after reading: its planes in stepping order, and its items. An unreadable
 * file is also represented, with its failure. Items change only on the session's thread; everything
 * else is immutable.
 */
public final class OpenFile implements AutoCloseable {

    private static final int FRAMES_LOOKED_AT = 4;

    private final ReviewFile file;
    private final @Nullable DicomFile dicom;
    private final List<PlaneGeometry> planes;
    private final @Nullable DeviceTags device;
    private final DisplayWindow.@Nullable Linear startWindow;
    private final int statedWindows;
    private final List<String> warnings;
    private final int undescribed;
    private final Map<Long, ReviewItem> items = new LinkedHashMap<>();
    private InspectedPlanes looked = new InspectedPlanes(false, SeenPlanes.NONE, SeenPlanes.NONE);

    private OpenFile(
            ReviewFile file,
            @Nullable DicomFile dicom,
            List<PlaneGeometry> planes,
            @Nullable DeviceTags device,
            DisplayWindow.@Nullable Linear startWindow,
            int statedWindows,
            List<String> warnings,
            int undescribed) {
        this.undescribed = undescribed;
        this.statedWindows = statedWindows;
        this.startWindow = startWindow;
        this.warnings = List.copyOf(warnings);
        this.file = file;
        this.dicom = dicom;
        this.planes = List.copyOf(planes);
        this.device = device;
    }

    static OpenFile of(ReviewFile file, DicomFile dicom, KnownItems known, List<String> warnings)
            throws IOException {
        List<PlaneGeometry> planes = new ArrayList<>(dicom.planes());
        planes.sort(PlaneOrder::compare);
        OpenFile open =
                new OpenFile(
                        file,
                        dicom,
                        planes,
                        DeviceTags.of(dicom.attributes()),
                        dicom.startWindow().orElse(null),
                        dicom.statedWindows(),
                        warnings,
                        undescribed(dicom));
        open.replace(known);
        return open;
    }

    static OpenFile failed(ReviewFile file, String why) {
        return new OpenFile(file.failed(why), null, List.of(), null, null, 0, List.of(), 0);
    }

    /**
     * Nothing is known about frames that cannot be decoded; the reason is shown instead of the
     * image.
     */
    private static int undescribed(DicomFile dicom) throws IOException {
        List<Integer> frames =
                dicom.planes().stream()
                        .map(PlaneGeometry::plane)
                        .filter(FramePlane.class::isInstance)
                        .map(Plane::index)
                        .limit(FRAMES_LOOKED_AT)
                        .toList();
        int most = 0;
        for (int frame : frames) {
            try {
                most = Math.max(most, dicom.undescribed(frame).size());
            } catch (DicomException e) {
                break;
            }
        }
        return most;
    }

    /**
     * The name of the file in the database.
     *
     * @return its absolute path
     */
    public String name() {
        return file.name();
    }

    /**
     * The line of the list when the file was read, with the failure if there was one.
     *
     * @return the line
     */
    public ReviewFile file() {
        return file;
    }

    /**
     * Why the file cannot be shown.
     *
     * @return the reason; empty if it can
     */
    public String failure() {
        return file.failure();
    }

    /**
     * The instance, to be read on workers.
     *
     * @return empty if it cannot be read
     */
    public Optional<DicomFile> dicom() {
        return Optional.ofNullable(dicom);
    }

    /**
     * The device, which makes other files similar.
     *
     * @return the device; empty if the file cannot be read
     */
    public Optional<DeviceTags> device() {
        return Optional.ofNullable(device);
    }

    /**
     * The initial window of a grey image.
     *
     * @return empty for colour
     */
    public Optional<DisplayWindow.Linear> startWindow() {
        return Optional.ofNullable(startWindow);
    }

    /**
     * The number of windows in the file that can be chosen besides the initial one.
     *
     * @return 0 if it states no more than one
     */
    public int statedWindows() {
        return statedWindows;
    }

    /**
     * Parts of the file that cannot be used for suggestions, so that fewer are made than expected.
     *
     * @return one line each, naming an element
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The number of pictures in undescribed bits, judged by the first frames.
     *
     * @return 0 for nearly every file
     */
    public int undescribed() {
        return undescribed;
    }

    /**
     * All planes: frames first, then overlay by overlay.
     *
     * @return empty for a file without pixels
     */
    public List<PlaneGeometry> planes() {
        return planes;
    }

    /**
     * Number of image frames.
     *
     * @return 0 or more
     */
    public int frames() {
        return (int) planes.stream().filter(p -> p.plane() instanceof FramePlane).count();
    }

    /**
     * All items, in the order they were found.
     *
     * @return a copy
     */
    public List<ReviewItem> items() {
        return List.copyOf(items.values());
    }

    /**
     * An item and the same text on other planes with the same verdict: one decision is for all of
     * them. Items decided otherwise are left alone.
     *
     * @param item an item of this file
     * @return at least the item, in the order they were found
     */
    public List<ReviewItem> alike(ReviewItem item) {
        return items.values().stream()
                .filter(other -> other.verdict() == item.verdict())
                .filter(other -> SameText.isSame(item, other))
                .toList();
    }

    Optional<ReviewItem> item(long id) {
        return Optional.ofNullable(items.get(id));
    }

    void put(ReviewItem item) {
        items.put(item.id(), item);
    }

    /** Replaces the items by those of the database; planes shown in the meantime stay seen. */
    void replace(KnownItems known) {
        items.clear();
        known.items().forEach(this::put);
        looked = known.looked().andShown(looked.shown());
    }

    /** The planes searched, and those shown to the user. */
    InspectedPlanes looked() {
        return looked;
    }

    /** How much was searched, exactly since the planes are known. */
    SearchState search() {
        long searched = planes.stream().filter(p -> isSearched(p.plane())).count();
        if (searched == 0) {
            return SearchState.NOT;
        }
        return searched == planes.size() ? SearchState.WHOLE : SearchState.PARTLY;
    }

    /**
     * Whether a plane was searched for text.
     *
     * @param plane one of this file
     * @return true if it was searched
     */
    public boolean isSearched(Plane plane) {
        return looked.whole() || looked.searched().has(plane);
    }

    /** Records planes on screen; returns false if they already were. */
    boolean show(SeenPlanes planes) {
        InspectedPlanes more = looked.andShown(planes);
        boolean isNew = !more.equals(looked);
        looked = more;
        return isNew;
    }

    void remove(ReviewItem item) {
        items.remove(item.id());
    }

    /** Number of items to be blanked by a person's decision or a proposal. */
    int redacted() {
        return (int) items.values().stream().filter(ReviewItem::isRedacted).count();
    }

    /** Number of undecided suggestions to blank. */
    int undecided() {
        return (int) items.values().stream().filter(OpenFile::waits).count();
    }

    /** Whether a frame is a scanned form, unless a person decided otherwise. */
    boolean hasForm() {
        return items.values().stream()
                .anyMatch(i -> i.layer() == Layer.FORM && i.verdict() != Verdict.KEEP);
    }

    /**
     * Returns whether an item needs a decision.
     *
     * @param item the item
     * @return true for an undecided suggestion to blank
     */
    public static boolean waits(ReviewItem item) {
        return item.verdict() == Verdict.UNDECIDED && item.sensitive();
    }

    @Override
    public void close() throws IOException {
        if (dicom != null) {
            dicom.close();
        }
    }
}
