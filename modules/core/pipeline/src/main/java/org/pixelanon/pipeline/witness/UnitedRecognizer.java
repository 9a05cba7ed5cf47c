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

    /** Confidence below which a line may stand upside down. */
    private static final double HARDLY_READ = .3;

    /** Confidence from which it does. */
    private static final double WELL_READ = .5;

    /** Letters beyond which a reading does not count for more. */
    private static final int WORD = 4;

    /** Letters from which a reading is a text of its own. */
    private static final int LEAST_TEXT = 3;

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
        List<Testimony> testimonies = planes.of(plane, views);
        List<UnitedLine> lines = new ArrayList<>();
        for (ThickLines.Claim claim : ThickLines.of(testimonies)) {
            UnitedLine line = claim.line().at(QuietMargins.cut(views, claim.line().rectangle()));
            if (claim.isBelieved() || isRead(claim, read(views, line))) {
                lines.add(line);
            }
        }
        ExactMargins margins = new ExactMargins(views, testimonies);
        List<UnitedLine> whole =
                LineUnion.of(lines).stream()
                        .map(margins::cut)
                        .map(line -> LetterBounds.cut(views, testimonies, line))
                        .toList();
        List<RecognizedText> texts = new ArrayList<>();
        for (UnitedLine line : LinesApart.of(views, whole)) {
            TextReader.Reading reading = read(views, line);
            texts.add(
                    new RecognizedText(
                            new Region(plane, line.rectangle()),
                            reading.text(),
                            reading.confidence(),
                            name(),
                            List.copyOf(line.witnesses()),
                            reading.alternatives()));
        }
        return texts;
    }

    private static boolean isRead(ThickLines.Claim claim, TextReader.Reading reading) {
        return reading.confidence() >= claim.confidence()
                && reading.text().length() >= claim.characters();
    }

    /**
     * What the views say of a line. Ground without the text is read as one stroke, surely: the view
     * with the text says more. Several texts at one place, as pictures in other bits may have, all
     * stand there, so that none is released for another.
     */
    private TextReader.Reading read(List<PlaneImage> views, UnitedLine line) throws IOException {
        TextReader.Reading hardly = new TextReader.Reading("", 0);
        if (line.code()) {
            return hardly;
        }
        List<TextReader.Reading> texts = new ArrayList<>();
        for (PlaneImage view : views) {
            TextReader.Reading reading = read(view.part(line.rectangle()), line.vertical());
            if (isText(reading)) {
                add(texts, reading);
            } else {
                hardly = fuller(hardly, reading);
            }
        }
        return switch (texts.size()) {
            case 0 -> hardly;
            case 1 -> fuller(hardly, texts.get(0));
            default -> TextReader.Reading.ofLines(texts);
        };
    }

    /** Beside texts that are others, or in the place of one that says less of the same. */
    private static void add(List<TextReader.Reading> texts, TextReader.Reading reading) {
        for (int i = 0; i < texts.size(); i++) {
            if (!areOthers(texts.get(i).text(), reading.text())) {
                texts.set(i, fuller(texts.get(i), reading));
                return;
            }
        }
        texts.add(reading);
    }

    private TextReader.Reading read(PlaneImage crop, boolean vertical) throws IOException {
        if (vertical) {
            return surer(
                    reader.read(LineTurn.turned(crop, true)),
                    reader.read(LineTurn.turned(crop, false)));
        }
        TextReader.Reading reading = reader.read(crop);
        if (reading.confidence() >= HARDLY_READ) {
            return reading;
        }
        PlaneImage turned = LineTurn.turned(LineTurn.turned(crop, true), true);
        TextReader.Reading upsideDown = reader.read(turned);
        return upsideDown.confidence() < WELL_READ ? reading : surer(reading, upsideDown);
    }

    private static TextReader.Reading fuller(TextReader.Reading one, TextReader.Reading other) {
        return rightLetters(other) > rightLetters(one) ? other : one;
    }

    private static boolean isText(TextReader.Reading reading) {
        return reading.confidence() >= WELL_READ && reading.text().strip().length() >= LEAST_TEXT;
    }

    /** Whether two readings share less than half of the letters of the shorter one. */
    private static boolean areOthers(String one, String other) {
        StringBuilder left = new StringBuilder(other.replace(" ", ""));
        int shorter = Math.min(one.replace(" ", "").length(), left.length());
        int shared = 0;
        for (char letter : one.replace(" ", "").toCharArray()) {
            int at = left.indexOf(String.valueOf(letter));
            if (at >= 0) {
                left.deleteCharAt(at);
                shared++;
            }
        }
        return 2 * shared < shorter;
    }

    /** How many letters of a reading are right, if its confidence is that of each of them. */
    private static double rightLetters(TextReader.Reading reading) {
        return reading.confidence() * Math.min(WORD, reading.text().strip().length());
    }

    private static TextReader.Reading surer(TextReader.Reading one, TextReader.Reading other) {
        return other.confidence() > one.confidence() ? other : one;
    }

    @Override
    public void close() {
        planes.close();
        reader.close();
    }
}
