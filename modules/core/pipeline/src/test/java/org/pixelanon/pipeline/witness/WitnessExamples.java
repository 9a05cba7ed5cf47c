package org.pixelanon.pipeline.witness;

import java.util.Arrays;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextMap;

/** What finders might say of a plane of 200 by 200 pixels. */
final class WitnessExamples {

    static final int SIZE = 200;

    private WitnessExamples() {}

    static FoundLine line(int x, int y, int width, int height) {
        return new FoundLine(new PixelRectangle(x, y, width, height), .9, false);
    }

    static Testimony strokes(FoundLine... lines) {
        return new Testimony("strokes", new FoundText(List.of(lines), null));
    }

    static Testimony network(String name, int likelihood, FoundLine... lines) {
        byte[] map = new byte[SIZE * SIZE];
        Arrays.fill(map, (byte) likelihood);
        return new Testimony(name, new FoundText(List.of(lines), new TextMap(SIZE, SIZE, map)));
    }

    /** A network whose map is 0 but for a rectangle. */
    static Testimony network(String name, PixelRectangle likely) {
        byte[] map = new byte[SIZE * SIZE];
        for (int y = likely.y(); y < likely.bottom(); y++) {
            Arrays.fill(map, y * SIZE + likely.x(), y * SIZE + likely.right(), (byte) 200);
        }
        return new Testimony(name, new FoundText(List.of(), new TextMap(SIZE, SIZE, map)));
    }
}
