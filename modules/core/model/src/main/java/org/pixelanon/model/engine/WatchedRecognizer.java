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

/**
 * A recogniser of an extension. Its answer counts only if it is about the plane that was asked for;
 * what it throws ends the file at hand.
 */
final class WatchedRecognizer implements TextRecognizer {

    private final TextRecognizer recognizer;
    private final String name;

    WatchedRecognizer(TextRecognizer recognizer, String name) {
        this.recognizer = recognizer;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        PixelRectangle whole =
                new PixelRectangle(0, 0, views.get(0).width(), views.get(0).height());
        try {
            return Watch.over(
                    who(), () -> checked(recognizer.recognize(plane, views), plane, whole));
        } catch (EngineException e) {
            if (e.getCause() instanceof IOException cause && Watch.isStop(cause)) {
                throw cause;
            }
            throw e;
        }
    }

    /** Texts under our name, inside the plane; one on another plane would be blanked there. */
    private List<RecognizedText> checked(
            List<RecognizedText> texts, Plane plane, PixelRectangle whole) throws EngineException {
        List<RecognizedText> checked = new ArrayList<>(texts.size());
        for (RecognizedText text : texts) {
            Optional<PixelRectangle> inside = text.region().rectangle().intersection(whole);
            if (!text.region().scope().equals(plane) || inside.isEmpty()) {
                throw new EngineException(who() + " found text outside the plane it was shown");
            }
            checked.add(
                    new RecognizedText(
                            new Region(plane, inside.get()), text.text(), text.confidence(), name));
        }
        return checked;
    }

    private String who() {
        return "recogniser " + name;
    }

    @Override
    public void close() {
        try {
            Watch.over(
                    who(),
                    () -> {
                        recognizer.close();
                        return true;
                    });
        } catch (EngineException e) {
            System.getLogger(WatchedRecognizer.class.getName())
                    .log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }
}
