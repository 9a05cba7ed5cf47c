package org.pixelanon.model.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextMap;

/**
 * A finder whose answer counts only if it is about the given plane and comes in time. Otherwise the
 * current file fails: text may have been missed.
 */
final class WatchedFinder implements TextFinder {

    private final String name;
    private final Watched<TextFinder> finder;

    /**
     * Watches a finder.
     *
     * @param name by which users chose it
     * @param finder closed with this
     */
    WatchedFinder(String name, Watched<TextFinder> finder) {
        this.name = name;
        this.finder = finder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws IOException {
        PlaneImage first = views.get(0);
        PixelRectangle plane = new PixelRectangle(0, 0, first.width(), first.height());
        return finder.call(plane.area() * views.size(), f -> checked(f.find(views), plane));
    }

    @Override
    public Optional<List<PixelRectangle>> glance(List<PlaneImage> views) throws IOException {
        PlaneImage first = views.get(0);
        PixelRectangle plane = new PixelRectangle(0, 0, first.width(), first.height());
        return finder.call(
                plane.area() * views.size(),
                f -> {
                    Optional<List<PixelRectangle>> places = f.glance(views);
                    if (places.stream().flatMap(List::stream).allMatch(plane::contains)) {
                        return places;
                    }
                    throw nonsense("a place outside the plane it was shown");
                });
    }

    @Override
    public FoundText findAgain(
            List<PlaneImage> views,
            FoundText before,
            List<PixelRectangle> changed,
            List<PixelRectangle> places)
            throws IOException {
        PlaneImage first = views.get(0);
        PixelRectangle plane = new PixelRectangle(0, 0, first.width(), first.height());
        return finder.call(
                plane.area() * views.size(),
                f -> checked(f.findAgain(views, before, changed, places), plane));
    }

    private FoundText checked(FoundText found, PixelRectangle plane) throws EngineException {
        List<FoundLine> lines = new ArrayList<>(found.lines().size());
        for (FoundLine line : found.lines()) {
            Optional<PixelRectangle> inside = line.rectangle().intersection(plane);
            if (inside.isEmpty()) {
                throw nonsense("a line outside the plane it was shown");
            }
            if (!(line.score() >= 0 && line.score() <= 1)) {
                throw nonsense("a line with a score that is not between 0 and 1");
            }
            lines.add(line.at(inside.get()));
        }
        Optional<TextMap> map = found.map();
        if (map.isPresent()
                && (map.get().width() != plane.width() || map.get().height() != plane.height())) {
            throw nonsense("traces on a plane of another size than the one it was shown");
        }
        return new FoundText(lines, map.orElse(null), found.exact());
    }

    private EngineException nonsense(String what) {
        return new EngineException(finder.who() + " found " + what);
    }

    @Override
    public void close() {
        finder.close();
    }
}
