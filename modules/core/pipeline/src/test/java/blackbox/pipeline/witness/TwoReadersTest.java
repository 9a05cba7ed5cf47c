package blackbox.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.model.text.TextReader.Reading;
import org.pixelanon.pipeline.witness.Effort;

/** Which of two readers is believed. */
class TwoReadersTest {

    private static final class OneLine implements FinderEngine {
        @Override
        public String name() {
            return "line";
        }

        @Override
        public String description() {
            return "finds one line";
        }

        @Override
        public TextFinder finder(EngineSettings settings) {
            return new TextFinder() {
                @Override
                public String name() {
                    return "line";
                }

                @Override
                public FoundText find(List<PlaneImage> views) {
                    FoundLine line = new FoundLine(new PixelRectangle(4, 4, 40, 12), 1, false);
                    return new FoundText(List.of(line), null);
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Says implements ReaderEngine {
        private final String name;
        private final Reading reading;
        private final List<String> events;

        Says(String name, Reading reading, List<String> events) {
            this.name = name;
            this.reading = reading;
            this.events = events;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return "reads the same everywhere";
        }

        @Override
        public TextReader reader(EngineSettings settings) {
            return new TextReader() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Reading read(PlaneImage line) {
                    events.add("read " + name);
                    return reading;
                }

                @Override
                public void close() {
                    events.add("close " + name);
                }
            };
        }
    }

    private final List<String> events = new ArrayList<>();

    private RecognizedText read(Reading first, Reading second) throws IOException {
        List<FoundEngine> witnesses =
                List.of(
                        FoundEngine.builtIn(new OneLine()),
                        FoundEngine.builtIn(new Says("one", first, events)),
                        FoundEngine.builtIn(new Says("two", second, events)));
        EngineSettings settings = new EngineSettings(Path.of(""), Map.of());
        PlaneImage plane = new PlaneImage(64, 32, 1, new byte[64 * 32]);
        try (TextRecognizer united = Effort.united(witnesses, e -> settings).open()) {
            List<RecognizedText> texts = united.recognize(new FramePlane(0), List.of(plane));
            assertThat(texts).hasSize(1);
            return texts.get(0);
        }
    }

    @Test
    void the_second_is_not_asked_where_the_first_is_sure() throws IOException {
        RecognizedText text = read(new Reading("Pelvis", .97), new Reading("Pelris", .99));
        assertThat(text.text()).isEqualTo("Pelvis");
        assertThat(events).containsExactly("read one", "close one", "close two");
    }

    @Test
    void the_surer_is_believed_and_the_other_is_told() throws IOException {
        RecognizedText text = read(new Reading("Peluis", .3), new Reading("Pelvis", .6));
        assertThat(text.text()).isEqualTo("Pelvis");
        assertThat(text.confidence()).isEqualTo(.6);
        assertThat(text.alternatives()).containsExactly(new Alternative("Peluis", .3));
    }

    @Test
    void the_first_is_believed_where_it_is_surer() throws IOException {
        RecognizedText text = read(new Reading("Pelvis", .6), new Reading("Pe!vis", .3));
        assertThat(text.text()).isEqualTo("Pelvis");
        assertThat(text.alternatives()).containsExactly(new Alternative("Pe!vis", .3));
    }

    @Test
    void accents_are_those_of_the_second_and_blanks_those_of_the_first() throws IOException {
        assertThat(read(new Reading("Hopital", .6), new Reading("Hôpital", .3)).text())
                .isEqualTo("Hôpital");
        assertThat(read(new Reading("30 JAN 94", .5), new Reading("30JAN94", .7)).text())
                .isEqualTo("30 JAN 94");
    }

    @Test
    void a_second_that_reads_nothing_changes_nothing() throws IOException {
        RecognizedText text = read(new Reading("Pelvis", .3), new Reading("", 0));
        assertThat(text.text()).isEqualTo("Pelvis");
        assertThat(text.confidence()).isEqualTo(.3);
        assertThat(text.alternatives()).isEmpty();
    }
}
