package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Reason;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.RecognizerEngine;

/** What engines of others say and throw, as the program passes it on. */
class FoundEngineTest {

    private static final EngineSettings SETTINGS = new EngineSettings(Path.of(""), Map.of());
    private static final Plane SHOWN = new FramePlane(0);
    private static final List<PlaneImage> VIEWS = List.of(new PlaneImage(40, 20, 1, new byte[800]));

    /** A detector that is what a test wants it to be. */
    private record Detects(String name, Function<String, Optional<PiiDetector.Opinion>> opinion)
            implements DetectorEngine, PiiDetector {
        @Override
        public String description() {
            return "one\nline";
        }

        @Override
        public List<EngineOption> options() {
            return List.of(new EngineOption("size", "in pixels", "3"));
        }

        @Override
        public Optional<String> unavailable(EngineSettings settings) {
            return settings.options().getOrDefault("size", "3").equals("0")
                    ? Optional.of("no size")
                    : Optional.empty();
        }

        @Override
        public PiiDetector detector(EngineSettings settings) {
            return this;
        }

        @Override
        public Optional<Opinion> judge(String text, Identity identity) {
            return opinion.apply(text);
        }
    }

    private interface Reads {
        List<RecognizedText> read() throws IOException;
    }

    private static TextRecognizer reader(Reads reads) throws IOException {
        RecognizerEngine engine =
                new RecognizerEngine() {
                    @Override
                    public String name() {
                        return "eyes";
                    }

                    @Override
                    public String description() {
                        return "";
                    }

                    @Override
                    public TextRecognizer recognizer(EngineSettings settings) {
                        return new TextRecognizer() {
                            @Override
                            public String name() {
                                return "another";
                            }

                            @Override
                            public List<RecognizedText> recognize(Plane p, List<PlaneImage> v)
                                    throws IOException {
                                return reads.read();
                            }

                            @Override
                            public void close() {}
                        };
                    }
                };
        return FoundEngine.ofExtension(engine, "a.jar").recognizer(SETTINGS);
    }

    private static FoundEngine found(
            String name, Function<String, Optional<PiiDetector.Opinion>> opinion)
            throws EngineException {
        return FoundEngine.ofExtension(new Detects(name, opinion), "a.jar");
    }

    private static Reason told(String detail, String text) throws IOException {
        PiiDetector.Opinion said =
                new PiiDetector.Opinion(true, new Reason(Reason.Kind.BUILT_IN_LIST, detail));
        Identity doe = new Identity(List.of(new Identity.Value("PatientName", "PN", "Zweig^H")));
        return found("odd", t -> Optional.of(said))
                .detector(SETTINGS)
                .judge(text, doe)
                .orElseThrow()
                .reason();
    }

    @Test
    void the_detail_of_a_reason_is_told_if_it_repeats_nothing() throws Exception {
        assertThat(told("a place", "WARD 7"))
                .isEqualTo(new Reason(Reason.Kind.DETECTOR, "odd: a place"));
        assertThat(told("Ward found", "WARD 7")).isEqualTo(new Reason(Reason.Kind.DETECTOR, "odd"));
        assertThat(told("of Zweig", "WARD 7")).isEqualTo(new Reason(Reason.Kind.DETECTOR, "odd"));
        assertThat(told("x".repeat(80), "WARD 7").detail()).isEqualTo("odd");
    }

    @Test
    void what_a_detector_throws_names_it_and_not_its_words() throws Exception {
        PiiDetector failing =
                found(
                                "odd",
                                t -> {
                                    throw new IllegalStateException(t);
                                })
                        .detector(SETTINGS);
        assertThatThrownBy(() -> failing.judge("WARD 7", Identity.NONE))
                .isInstanceOfSatisfying(
                        UncheckedIOException.class,
                        e ->
                                assertThat(FailureText.of(e))
                                        .isEqualTo("detector odd failed (IllegalStateException)"));
    }

    @Test
    void a_detector_that_hangs_fails_the_text() throws Exception {
        EngineSettings second = new EngineSettings(Path.of(""), Map.of("time-limit", "1"));
        PiiDetector hanging =
                found(
                                "odd",
                                t -> {
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                    return Optional.empty();
                                })
                        .detector(second);
        assertThatThrownBy(() -> hanging.judge("WARD 7", Identity.NONE))
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("detector odd did not answer within 1 seconds (time-limit)");
        Thread.currentThread().interrupt();
        PiiDetector quick = found("odd", t -> Optional.empty()).detector(second);
        assertThat(quick.judge("WARD 7", Identity.NONE)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void text_on_another_plane_than_the_one_shown_is_refused() throws Exception {
        for (Region wrong :
                List.of(
                        new Region(new FramePlane(1), new PixelRectangle(0, 0, 9, 9)),
                        new Region(SHOWN, new PixelRectangle(40, 0, 9, 9)))) {
            TextRecognizer reader = reader(() -> List.of(new RecognizedText(wrong, "", 0, "x")));
            assertThatThrownBy(() -> reader.recognize(SHOWN, VIEWS))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("recogniser eyes found text outside the plane");
        }
        Region over = new Region(SHOWN, new PixelRectangle(30, 10, 90, 90));
        assertThat(
                        reader(() -> List.of(new RecognizedText(over, "a", 1, "x")))
                                .recognize(SHOWN, VIEWS))
                .containsExactly(
                        new RecognizedText(
                                new Region(SHOWN, new PixelRectangle(30, 10, 10, 10)),
                                "a",
                                1,
                                "eyes"));
    }

    @Test
    void a_stop_is_no_failure_of_the_recogniser() throws Exception {
        TextRecognizer stopped =
                reader(
                        () -> {
                            throw new InterruptedIOException("stop");
                        });
        assertThatThrownBy(() -> stopped.recognize(SHOWN, VIEWS))
                .isInstanceOf(InterruptedIOException.class);
        TextRecognizer failing =
                reader(
                        () -> {
                            throw new IOException("words");
                        });
        assertThatThrownBy(() -> failing.recognize(SHOWN, VIEWS))
                .hasMessage("recogniser eyes failed (IOException)");
    }

    @Test
    void names_are_plain_and_none_is_there_twice() throws Exception {
        assertThatThrownBy(() -> found("Two words", t -> Optional.empty()))
                .hasMessageContaining("a.jar")
                .hasMessageContaining("is no name");
        FoundEngine odd = found("odd", t -> Optional.empty());
        assertThat(odd.description()).doesNotContain("\n");
        assertThatThrownBy(() -> Engines.of(List.of(odd, odd)))
                .hasMessageStartingWith("there are two engines named detector odd: ");
        assertThatThrownBy(() -> Engines.of(List.of(odd)).detector("even"))
                .hasMessage("unknown detector 'even'; known are odd");
    }

    @Test
    void what_is_set_reaches_the_engine_and_what_it_does_not_know_is_refused() throws Exception {
        FoundEngine odd = found("odd", t -> Optional.empty());
        Engines engines = Engines.of(List.of(odd));
        EngineChoices none = EngineChoices.of(List.of("odd.size=0"), engines);
        assertThat(EngineChoices.NONE.settings(odd, Path.of(""), Map.of()).option("size"))
                .isEqualTo("3");
        EngineSettings set = none.settings(odd, Path.of(""), Map.of("size", "5"));
        assertThat(set.option("size")).isEqualTo("0");
        assertThatThrownBy(() -> odd.detector(set))
                .hasMessage("detector odd is not available: no size");
        assertThatThrownBy(() -> EngineChoices.of(List.of("odd.x=0"), engines))
                .hasMessage("detector odd has no option 'x'; it has size, time-limit");
    }
}
