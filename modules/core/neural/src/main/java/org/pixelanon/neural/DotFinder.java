package org.pixelanon.neural;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextMap;
import org.pixelanon.neural.dots.DotGaps;
import org.pixelanon.neural.dots.DotPrint;

/**
 * Finds letters made of dots: the gaps between dots are closed before the network sees the plane.
 * Planes without dot-matrix print are skipped. Not thread-safe.
 */
final class DotFinder implements TextFinder {

    private final NeuralFinder finder;

    DotFinder(NeuralFinder finder) {
        this.finder = finder;
    }

    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws IOException {
        List<FoundLine> lines = new ArrayList<>();
        TextMap map = null;
        boolean exact = false;
        for (boolean dark : new boolean[] {false, true}) {
            if (views.stream().anyMatch(view -> DotPrint.isIn(view, dark))) {
                FoundText found =
                        finder.find(
                                views.stream().map(view -> DotGaps.closed(view, dark)).toList());
                lines.addAll(found.lines());
                map = found.map().orElse(map);
                exact = found.exact();
            }
        }
        return new FoundText(lines, map, exact);
    }

    @Override
    public void close() {
        finder.close();
    }
}
