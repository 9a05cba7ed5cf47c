package blackbox.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.Decision;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.witness.UnitedRecognizer;

/** Barcodes: what a reader of text makes of their bars says nothing. */
class CodesTest {

    private static final PixelRectangle BARS = new PixelRectangle(5, 5, 90, 50);

    /** Sees bars. */
    private static final class Codes implements TextFinder {
        @Override
        public String name() {
            return "codes";
        }

        @Override
        public FoundText find(List<PlaneImage> views) {
            return new FoundText(List.of(FoundLine.ofCode(BARS)), null);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /** Reads something harmless everywhere. */
    private static final class Liver implements TextReader {
        @Override
        public String name() {
            return "liver";
        }

        @Override
        public Reading read(PlaneImage line) {
            return new Reading("LIVER", .99);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void a_code_is_not_read_and_is_hidden() throws IOException {
        PlaneImage view = new PlaneImage(100, 60, 1, new byte[6000]);
        try (UnitedRecognizer united = new UnitedRecognizer(List.of(new Codes()), new Liver())) {
            List<RecognizedText> texts = united.recognize(new FramePlane(0), List.of(view));
            assertThat(texts).hasSize(1);
            assertThat(texts.get(0).text()).isEmpty();
            assertThat(texts.get(0).region().rectangle()).isEqualTo(BARS);
            DecisionPolicy policy =
                    new DecisionPolicy(
                            SensitivityJudge.of(List.of("tags", "patterns"), null, null),
                            DecisionPolicy.OnDoubt.REDACT);
            assertThat(policy.decide(texts, Identity.NONE))
                    .extracting(Decision::verdict)
                    .containsExactly(Decision.Verdict.REDACT);
        }
    }
}
