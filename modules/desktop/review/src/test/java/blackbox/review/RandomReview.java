package blackbox.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;

/**
 * Random actions of a curator, and the expected content of the database. The same seed gives the
 * same actions. Used on the session's thread.
 */
public final class RandomReview {

    private final ReviewSession session;
    private final Random random;

    /**
     * Begins.
     *
     * @param session whose thread it is used on
     * @param seed random seed
     */
    public RandomReview(ReviewSession session, long seed) {
        this.session = session;
        this.random = new Random(seed);
    }

    /** One action: a step, a rectangle, a verdict, a mark, undo or redo. */
    public void act() {
        switch (random.nextInt(12)) {
            case 0 -> session.stepFile(1);
            case 1 -> session.stepFile(-1);
            case 2 -> session.screen().showPlane(random.nextInt(4));
            case 3, 4, 5 -> draw();
            case 6 -> session.editor().undo();
            case 7 -> session.editor().redo();
            case 8 -> change();
            case 9 -> remove();
            case 10 -> mark();
            default -> session.selectNextUndecided();
        }
    }

    private void draw() {
        Optional<PlaneGeometry> plane = session.screen().plane();
        plane.ifPresent(
                p -> session.editor().draw("draw", p.plane(), rectangle(p.width(), p.height())));
    }

    private PixelRectangle rectangle(int width, int height) {
        int x = random.nextInt(width);
        int y = random.nextInt(height);
        return new PixelRectangle(
                x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
    }

    private Optional<ReviewItem> any() {
        List<ReviewItem> items = session.open().map(OpenFile::items).orElse(List.of());
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(random.nextInt(items.size())));
    }

    private void change() {
        any().ifPresent(
                        i -> {
                            session.screen().select(i.id());
                            PlaneGeometry p = session.screen().plane().orElseThrow();
                            ReviewItem moved =
                                    i.withRectangle(rectangle(p.width(), p.height()))
                                            .withVerdict(
                                                    random.nextBoolean()
                                                            ? Verdict.REDACT
                                                            : Verdict.KEEP);
                            session.editor().change("change", List.of(i), List.of(moved));
                        });
    }

    private void remove() {
        any().ifPresent(i -> session.editor().remove("remove", List.of(i)));
    }

    private void mark() {
        FileState state = FileState.values()[random.nextInt(3)];
        session.editor().mark("mark", state, state == FileState.TO_REVIEW ? "" : "a word");
    }

    /**
     * The state of the open files in the session.
     *
     * @param files which
     * @return name to rectangles with verdicts
     */
    public Map<String, List<String>> believed(List<Path> files) {
        Map<String, List<String>> out = new TreeMap<>();
        for (Path path : files) {
            String name = ReviewFile.of(path).name();
            session.kept(name)
                    .ifPresent(
                            file -> {
                                List<String> lines = new ArrayList<>();
                                for (ReviewItem item : file.items()) {
                                    if (isStored(item)) {
                                        lines.add(
                                                item.region() + " " + (item.isRedacted() ? 1 : 0));
                                    }
                                }
                                lines.sort(null);
                                out.put(name, lines);
                            });
        }
        return out;
    }

    /** Suggestions are not written, except text that was found. */
    private static boolean isStored(ReviewItem item) {
        return item.verdict() != Verdict.UNDECIDED || item.layer() == Layer.OCR;
    }

    /**
     * The state of files in the database.
     *
     * @param database where it is
     * @param names of the files
     * @return name to rectangles with verdicts
     * @throws Exception if it cannot be read
     */
    public static Map<String, List<String>> held(Path database, Iterable<String> names)
            throws Exception {
        Map<String, List<String>> out = new TreeMap<>();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            for (String name : names) {
                List<String> lines = new ArrayList<>();
                for (StoredRow row : store.rows(name)) {
                    lines.add(row.region().box().toRegion() + " " + row.region().sensitive());
                }
                lines.sort(null);
                out.put(name, lines);
            }
        }
        return out;
    }
}
