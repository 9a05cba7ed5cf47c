package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.text.TextDetector;
import org.pixelanon.model.text.TextReader;

/**
 * Finds text with several detectors, each of which sees what others miss, and reads it. Not
 * thread-safe; it closes the detectors and the reader.
 */
public final class UnitedRecognizer implements TextRecognizer {

    private final List<TextDetector> detectors;
    private final TextReader reader;

    /**
     * Unites detectors.
     *
     * @param detectors what finds text, at least one
     * @param reader what reads it
     */
    public UnitedRecognizer(List<TextDetector> detectors, TextReader reader) {
        this.detectors = List.copyOf(detectors);
        this.reader = reader;
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        List<LineUnion.Testimony> testimonies = new ArrayList<>();
        for (TextDetector detector : detectors) {
            testimonies.add(new LineUnion.Testimony(detector.name(), detector.detect(views)));
        }
        List<RecognizedText> texts = new ArrayList<>();
        for (UnitedLine line : LineUnion.of(testimonies)) {
            TextReader.Reading reading = read(views, line);
            texts.add(
                    new RecognizedText(
                            new Region(plane, line.rectangle()),
                            reading.text(),
                            reading.confidence(),
                            name()));
        }
        return texts;
    }

    private TextReader.Reading read(List<PlaneImage> views, UnitedLine line) throws IOException {
        TextReader.Reading best = new TextReader.Reading("", 0);
        for (PlaneImage view : views) {
            PlaneImage crop = LineCrop.of(view, line.rectangle());
            List<PlaneImage> upright =
                    line.vertical()
                            ? List.of(LineCrop.turned(crop, true), LineCrop.turned(crop, false))
                            : List.of(crop);
            for (PlaneImage image : upright) {
                TextReader.Reading reading = reader.read(image);
                if (reading.confidence() > best.confidence()) {
                    best = reading;
                }
            }
        }
        return best;
    }

    @Override
    public void close() {
        detectors.forEach(TextDetector::close);
        reader.close();
    }
}
