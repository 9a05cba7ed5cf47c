package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.Engine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextMap;
import org.pixelanon.model.text.TextReader;

/** Finders and readers that fail, hang or answer nonsense. */
class WatchedEnginesTest {

    private static final EngineSettings ONE_SECOND =
            new EngineSettings(Path.of(""), Map.of("time-limit", "1"));
    private static final PlaneImage PLANE = new PlaneImage(40, 20, 1, new byte[800]);
    private static final List<PlaneImage> VIEWS = List.of(PLANE);

    private interface Finds {
        TextFinder.FoundText find() throws IOException;
    }

    private interface Reads {
        TextReader.Reading read() throws IOException;
    }

    /** A finder that is what a test wants it to be, and counts how often it is started. */
    private record Eyes(Finds finds, AtomicInteger starts) implements FinderEngine {
        @Override
        public String name() {
            return "eyes";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public TextFinder finder(EngineSettings settings) {
            starts.incrementAndGet();
            return new TextFinder() {
                @Override
                public String name() {
                    return "another";
                }

                @Override
                public FoundText find(List<PlaneImage> views) throws IOException {
                    return finds.find();
                }

                /** Where the first line is. */
                @Override
                public Optional<List<PixelRectangle>> glance(List<PlaneImage> views)
                        throws IOException {
                    return Optional.of(List.of(finds.find().lines().get(0).rectangle()));
                }

                @Override
                public void close() {}
            };
        }
    }

    private record Glasses(Reads reads) implements ReaderEngine {
        @Override
        public String name() {
            return "glasses";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public TextReader reader(EngineSettings settings) {
            return new TextReader() {
                @Override
                public String name() {
                    return "another";
                }

                @Override
                public Reading read(PlaneImage line) throws IOException {
                    return reads.read();
                }

                @Override
                public void close() {}
            };
        }
    }

    private static TextFinder finder(Finds finds) throws IOException {
        return extension(new Eyes(finds, new AtomicInteger())).finder(ONE_SECOND);
    }

    private static TextReader reader(Reads reads) throws IOException {
        return extension(new Glasses(reads)).reader(ONE_SECOND);
    }

    private static FoundEngine extension(Engine engine) throws IOException {
        return FoundEngine.ofExtension(engine, "a.jar");
    }

    private static TextFinder.FoundText line(int x, int y, double score) {
        return new TextFinder.FoundText(
                List.of(new FoundLine(new PixelRectangle(x, y, 30, 9), score, false)), null);
    }

