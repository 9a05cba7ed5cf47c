package org.pixelanon.neural;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/** Finds small letters: the same network sees the plane twice as large. Not thread-safe. */
final class FineFinder implements TextFinder {

    private static final int FACTOR = 2;

    /** Pixels across up to which a line is small; larger ones are seen better from further away. */
    private static final int THICKEST = 40;

    private final NeuralFinder finder;

    FineFinder(NeuralFinder finder) {
        this.finder = finder;
    }

    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public FoundText find(List<PlaneImage> views) throws IOException {
        List<FoundLine> lines = new ArrayList<>();
        List<PlaneImage> large = views.stream().map(view -> view.enlarged(FACTOR)).toList();
        for (FoundLine line : finder.find(large).lines()) {
            PixelRectangle box = line.rectangle();
            PixelRectangle small =
                    PixelRectangle.ofEdges(
                            box.x() / FACTOR,
                            box.y() / FACTOR,
                            (box.right() + FACTOR - 1) / FACTOR,
                            (box.bottom() + FACTOR - 1) / FACTOR);
            if (Math.min(small.width(), small.height()) <= THICKEST) {
                lines.add(new FoundLine(small, line.score(), line.vertical()));
            }
        }
        return new FoundText(lines, null);
    }

    @Override
    public void close() {
        finder.close();
    }
}
