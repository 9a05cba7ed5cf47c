package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/** Finds lines of text by the components of thin strokes ({@link LineDetector}). */
public final class ComponentFinder implements TextFinder {

    private final LineDetector detector = new LineDetector(true);

    @Override
    public String name() {
        return ComponentService.NAME;
    }

    @Override
    public FoundText find(List<PlaneImage> views) {
        List<FoundLine> lines = new ArrayList<>();
        for (TextLine line : detector.detect(views)) {
            boolean vertical = line.orientation() == Orientation.VERTICAL;
            lines.add(new FoundLine(line.rectangle(), 1, vertical));
        }
        return new FoundText(lines, null);
    }

    @Override
    public void close() {
        // holds only memory
    }
}
