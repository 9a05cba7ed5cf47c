package blackbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;

/** Takes the white pixels in each half of a plane for a line of text. */
public final class WhiteReader implements TextRecognizer {

    @Override
    public String name() {
        return "white";
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) {
        PlaneImage view = views.get(0);
        List<RecognizedText> texts = new ArrayList<>();
        int middle = view.height() / 2;
        for (int half = 0; half < 2; half++) {
            white(view, half * middle, half * middle + middle)
                    .ifPresent(
                            r ->
                                    texts.add(
                                            new RecognizedText(
                                                    new Region(plane, r), "Wend", 0.9, name())));
        }
        return texts;
    }

    private static Optional<PixelRectangle> white(PlaneImage view, int top, int bottom) {
        Optional<PixelRectangle> found = Optional.empty();
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < view.width(); x++) {
                if ((view.samples()[y * view.width() + x] & 0xFF) == 0xFF) {
                    PixelRectangle pixel = new PixelRectangle(x, y, 1, 1);
                    found = Optional.of(found.map(r -> r.union(pixel)).orElse(pixel));
                }
            }
        }
        return found;
    }

    @Override
    public void close() {}
}
