package org.pixelanon.neural;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/** Finds small letters: the network sees the plane at twice the size. Not thread-safe. */
final class FineFinder implements TextFinder {

    private static final int FACTOR = 2;

    /** Largest height of a small line in pixels; larger ones are found better at normal size. */
    private static final int THICKEST = 40;

    /** Side of the tiles in which large planes are enlarged, and their overlap. */
    private static final int PART = 1024;

    private static final int OVERLAP = 64;

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
        PlaneImage first = views.get(0);
        List<FoundLine> lines = new ArrayList<>();
        for (int y = 0; y == 0 || y + OVERLAP < first.height(); y += PART - OVERLAP) {
            for (int x = 0; x == 0 || x + OVERLAP < first.width(); x += PART - OVERLAP) {
                PixelRectangle part =
                        PixelRectangle.ofEdges(
                                x,
                                y,
                                Math.min(first.width(), x + PART),
                                Math.min(first.height(), y + PART));
                lines.addAll(lines(views, part));
            }
        }
        return new FoundText(lines, null);
    }

    private List<FoundLine> lines(List<PlaneImage> views, PixelRectangle part) throws IOException {
        List<PlaneImage> large =
                views.stream().map(view -> view.part(part).enlarged(FACTOR)).toList();
        List<FoundLine> lines = new ArrayList<>();
        for (FoundLine line : finder.find(large).lines()) {
            PixelRectangle box = line.rectangle();
            PixelRectangle small =
                    PixelRectangle.ofEdges(
                                    box.x() / FACTOR,
                                    box.y() / FACTOR,
                                    (box.right() + FACTOR - 1) / FACTOR,
                                    (box.bottom() + FACTOR - 1) / FACTOR)
                            .translate(part.x(), part.y());
            if (Math.min(small.width(), small.height()) <= THICKEST) {
                lines.add(new FoundLine(small, line.score(), line.vertical()));
            }
        }
        return lines;
    }

    @Override
    public void close() {
        finder.close();
    }
}
