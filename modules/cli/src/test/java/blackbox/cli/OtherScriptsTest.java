package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.Reader4;
import org.pixelanon.ocr.TesseractReaderService;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;

/** Scripts that a reader does not know come out as anything; none of it is released. */
class OtherScriptsTest {

    /** Names and words in Cyrillic, Greek, Hebrew, Arabic, Armenian, Georgian and Chinese. */
    private static final List<String> WORDS =
            List.of(
                    "\u0418\u0432\u0430\u043d\u043e\u0432",
                    "\u041f\u0430\u0432\u043b\u043e\u0432\u0430",
                    "\u041a\u041e\u0420\u0410\u0411\u0415\u041b",
                    "\u03a0\u03b1\u03c0\u03b1\u03b4\u03ac\u03ba\u03b7\u03c2",
                    "\u039c\u0395\u03a4\u0391\u039e\u0391",
                    "\u05d9\u05d5\u05e1\u05e3 \u05db\u05d4\u05df",
                    "\u0645\u062d\u0645\u062f \u062d\u0633\u0646",
                    "\u0531\u0580\u0561\u0574",
                    "\u10d2\u10d8\u10dd\u10e0\u10d2\u10d8",
                    "\u738b\u5c0f\u660e");

    @TempDir private static Path cache;

    private static PlaneImage line(String text) {
        BufferedImage image = new BufferedImage(200, 40, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, 10, 28);
        graphics.dispose();
        return new PlaneImage(
                200, 40, 1, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    @Test
    void what_no_reader_knows_is_never_released() throws IOException {
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
        DecisionPolicy policy = new DecisionPolicy(judge, DecisionPolicy.OnDoubt.REDACT);
        EngineSettings settings = new EngineSettings(cache, Map.of());
        for (ReaderEngine engine : List.of(new Reader4(), new TesseractReaderService())) {
            List<RecognizedText> texts = new ArrayList<>();
            try (TextReader reader = engine.reader(settings)) {
                for (String word : WORDS) {
                    TextReader.Reading reading = reader.read(line(word));
                    texts.add(
                            new RecognizedText(
                                    new Region(
                                            new AllFrames(),
                                            new PixelRectangle(0, 60 * texts.size(), 200, 40)),
                                    reading.text(),
                                    reading.confidence(),
                                    reader.name(),
                                    List.of("drawn"),
                                    reading.alternatives()));
                }
            }
            assertThat(policy.decide(texts, Identity.NONE))
                    .extracting(Decision::verdict)
                    .hasSize(WORDS.size())
                    .doesNotContain(Verdict.KEEP);
        }
    }
}
