package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextMap;
import org.pixelanon.neural.TextMaps.Polarity;

/** Finds lines of text with a network whose output is a map. Not thread-safe. */
public final class NeuralFinder implements TextFinder {

    /** Factor by which a plane is reduced for a glance. */
    private static final int REDUCTION = 4;

    /** Likelihood of a pixel, 0 to 255, that counts at a glance. */
    private static final int TRACE = 13;

    /** Side of the squares that a glance reports, in reduced pixels. */
    private static final int CELL = 8;

    private final Network network;
    private final TextMaps maps;
    private final MapBoxes.Growth growth;

    NeuralFinder(Network network, MapBoxes.Growth growth) {
        this.network = network;
        this.growth = growth;
        this.maps = new TextMaps(network);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws NeuralException {
        TextMap map = maps.of(views, Polarity.INVERTED);
        return new FoundText(MapBoxes.of(map, growth), map, growth == MapBoxes.Growth.CORE);
    }

    @Override
    public Optional<List<PixelRectangle>> glance(List<PlaneImage> views) throws NeuralException {
        PlaneImage first = views.get(0);
        if (Math.min(first.width(), first.height()) < REDUCTION * CELL) {
            return Optional.empty();
        }
        TextMap map =
                maps.of(
                        views.stream().map(view -> view.reduced(REDUCTION)).toList(),
                        Polarity.INVERTED);
        List<PixelRectangle> places = new ArrayList<>();
        PixelRectangle plane = new PixelRectangle(0, 0, first.width(), first.height());
        int side = REDUCTION * CELL;
        for (int y = 0; y < map.height(); y += CELL) {
            for (int x = 0; x < map.width(); x += CELL) {
                if (map.bounds(new PixelRectangle(x, y, CELL, CELL), TRACE).isPresent()) {
                    new PixelRectangle(REDUCTION * x, REDUCTION * y, side, side)
                            .intersection(plane)
                            .ifPresent(places::add);
                }
            }
        }
        return Optional.of(places);
    }

    @Override
    public FoundText findAgain(
            List<PlaneImage> views,
            FoundText before,
            List<PixelRectangle> changed,
            List<PixelRectangle> places)
            throws NeuralException {
        TextMap map =
                maps.again(views, Polarity.INVERTED, before.map().orElseThrow(), changed, places);
        return new FoundText(MapBoxes.of(map, growth), map, growth == MapBoxes.Growth.CORE);
    }

    @Override
    public void close() {
        network.close();
    }
}
