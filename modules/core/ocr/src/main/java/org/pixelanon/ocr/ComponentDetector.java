package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.DetectedLine;
import org.pixelanon.model.text.TextDetector;

/** Finds lines of text by the components of thin strokes ({@link LineDetector}). */
public final class ComponentDetector implements TextDetector {

    private final LineDetector detector = new LineDetector(true);

    @Override
    public String name() {
        return ComponentService.NAME;
    }

    @Override
    public Detection detect(List<PlaneImage> views) {
        List<DetectedLine> lines = new ArrayList<>();
        for (TextLine line : detector.detect(views)) {
            boolean vertical = line.orientation() == Orientation.VERTICAL;
            lines.add(new DetectedLine(line.rectangle(), 1, vertical));
        }
        return new Detection(lines, null);
    }

    @Override
    public void close() {
        // holds no more than memory
    }
}
