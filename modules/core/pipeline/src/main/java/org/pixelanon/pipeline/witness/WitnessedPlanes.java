package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextFinder.FoundText;

/**
 * Asks several finders about planes, the dear ones only where it pays. The first finder, which is
 * cheap, sees every plane. The others are spared planes on which neither it nor a glance from far
 * away sees anything. In frames of a cine they look again only where pixels changed and a cheap
 * look sees something or there was text before, until a number of frames has passed. Not
 * thread-safe; it closes the finders.
 */
final class WitnessedPlanes implements AutoCloseable {

    /** Frames after which everything is searched again. */
    private static final int LONGEST_MEMORY = 32;

    /** Part of a plane that may change before it counts as another picture. */
    private static final double SAME_PICTURE = .6;

    /** Pixels of the largest plane that is remembered: frames of a cine are smaller. */
    private static final long LARGEST = 4_000_000;

    private final TextFinder first;
    private final List<TextFinder> others;
    private @Nullable Known known;

    /** What a plane looked like and what the other finders saw. */
    private record Known(int frame, int age, List<PlaneImage> views, List<FoundText> found) {}

    WitnessedPlanes(List<TextFinder> finders) {
        first = finders.get(0);
        others = List.copyOf(finders.subList(1, finders.size()));
    }

    List<Testimony> of(Plane plane, List<PlaneImage> views) throws IOException {
        FoundText cheap = first.find(views);
        List<Testimony> testimonies = new ArrayList<>();
        testimonies.add(new Testimony(first.name(), cheap));
        Optional<List<PixelRectangle>> glanced = glance(views);
        int frame = frame(plane, views);
        Known before = known != null && follows(frame, views, known) ? known : null;
        if (glanced.isPresent()
                && glanced.get().isEmpty()
                && cheap.lines().isEmpty()
                && lines(before).isEmpty()) {
            return testimonies;
        }
        List<FoundText> found = found(frame, views, cheap, glanced, before);
        for (int i = 0; i < others.size(); i++) {
            testimonies.add(new Testimony(others.get(i).name(), found.get(i)));
        }
        return testimonies;
    }

    /** What the last finder sees from far away; it is the cheapest of the others. */
    private Optional<List<PixelRectangle>> glance(List<PlaneImage> views) throws IOException {
        return others.isEmpty()
                ? Optional.of(List.of())
                : others.get(others.size() - 1).glance(views);
    }

    /** The number of a frame that may be one of a cine; -1 for other planes. */
    private static int frame(Plane plane, List<PlaneImage> views) {
        long pixels = (long) views.get(0).width() * views.get(0).height();
        return plane instanceof FramePlane one && pixels <= LARGEST ? one.index() : -1;
    }

    /** Where the other finders saw text before: it may still be there, in part or whole. */
    private static List<PixelRectangle> lines(@Nullable Known before) {
        return before == null
                ? List.of()
                : before.found.stream()
                        .flatMap(found -> found.lines().stream())
                        .map(FoundLine::rectangle)
                        .toList();
    }

    private List<FoundText> found(
            int frame,
            List<PlaneImage> views,
            FoundText cheap,
            Optional<List<PixelRectangle>> glanced,
            @Nullable Known before)
            throws IOException {
        if (before != null && glanced.isPresent()) {
            ChangedCells changed = ChangedCells.between(before.views, views);
            if (changed.part() <= SAME_PICTURE) {
                List<PixelRectangle> places = new ArrayList<>(glanced.get());
                cheap.lines().stream().map(FoundLine::rectangle).forEach(places::add);
                places.addAll(lines(before));
                List<FoundText> found = again(views, before, changed, places);
                known = new Known(frame, before.age + 1, views, found);
                return found;
            }
        }
        List<FoundText> found = new ArrayList<>();
        for (TextFinder finder : others) {
            found.add(finder.find(views));
        }
        known = frame < 0 ? null : new Known(frame, 0, views, found);
        return found;
    }

    private static boolean follows(int frame, List<PlaneImage> views, Known before) {
        return frame == before.frame + 1
                && before.age < LONGEST_MEMORY
                && views.size() == before.views.size()
                && views.get(0).width() == before.views.get(0).width()
                && views.get(0).height() == before.views.get(0).height()
                && views.get(0).channels() == before.views.get(0).channels();
    }

    private List<FoundText> again(
            List<PlaneImage> views, Known before, ChangedCells changed, List<PixelRectangle> places)
            throws IOException {
        List<PixelRectangle> boxes = changed.boxes();
        List<PixelRectangle> touched = changed.touchedBy(places);
        List<FoundText> found = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            found.add(
                    boxes.isEmpty()
                            ? before.found.get(i)
                            : others.get(i).findAgain(views, before.found.get(i), boxes, touched));
        }
        return found;
    }

    @Override
    public void close() {
        first.close();
        others.forEach(TextFinder::close);
    }
}
