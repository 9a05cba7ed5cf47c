package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    private final List<TextFinder> finders;
    private final TextReader reader;

    /**
     * Unites finders.
     *
     * @param finders what finds text, at least one
     * @param reader what reads it
     */
    public UnitedRecognizer(List<TextFinder> finders, TextReader reader) {
        this.finders = List.copyOf(finders);
        this.reader = reader;
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        List<LineUnion.Testimony> testimonies = new ArrayList<>();
        for (TextFinder finder : finders) {
            testimonies.add(new LineUnion.Testimony(finder.name(), finder.find(views)));
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
        finders.forEach(TextFinder::close);
        reader.close();
    }
}
