package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;

/**
 * Finds text with several finders, each of which sees what others miss, and reads it. Not
 * thread-safe; it closes the finders and the reader.
 */
public final class UnitedRecognizer implements TextRecognizer {

    /** Confidence of a reading that turns a doubtful line into text. */
    private static final double CONFIDENT = .7;

    private final WitnessedPlanes planes;
    private final TextReader reader;

    /**
     * Unites finders.
     *
     * @param finders what finds text, at least one; the first sees every plane
     * @param reader what reads it
     */
    public UnitedRecognizer(List<TextFinder> finders, TextReader reader) {
        this.planes = new WitnessedPlanes(finders);
        this.reader = new RememberedReader(reader);
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        ThickLines.Sorted sorted = ThickLines.sorted(planes.of(plane, views));
        List<UnitedLine> lines = new ArrayList<>();
        for (UnitedLine line : sorted.believed()) {
            lines.add(line.at(QuietMargins.cut(views, line.rectangle())));
        }
        for (UnitedLine line : sorted.doubtful()) {
            PixelRectangle box = QuietMargins.cut(views, line.rectangle());
            if (read(views, line.at(box)).confidence() >= CONFIDENT) {
                lines.add(line.at(box));
            }
        }
        List<RecognizedText> texts = new ArrayList<>();
        for (UnitedLine line : LineUnion.of(lines)) {
            TextReader.Reading reading = read(views, line);
            texts.add(
                    new RecognizedText(
                            new Region(plane, line.rectangle()),
                            reading.text(),
                            reading.confidence(),
                            name(),
                            List.copyOf(line.witnesses())));
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
        planes.close();
        reader.close();
    }
}
