package org.pixelanon.review.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Progress;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.group.Composite;
import org.pixelanon.pipeline.group.GroupKey;
import org.pixelanon.review.Failures;
import org.pixelanon.review.FileList;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;

/**
 * Reviews many files of one device at once: they are grouped, drawn into one picture, given the
 * same rectangles, and compared; those that disagree are tagged, the rest are marked done. Every
 * method is called on the session's thread and returns at once; the work is done on the background
 * thread, file by file, in constant memory.
 */
public final class GroupReview {

    private final ReviewSession session;
    private final MemberCheck check;

    /** The data read for grouping; the key is empty if the file has no image or cannot be read. */
    private record Seen(Optional<GroupKey> key, Optional<DeviceTags> device) {}

    private final Map<String, Seen> seen = new HashMap<>();

    /** Files of one device share one object. */
    private final Map<Seen, Seen> alike = new HashMap<>();

    /**
     * Creates the review; starts nothing.
     *
     * @param session the session whose files are reviewed
     * @param search searches a whole file for text and writes what it finds to the database; called
     *     on the background thread; returns why it failed, without patient text
     */
    public GroupReview(ReviewSession session, Function<ReviewFile, Optional<String>> search) {
        this.session = session;
        this.check = new MemberCheck(session.database(), search);
    }

    /**
     * Groups the files of the session.
     *
     * @param progress receives each file and may request a stop after it
     * @return the groups, the largest first; unreadable files are omitted; completed on the
     *     session's thread, exceptionally with {@link CancellationException} when stopped
     */
    public CompletableFuture<List<FileGroup>> group(Progress progress) {
        List<ReviewFile> files = List.copyOf(session.files().all());
        return background(progress, "Grouping files", files.size(), () -> grouped(files, progress));
    }

    /** Headers are read only once. */
    private List<FileGroup> grouped(List<ReviewFile> files, Progress progress) {
        Map<GroupKey, Map<String, DeviceTags>> groups = new LinkedHashMap<>();
        for (ReviewFile file : files) {
            MemberCheck.goOn(progress);
            Seen known =
                    seen.computeIfAbsent(
                            file.name(), name -> alike.computeIfAbsent(look(file), s -> s));
            if (known.key().isPresent() && known.device().isPresent()) {
                groups.computeIfAbsent(known.key().get(), k -> new LinkedHashMap<>())
                        .put(file.name(), known.device().get());
            }
            progress.step(file.fileName());
        }
        List<FileGroup> out = new ArrayList<>();
        groups.forEach(
                (key, members) ->
                        out.add(new FileGroup(key, List.copyOf(members.keySet()), members)));
        out.sort((a, b) -> Integer.compare(b.members().size(), a.members().size()));
        return List.copyOf(out);
    }

    private static Seen look(ReviewFile file) {
        return Failures.or(() -> read(file), e -> new Seen(Optional.empty(), Optional.empty()));
    }

    private static Seen read(ReviewFile file) throws IOException {
        try (DicomFile dicom = DicomFile.open(file.path())) {
            return new Seen(GroupKey.of(dicom), Optional.of(DeviceTags.of(dicom.attributes())));
        }
    }

    /**
     * Draws all frames of all members into one picture.
     *
     * @param group the group
     * @param progress receives each member and may request a stop after each frame
     * @return the picture; completed on the session's thread, exceptionally with {@link
     *     CancellationException} when stopped
     */
    public CompletableFuture<GroupPicture> compose(FileGroup group, Progress progress) {
        List<ReviewFile> members = lines(group);
        return background(
                progress,
                "Drawing the group",
                members.size(),
                () -> composed(group, members, progress));
    }

    private GroupPicture composed(FileGroup group, List<ReviewFile> members, Progress progress)
            throws IOException {
        GroupKey key = group.key();
        Composite composite = new Composite(key.columns(), key.rows(), key.colour() ? 3 : 1);
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (ReviewFile member : members) {
            Failures.in(() -> add(member, progress, composite))
                    .ifPresent(e -> unreadable.put(member.name(), FailureText.reason(e)));
            progress.step(member.fileName());
        }
        return new GroupPicture(group, composite, check.heat(group), unreadable);
    }

    private static void add(ReviewFile member, Progress progress, Composite composite)
            throws IOException {
        try (DicomFile dicom = DicomFile.open(member.path())) {
            MemberCheck.frames(dicom, progress, composite::add);
        }
    }

    /**
     * Updates the text on frames of all members from the database.
     *
     * @param picture the picture as drawn
     * @return the same pixels with the current text; completed on the session's thread
     */
    public CompletableFuture<GroupPicture> reheat(GroupPicture picture) {
        return session.database()
                .items(picture.group().devices())
                .thenApplyAsync(
                        items ->
                                new GroupPicture(
                                        picture.group(),
                                        picture.composite(),
                                        MemberCheck.heat(picture.group(), items),
                                        picture.unreadable()),
                        session.workers().ui());
    }

