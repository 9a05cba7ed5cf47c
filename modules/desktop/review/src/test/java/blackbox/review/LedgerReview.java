package blackbox.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Region;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;

/**
 * One of two curators who work on the same files at once and keep a book of their own rows, which
 * the session does not see. The columns of their rectangles tell whose they are: even or odd. The
 * same seed does the same. Used on the session's thread.
 */
public final class LedgerReview {

    private final ReviewSession session;
    private final Random random;
    private final int party;

    /** By name of file, the rows that the database must hold. */
    private final Map<String, TreeSet<String>> ledger = new TreeMap<>();

    /**
     * Begins with an empty book.
     *
     * @param session whose thread it is used on
     * @param party 0 or 1
     */
    public LedgerReview(ReviewSession session, int party) {
        this.session = session;
        this.random = new Random(party);
        this.party = party;
    }

    /** One action: a step, a rectangle, a verdict, a mark. */
    public void act() {
        switch (random.nextInt(10)) {
            case 0 -> session.stepFile(1 + random.nextInt(3));
            case 1 -> session.stepFile(-1);
            case 2 -> session.screen().showPlane(random.nextInt(4));
            case 3, 4, 5 -> draw();
            case 6 -> change();
            case 7 -> remove();
            case 8 -> mark();
            default -> session.selectNextUndecided();
        }
    }

    /**
     * The rows that the database must hold.
     *
     * @return name of file to its rows, sorted
     */
    public Map<String, List<String>> ledger() {
        Map<String, List<String>> out = new TreeMap<>();
        ledger.forEach((name, lines) -> out.put(name, List.copyOf(lines)));
        out.values().removeIf(List::isEmpty);
        return out;
    }

    /**
     * The rows of one of the two that a database holds.
     *
     * @param database where it is
     * @param party 0 or 1
     * @return name of file to its rows, sorted
     * @throws Exception if it cannot be read
     */
    public static Map<String, List<String>> held(Path database, int party) throws Exception {
        Map<String, List<String>> out = new TreeMap<>();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            for (StoredRow row : store.rows()) {
                if (row.region().box().left() % 2 == party) {
                    out.computeIfAbsent(row.filename(), name -> new ArrayList<>())
                            .add(row.region().box().toRegion() + " " + row.region().sensitive());
                }
            }
        }
        out.values().forEach(lines -> lines.sort(null));
        return out;
    }

    private TreeSet<String> page() {
        String name = session.open().map(OpenFile::name).orElse("");
        return ledger.computeIfAbsent(name, n -> new TreeSet<>());
    }

    private static String line(Region region, boolean blank) {
        return region + " " + (blank ? 1 : 0);
    }

    /** Whether a row stands in the book, whatever was decided about it. */
    private boolean isNoted(Region region) {
        return page().contains(line(region, true)) || page().contains(line(region, false));
    }

    private Optional<Region> fresh() {
        PlaneGeometry plane = session.screen().plane().orElse(null);
        if (plane == null || !(plane.plane() instanceof FramePlane)) {
            return Optional.empty();
        }
        int x = 2 * random.nextInt(plane.width() / 2) + party;
        int y = random.nextInt(plane.height());
        PixelRectangle place =
                new PixelRectangle(
                        x,
                        y,
                        1 + random.nextInt(plane.width() - x),
                        1 + random.nextInt(plane.height() - y));
        return Optional.of(new Region(plane.plane(), place)).filter(region -> !isNoted(region));
    }

    private void draw() {
        fresh().filter(
                        region ->
                                session.editor()
                                        .draw(
                                                "draw",
                                                session.screen().plane().orElseThrow().plane(),
                                                region.rectangle()))
                .ifPresent(region -> page().add(line(region, true)));
    }

    private Optional<ReviewItem> any() {
        List<ReviewItem> own =
                session.open().map(OpenFile::items).orElse(List.of()).stream()
                        .filter(item -> page().contains(line(item.region(), item.isRedacted())))
                        .filter(item -> item.verdict() != Verdict.UNDECIDED)
                        .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(random.nextInt(own.size())));
    }

    private void change() {
        Optional<ReviewItem> item = any();
        Verdict verdict = random.nextBoolean() ? Verdict.REDACT : Verdict.KEEP;
        if (item.isEmpty()) {
            return;
        }
        session.screen().select(item.get().id());
        Optional<Region> place = fresh();
        if (place.isEmpty() || !place.get().scope().equals(item.get().region().scope())) {
            return;
        }
        ReviewItem moved = item.get().withRectangle(place.get().rectangle()).withVerdict(verdict);
        if (session.editor().change("change", List.of(item.get()), List.of(moved))) {
            page().remove(line(item.get().region(), item.get().isRedacted()));
            page().add(line(moved.region(), moved.isRedacted()));
        }
    }

    private void remove() {
        any().filter(item -> session.editor().remove("remove", List.of(item)))
                .ifPresent(item -> page().remove(line(item.region(), item.isRedacted())));
    }

    private void mark() {
        FileState state = FileState.values()[random.nextInt(3)];
        session.editor().mark("mark", state, state == FileState.TO_REVIEW ? "" : "a word");
    }
}