    private static TextFinder.FoundText hanging() throws IOException {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody lets it go");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void refused(Finds finds, String message) throws IOException {
        try (TextFinder eyes = finder(finds)) {
            assertThatThrownBy(() -> eyes.find(VIEWS))
                    .isInstanceOf(EngineException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void what_a_finder_answers_must_be_about_the_plane_it_was_shown() throws Exception {
        refused(() -> line(40, 0, 1), "finder eyes found a line outside the plane it was shown");
        refused(() -> line(0, -9, 1), "finder eyes found a line outside the plane it was shown");
        for (double score : new double[] {Double.NaN, -.1, 1.1}) {
            refused(
                    () -> line(0, 0, score),
                    "finder eyes found a line with a score that is not between 0 and 1");
        }
        refused(
                () -> new TextFinder.FoundText(List.of(), new TextMap(20, 40, new byte[800])),
                "finder eyes found traces on a plane of another size than the one it was shown");
        try (TextFinder eyes = finder(() -> line(20, 15, .5))) {
            assertThat(eyes.name()).isEqualTo("eyes");
            assertThat(eyes.find(VIEWS).lines())
                    .containsExactly(new FoundLine(new PixelRectangle(20, 15, 20, 5), .5, false));
        }
    }

    @Test
    void what_a_finder_sees_at_a_glance_must_lie_on_the_plane_too() throws Exception {
        try (TextFinder eyes = finder(() -> line(20, 0, 1))) {
            assertThatThrownBy(() -> eyes.glance(VIEWS))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("finder eyes found a place outside the plane it was shown");
        }
        try (TextFinder eyes = finder(() -> line(10, 0, 1))) {
            assertThat(eyes.glance(VIEWS).orElseThrow()).hasSize(1);
        }
    }

    @Test
    void what_a_finder_throws_names_it_and_not_its_words() throws Exception {
        refused(
                () -> {
                    throw new IllegalStateException("DOE^JANE");
                },
                "finder eyes failed (IllegalStateException)");
        refused(
                () -> {
                    throw new UnsatisfiedLinkError("DOE^JANE");
                },
                "finder eyes failed (UnsatisfiedLinkError)");
        refused(
                () -> {
                    throw new InternalError("DOE^JANE");
                },
                "finder eyes failed (InternalError)");
        refused(
                () -> new TextFinder.FoundText(List.of(), new TextMap(4, 4, new byte[1])),
                "finder eyes failed (IllegalArgumentException)");
        refused(() -> null, "finder eyes failed (NullPointerException)");
    }

    @Test
    void a_finder_that_hangs_fails_the_plane_and_is_started_anew_for_the_next() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Finds firstHangs = () -> starts.get() == 1 ? hanging() : line(0, 0, 1);
        try (TextFinder eyes = extension(new Eyes(firstHangs, starts)).finder(ONE_SECOND)) {
            assertThatThrownBy(() -> eyes.find(VIEWS))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("finder eyes did not answer within 1 seconds (time-limit)");
            assertThat(eyes.find(VIEWS).lines()).hasSize(1);
            assertThat(starts).hasValue(2);
        }
    }

    @Test
    void a_finder_that_hangs_while_it_starts_is_no_finder() throws Exception {
        FinderEngine slow =
                new FinderEngine() {
                    @Override
                    public String name() {
                        return "slow";
                    }

                    @Override
                    public String description() {
                        return "";
                    }

                    @Override
                    public TextFinder finder(EngineSettings settings) throws IOException {
                        hanging();
                        throw new AssertionError();
                    }
                };
        assertThatThrownBy(() -> extension(slow).finder(ONE_SECOND))
                .hasMessage("finder slow did not answer within 1 seconds (time-limit)");
    }

    @Test
    void a_stop_ends_the_wait_for_a_finder() throws Exception {
        try (TextFinder eyes = finder(WatchedEnginesTest::hanging)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> eyes.find(VIEWS)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_limit_that_is_none_is_no_setting() throws Exception {
        FoundEngine eyes = extension(new Eyes(() -> line(0, 0, 1), new AtomicInteger()));
        for (String wrong : List.of("0", "-1", "1.5", "soon", "100000")) {
            EngineSettings settings = new EngineSettings(Path.of(""), Map.of("time-limit", wrong));
            assertThatThrownBy(() -> eyes.finder(settings))
                    .hasMessage(
                            "finder eyes is not available: time-limit is no number of seconds from 1 to 99999");
        }
    }

    @Test
    void a_reader_is_watched_as_a_finder_is() throws Exception {
        List<Reads> wrong =
                List.of(
                        () -> new TextReader.Reading("DOE", Double.NaN),
                        () -> new TextReader.Reading("DOE", 2));
        for (Reads reads : wrong) {
            try (TextReader glasses = reader(reads)) {
                assertThatThrownBy(() -> glasses.read(PLANE))
                        .hasMessage("reader glasses failed (IllegalArgumentException)");
            }
        }
        try (TextReader glasses = reader(() -> null)) {
            assertThatThrownBy(() -> glasses.read(PLANE))
                    .hasMessage("reader glasses failed (NullPointerException)");
        }
        try (TextReader glasses =
                reader(
                        () -> {
                            hanging();
                            return null;
                        })) {
            assertThatThrownBy(() -> glasses.read(PLANE))
                    .hasMessage("reader glasses did not answer within 1 seconds (time-limit)");
        }
    }

    @Test
    void what_the_program_s_own_finder_says_is_told() throws Exception {
        Finds finds =
                () -> {
                    throw new PixelAnonException("the model answers with no likelihood");
                };
        FoundEngine own = FoundEngine.builtIn(new Eyes(finds, new AtomicInteger()));
        try (TextFinder eyes = own.finder(ONE_SECOND)) {
            assertThatThrownBy(() -> eyes.find(VIEWS))
                    .hasMessage("the model answers with no likelihood");
        }
    }
}