    /**
     * Adds rectangles to all members that lack them, as if drawn on each. Members that are done or
     * cannot be read are skipped. It is one edit for undo.
     *
     * @param name what the edit is called in menus
     * @param group the group
     * @param rectangles the rectangles
     * @param scope their planes
     * @return number of members changed; completed on the session's thread
     */
    public CompletableFuture<Integer> apply(
            String name, FileGroup group, List<PixelRectangle> rectangles, PlaneScope scope) {
        List<Region> regions = rectangles.stream().map(r -> new Region(scope, r)).toList();
        return session.database()
                .items(group.devices())
                .thenApplyAsync(
                        items -> added(name, group, regions, items), session.workers().ui());
    }

    private int added(
            String name,
            FileGroup group,
            List<Region> regions,
            Map<String, List<ReviewItem>> items) {
        List<ReviewEdit> edits = new ArrayList<>();
        String reason = "drawn for a group of " + group.members().size();
        for (ReviewFile member : lines(group)) {
            boolean open = member.state() != FileState.DONE && member.state() != FileState.FAILED;
            for (Region region : open ? regions : List.<Region>of()) {
                if (!MemberCheck.hasIt(items.getOrDefault(member.name(), List.of()), region)) {
                    ReviewItem item = session.editor().drawn(region, reason);
                    edits.add(ReviewEdit.OfItem.added(member.name(), item));
                }
            }
        }
        if (edits.isEmpty() || !session.editor().perform(name, new ReviewEdit.Several(edits))) {
            return 0;
        }
        return (int) edits.stream().map(e -> ((ReviewEdit.OfItem) e).file()).distinct().count();
    }

    /**
     * Compares each member that is not done with the group: text that no rectangle covers, pixels
     * around the rectangles, whether it can be read at all. Members that were never searched are
     * searched now. Changes no mark.
     *
     * @param picture the group
     * @param rectangles those drawn for it
     * @param scope their planes
     * @param progress receives each member and may request a stop after each frame
     * @return the result; completed on the session's thread, exceptionally with {@link
     *     CancellationException} when stopped
     */
    public CompletableFuture<GroupComparison> check(
            GroupPicture picture,
            List<PixelRectangle> rectangles,
            PlaneScope scope,
            Progress progress) {
        List<Region> regions = rectangles.stream().map(r -> new Region(scope, r)).toList();
        List<ReviewFile> members =
                lines(picture.group()).stream().filter(f -> f.state() != FileState.DONE).toList();
        return background(
                        progress,
                        "Comparing the group",
                        members.size(),
                        () -> check.all(picture, members, regions, progress))
                .thenApply(
                        comparison -> {
                            session.database().recount(picture.group().members());
                            return comparison;
                        });
    }

    /**
     * Marks members that agree as done, with a comment that it was by group, and tags the others
     * with the reason. Members that changed since the comparison count among the others; marks set
     * meanwhile are kept. It is one edit for undo.
     *
     * @param name what the edit is called in menus
     * @param comparison the result of the comparison
     * @param day the date to record
     * @return the final result; completed on the session's thread
     */
    public CompletableFuture<GroupComparison> finish(
            String name, GroupComparison comparison, String day) {
        Map<String, DeviceTags> devices = new LinkedHashMap<>(comparison.group().devices());
        devices.keySet().retainAll(comparison.agreed().keySet());
        return session.database()
                .items(devices)
                .thenApplyAsync(
                        items -> marked(name, comparison, items, day), session.workers().ui());
    }

    private GroupComparison marked(
            String name, GroupComparison checked, Map<String, List<ReviewItem>> items, String day) {
        Set<String> changed =
                checked.agreed().entrySet().stream()
                        .filter(e -> !e.getValue().equals(items.get(e.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        GroupComparison comparison = checked.withChanged(changed);
        String done = "by group of " + comparison.group().members().size() + ", " + day;
        List<ReviewEdit> edits = new ArrayList<>();
        for (ReviewFile member : lines(comparison.group())) {
            Set<Doubt> doubts = comparison.doubts().getOrDefault(member.name(), Set.of());
            boolean agrees = comparison.agreed().containsKey(member.name());
            if (member.state() == FileState.TO_REVIEW && (agrees || !doubts.isEmpty())) {
                String why = doubts.stream().map(Doubt::words).collect(Collectors.joining(", "));
                edits.add(
                        new ReviewEdit.OfMark(
                                member.name(),
                                member.state(),
                                member.comment(),
                                agrees ? FileState.DONE : FileState.TAGGED,
                                agrees ? done : "group: " + why,
                                OpenQuestions.NONE));
            }
        }
        if (!edits.isEmpty()) {
            session.editor().perform(name, new ReviewEdit.Several(edits));
        }
        return comparison;
    }

    /** The lines of the members that are still in the list. */
    private List<ReviewFile> lines(FileGroup group) {
        FileList files = session.files();
        return group.members().stream()
                .flatMap(name -> files.indexOf(name).stream().mapToObj(files::get))
                .toList();
    }

    private <T> CompletableFuture<T> background(
            Progress progress, String task, int steps, Workers.Work<T> work) {
        return session.workers()
                .answer(
                        session.workers().background(),
                        () -> {
                            progress.begin(task, steps);
                            try {
                                return work.run();
                            } finally {
                                progress.end();
                            }
                        });
    }
}
