package org.example.pixelanon;

import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.RecognizerEngine;

/** Takes the top rows of each plane for one text that nobody can read, unless they are black. */
public final class TopRows implements RecognizerEngine {

    @Override
    public String name() {
        return "top-rows";
    }

    @Override
    public String description() {
        return "takes the top rows of each plane for text that cannot be read";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(new EngineOption("rows", "how many, at least 1", "40"));
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        return settings.option("rows").matches("[1-9]\\d{0,4}")
                ? Optional.empty()
                : Optional.of("rows is not a number from 1 to 99999");
    }

    @Override
    public TextRecognizer recognizer(EngineSettings settings) {
        return new Reader(Integer.parseInt(settings.option("rows")));
    }

    private record Reader(int rows) implements TextRecognizer {
        @Override
        public String name() {
            return "top-rows";
        }

        @Override
        public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) {
            PlaneImage view = views.get(0);
            int height = Math.min(rows, view.height());
            int samples = height * view.width() * view.channels();
            boolean black = true;
            for (int i = 0; i < samples; i++) {
                black &= view.samples()[i] == 0;
            }
            Region top = new Region(plane, new PixelRectangle(0, 0, view.width(), height));
            return black ? List.of() : List.of(new RecognizedText(top, "", 0, name()));
        }

        @Override
        public void close() {}
    }
}
