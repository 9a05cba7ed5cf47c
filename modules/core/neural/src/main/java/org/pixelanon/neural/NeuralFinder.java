package org.pixelanon.neural;

import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextMap;
import org.pixelanon.neural.TextMaps.Polarity;

/** Finds lines of text by a network of the kind DB. Not thread-safe. */
public final class NeuralFinder implements TextFinder {

    private final Network network;
    private final TextMaps maps;

    NeuralFinder(Network network) {
        this.network = network;
        this.maps = new TextMaps(network);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws NeuralException {
        TextMap map = maps.of(views, Polarity.INVERTED);
        return new FoundText(MapBoxes.of(map), map);
    }

    @Override
    public void close() {
        network.close();
    }
}
