package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.pii.process.CommandEngine;

/** Programs of their own that judge text, well and badly. */
class ProgramsTest {

    @TempDir Path folder;

    static EngineSettings settings(DetectorEngine engine, Map<String, String> set) {
        Map<String, String> all =
                engine.options().stream()
                        .collect(Collectors.toMap(EngineOption::name, EngineOption::defaultValue));
        Map<String, String> values = new HashMap<>(all);
        values.putAll(set);
        return new EngineSettings(Path.of("cache"), values);
    }

    private String command(String how) throws Exception {
        Path classes =
                Path.of(
                        StandInProgram.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        return String.join(
                " ",
                quoted(Path.of(System.getProperty("java.home"), "bin", "java")),
                "-Xshare:auto -XX:TieredStopAtLevel=1 -cp",
                quoted(classes),
                StandInProgram.class.getName(),
                quoted(folder),
                how);
    }

    private static String quoted(Path path) {
        return "\"" + path + "\"";
    }

    private PiiDetector detector(String how, String... more) throws Exception {
        Map<String, String> set = new HashMap<>(Map.of("run", command(how)));
        for (int i = 0; i < more.length; i += 2) {
            set.put(more[i], more[i + 1]);
        }
        CommandEngine engine = new CommandEngine();
        EngineSettings settings = settings(engine, set);
        assertThat(engine.unavailable(settings)).isEmpty();
        return engine.detector(settings);
    }

    private static Optional<Opinion> judge(PiiDetector detector, String text) {
        return detector.judge(text, Identity.NONE);
    }

    private List<ProcessHandle> started() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".pid"))
                    .map(n -> ProcessHandle.of(Long.parseLong(n.replace(".pid", ""))))
                    .map(p -> p.orElse(null))
                    .toList();
        }
    }

    @Test
    void one_that_finds_something_hides_and_one_that_finds_nothing_releases_nothing()
            throws Exception {
        PiiDetector detector = detector("well");
        assertThat(detector.name()).isEqualTo("command");
        assertThat(judge(detector, "DOE^JANE"))
                .contains(new Opinion(true, new Reason(Reason.Kind.DETECTOR, "command: name")));
        assertThat(judge(detector, "CHEST")).isEmpty();
        assertThat(started()).hasSize(1);
    }

    @Test
    void every_character_arrives() throws Exception {
        assertThat(judge(detector("ascii"), "DOE Zoë 名 \uD800\n").orElseThrow().sensitive())
                .isTrue();
    }

    @Test
    void a_type_that_may_be_a_word_of_the_text_is_not_told() throws Exception {
        assertThat(judge(detector("quotes"), "DOE").orElseThrow().reason())
                .isEqualTo(new Reason(Reason.Kind.DETECTOR, "command"));
    }

    @ParameterizedTest
    @CsvSource({
        "garbage,gave an invalid answer",
        "array,gave an invalid answer",
        "twice,gave an invalid answer",
        "incomplete,gave an invalid answer",
        "words,gave an invalid answer",
        "bytes,gave an invalid answer",
        "endless,gave an invalid answer",
        "other,answered out of order",
        "error,answered with an error",
        "hangs,did not answer within 2 seconds (time-limit)",
        "dies,'exited during a request, and so did the next process'"
    })
    void what_is_no_answer_is_a_failure_that_says_nothing_of_the_text(String how, String why)
            throws Exception {
        PiiDetector detector = detector(how, "time-limit", how.equals("hangs") ? "2" : "60");
        Throwable thrown = catchThrowable(() -> judge(detector, "DOE^JANE"));
        assertThat(thrown).hasCauseInstanceOf(EngineException.class);
        assertThat(thrown.getCause()).hasMessage("detector command " + why);
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            assertThat(String.valueOf(t.getMessage())).doesNotContain("DOE", "JANE");
        }
        assertThat(judge(detector, "CHEST")).isEmpty();
    }

    @Test
    void one_that_failed_is_ended() throws Exception {
        PiiDetector detector = detector("hangs", "time-limit", "2");
        List<ProcessHandle> running = started();
        assertThatThrownBy(() -> judge(detector, "DOE"));
        running.forEach(process -> process.onExit().join());
        assertThat(running).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void one_that_ends_is_started_again_and_asked_again() throws Exception {
        PiiDetector detector = detector("dies-once");
        assertThat(judge(detector, "DOE").orElseThrow().sensitive()).isTrue();
        assertThat(started()).hasSize(2);
    }

    @Test
    void one_that_ends_again_and_again_is_given_up() throws Exception {
        PiiDetector detector = detector("dies");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> judge(detector, "DOE"))
                    .hasMessageContaining("so did the next");
        }
        int starts = started().size();
        assertThat(starts).isEqualTo(6);
        assertThatThrownBy(() -> judge(detector, "CHEST"))
                .hasMessageContaining("failed 3 times and is not asked again");
        assertThat(started()).hasSize(starts);
    }

    @Test
    void as_many_run_at_a_time_as_are_asked_for() throws Exception {
        PiiDetector detector = detector("together", "workers", "2");
        assertThat(all(detector, 2)).hasSize(2).allMatch(Opinion::sensitive);
        assertThat(started()).hasSize(2);
    }

    @Test
    void others_wait_until_one_is_free() throws Exception {
        PiiDetector detector = detector("well", "workers", "2");
        assertThat(all(detector, 24)).hasSize(24).allMatch(Opinion::sensitive);
        assertThat(started()).hasSizeBetween(1, 2);
    }

    private static List<Opinion> all(PiiDetector detector, int threads) throws Exception {
        ExecutorService service = Executors.newFixedThreadPool(threads);
        try {
            Callable<Opinion> question = () -> judge(detector, "DOE").orElseThrow();
            List<Future<Opinion>> answers =
                    service.invokeAll(Stream.generate(() -> question).limit(threads).toList());
            List<Opinion> opinions = new java.util.ArrayList<>();
            for (Future<Opinion> answer : answers) {
                opinions.add(answer.get());
            }
            return opinions;
        } finally {
            service.shutdownNow();
        }
    }

    @Test
    void one_that_cannot_work_says_why_before_it_is_shown_any_text() {
        assertThatThrownBy(() -> detector("unwilling"))
                .isInstanceOf(EngineException.class)
                .hasMessage("detector command cannot work: no model");
        CommandEngine engine = new CommandEngine();
        assertThatThrownBy(
                        () -> engine.detector(settings(engine, Map.of("run", folder + "/absent"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("detector command cannot be started")
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run=", "workers=0", "workers=65", "time-limit=0", "time-limit=x"})
    void what_cannot_be_used_is_told_before_anything_is_started(String set) {
        CommandEngine engine = new CommandEngine();
        int at = set.indexOf('=');
        Map<String, String> values = new HashMap<>(Map.of("run", "x"));
        values.put(set.substring(0, at), set.substring(at + 1));
        assertThat(engine.unavailable(settings(engine, values)).orElseThrow())
                .contains(set.substring(0, at));
    }
}
