package org.pixelanon.review.group;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Progress;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.group.GroupCheck;
import org.pixelanon.pipeline.group.TextHeat;
import org.pixelanon.review.Failures;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.SessionDatabase;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/**
 * Compares members of a group with the whole. Every doubt counts against the member. Used on the
 * background thread.
 */
final class MemberCheck {

    /** The window used for both the picture and the comparison. */
    private static final DisplayWindow WINDOW = new DisplayWindow.OfFile();

    private final SessionDatabase database;
    private final Function<ReviewFile, Optional<String>> search;

    /** Members of which every plane was searched here. */
    private final Set<String> searched = new HashSet<>();

    MemberCheck(SessionDatabase database, Function<ReviewFile, Optional<String>> search) {
        this.database = database;
        this.search = search;
    }

    /** Stops on request. */
    static void goOn(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("stopped");
        }
    }

    /** The database does not distinguish all frames from all planes. */
    static boolean hasIt(List<ReviewItem> items, Region region) {
        InclusiveBox wanted = InclusiveBox.of(region);
        return items.stream()
                .anyMatch(
                        i ->
                                i.verdict() == Verdict.REDACT
                                        && InclusiveBox.of(i.region()).equals(wanted));
    }

    /** Draws the frames of a file one by one. */
    static void frames(DicomFile dicom, Progress progress, Consumer<PlaneImage> to)
            throws IOException {
        for (PlaneGeometry plane : dicom.planes()) {
            goOn(progress);
            if (plane.plane() instanceof FramePlane frame) {
                to.accept(dicom.render(frame, WINDOW));
            }
        }
    }

    /** The text on frames of members according to the database. */
    TextHeat heat(FileGroup group) throws IOException {
        return heat(group, answer(database.items(group.devices())));
    }

    static TextHeat heat(FileGroup group, Map<String, List<ReviewItem>> items) {
        TextHeat heat = new TextHeat(group.key().columns(), group.key().rows());
        items.values().stream()
                .flatMap(List::stream)
                .filter(i -> i.layer() == Layer.OCR && i.region().scope() instanceof FramePlane)
                .forEach(i -> heat.add(i.region().rectangle()));
        return heat;
    }

    private List<ReviewItem> items(String name, FileGroup group) throws IOException {
        DeviceTags device = group.devices().get(name);
        return device == null
                ? List.of()
                : answer(database.items(Map.of(name, device))).getOrDefault(name, List.of());
    }

    /** A search recorded in the database may not have covered overlays. */
    private boolean isSearched(String name, FileGroup group) throws IOException {
        return searched.contains(name)
                || (group.key().overlays().isEmpty() && answer(database.isSearched(name)));
    }

    private static <T> T answer(CompletableFuture<T> asked) throws IOException {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    GroupComparison all(
            GroupPicture picture, List<ReviewFile> members, List<Region> regions, Progress progress)
            throws IOException {
        Map<String, Set<Doubt>> doubts = new LinkedHashMap<>();
        Map<String, List<ReviewItem>> agreed = new LinkedHashMap<>();
        for (ReviewFile member : members) {
            Set<Doubt> found = EnumSet.noneOf(Doubt.class);
            if (picture.group().members().size() < 2) {
                found.add(Doubt.ALONE);
            }
            if (member.state() == FileState.TAGGED) {
                found.add(Doubt.TAGGED);
            }
            pixels(picture, member, regions, progress, found);
            List<ReviewItem> items = text(picture.group(), member, regions, found);
            if (found.isEmpty()) {
                agreed.put(member.name(), items);
            } else {
                doubts.put(member.name(), found);
            }
            progress.step(member.fileName());
        }
        return new GroupComparison(picture.group(), doubts, agreed);
    }

    private static void pixels(
            GroupPicture picture,
            ReviewFile member,
            List<Region> regions,
            Progress progress,
            Set<Doubt> found) {
        if (member.state() == FileState.FAILED || picture.unreadable().containsKey(member.name())) {
            found.add(Doubt.UNREADABLE);
            return;
        }
        GroupCheck border =
                new GroupCheck(
                        picture.composite(), regions.stream().map(Region::rectangle).toList());
        Optional<Exception> problem = Failures.in(() -> compare(member, border, progress, found));
        if (problem.isPresent()) {
            found.add(Doubt.UNREADABLE); // any problem means that the member needs a look
        }
    }

    private static void compare(
            ReviewFile member, GroupCheck border, Progress progress, Set<Doubt> found)
            throws IOException {
        try (DicomFile dicom = DicomFile.open(member.path())) {
            frames(dicom, progress, border::add);
            if (dicom.isTruncated()) {
                found.add(Doubt.UNREADABLE);
            }
            if (border.borderDiffers()) {
                found.add(Doubt.BORDER);
            }
        }
    }

    private List<ReviewItem> text(
            FileGroup group, ReviewFile member, List<Region> regions, Set<Doubt> found)
            throws IOException {
        boolean readable = !found.contains(Doubt.UNREADABLE);
        if (readable && !isSearched(member.name(), group)) {
            if (search.apply(member).isPresent()) {
                found.add(Doubt.NOT_SEARCHED);
            } else {
                searched.add(member.name());
            }
        }
        List<ReviewItem> items = items(member.name(), group);
        List<Region> blanked =
                items.stream()
                        .filter(i -> i.verdict() == Verdict.REDACT)
                        .map(ReviewItem::region)
                        .toList();
        List<PlaneGeometry> overlays = group.key().overlays();
        for (ReviewItem item : items) {
            if (OpenFile.waits(item) && !GroupCheck.covers(blanked, item.region(), overlays)) {
                found.add(Doubt.TEXT);
            }
        }
        for (Region region : regions) {
            if (!hasIt(items, region)) {
                found.add(Doubt.NOT_APPLIED);
            }
        }
        return items;
    }
}
