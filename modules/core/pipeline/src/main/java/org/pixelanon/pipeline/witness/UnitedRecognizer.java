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
        List<UnitedLine> lines = new ArrayList<>();
        for (ThickLines.Claim claim : ThickLines.of(planes.of(plane, views))) {
            UnitedLine line = claim.line().at(QuietMargins.cut(views, claim.line().rectangle()));
            if (claim.isBelieved() || isRead(claim, read(views, line))) {
                lines.add(line);
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

    private static boolean isRead(ThickLines.Claim claim, TextReader.Reading reading) {
        return reading.confidence() >= claim.confidence()
                && reading.text().length() >= claim.characters();
    }

    private TextReader.Reading read(List<PlaneImage> views, UnitedLine line) throws IOException {
        TextReader.Reading best = new TextReader.Reading("", 0);
        for (PlaneImage view : views) {
            PlaneImage crop = view.part(line.rectangle());
            List<PlaneImage> upright =
                    line.vertical()
                            ? List.of(LineTurn.turned(crop, true), LineTurn.turned(crop, false))
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
