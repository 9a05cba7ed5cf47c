package org.pixelanon.model.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.text.Calibration;

/**
 * A recogniser of an extension. Its answer counts only if it is about the given plane; if it
 * throws, the current file fails.
 */
final class WatchedRecognizer implements TextRecognizer {

    private final String name;
    private final Watched<TextRecognizer> recognizer;

    /**
     * Watches a recogniser.
     *
     * @param name by which users chose it
     * @param recognizer closed with this
     */
    WatchedRecognizer(String name, Watched<TextRecognizer> recognizer) {
        this.name = name;
        this.recognizer = recognizer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        PixelRectangle whole =
                new PixelRectangle(0, 0, views.get(0).width(), views.get(0).height());
        return recognizer.call(
                whole.area() * views.size(), r -> checked(r.recognize(plane, views), plane, whole));
    }

    /** Texts under our name, inside the plane; one on another plane would be blanked there. */
    private List<RecognizedText> checked(
            List<RecognizedText> texts, Plane plane, PixelRectangle whole) throws EngineException {
        List<RecognizedText> checked = new ArrayList<>(texts.size());
        for (RecognizedText text : texts) {
            Optional<PixelRectangle> inside = text.region().rectangle().intersection(whole);
            if (!text.region().scope().equals(plane) || inside.isEmpty()) {
                throw new EngineException(
                        recognizer.who() + " found text outside the plane it was shown");
            }
            checked.add(
                    new RecognizedText(
                            new Region(plane, inside.get()),
                            text.text(),
                            Calibration.UNKNOWN.of(text.confidence()),
                            name,
                            List.of(name),
                            text.alternatives()));
        }
        return checked;
    }

    @Override
    public void close() {
        recognizer.close();
    }
}
