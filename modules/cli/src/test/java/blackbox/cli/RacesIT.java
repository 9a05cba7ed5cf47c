package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Commands while others change the names they work with. */
class RacesIT {

    private static final int ROUNDS = 4;

    @TempDir Path folder;
    private Path in;
    private Path withText;
    private Path without;

    @BeforeEach
    void draw() throws IOException {
        in = Files.createDirectory(folder.resolve("in")).resolve("a.dcm");
        Path samples = folder.resolve("samples");
        SampleSet.of(3).kinds(List.of(SampleKind.CR_MONOCHROME2)).write(samples, 1);
        Files.delete(samples.resolve(SampleSet.TRUTH));
        withText = Command.files(samples).get(0);
        without = folder.resolve("without.dcm");
        SampleFile.of(64, 64).samples((f, r, c, k) -> 90).write(without, Syntax.EXPLICIT);
        Files.copy(without, in);
    }

    /** Does something again and again while something else is done. */
    private static void during(Callable<?> disturbance, Callable<?> work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                while (!done.get()) {
                                    disturbance.call();
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        thread.start();
        try {
            work.call();
        } finally {
            done.set(true);
            thread.join();
        }
    }

    /** Gives the input's name to a copy of one file, then to a copy of the other. */
    private Callable<?> swapping() {
        Path next = folder.resolve("next.dcm");
        return () -> {
            for (Path file : List.of(withText, without)) {
                Files.copy(file, next, StandardCopyOption.REPLACE_EXISTING);
                Files.move(next, in, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(3);
            }
            return in;
        };
    }

    @Test
    void a_file_that_gets_the_name_meanwhile_is_never_published_unsearched() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path out = folder.resolve("out" + round);
            during(swapping(), () -> Command.run("anonymise", in, "-o", out, "-q"));

            assertThat(Command.files(out)).hasSizeLessThanOrEqualTo(1);
            for (Path output : Command.files(out)) {
                assertThat(Files.mismatch(output, withText)).as("text").isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void in_place_what_has_the_name_in_the_end_is_what_came_last_or_a_redaction_of_it()
            throws Exception {
        during(
                swapping(),
                () -> Command.run("anonymise", in.getParent(), "--in-place", "--jobs", "1", "-q"));

        // the last swap came after the run: nothing took its place
        assertThat(Files.mismatch(in, without)).isEqualTo(-1);
        assertThat(Command.files(in.getParent())).containsExactly(in);
    }

    @Test
    void of_several_processes_to_one_output_one_says_that_it_wrote_it() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Path out = folder.resolve("out");
            List<Future<Command>> commands = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                commands.add(
                        pool.submit(
                                () ->
                                        Command.start(
                                                List.of(),
                                                List.of("-Xmx128m"),
                                                Map.of(),
                                                folder,
                                                "redact",
                                                withText,
                                                "-o",
                                                out,
                                                "--rect",
                                                "0,0,+9,+9")));
            }
            int wrote = 0;
            for (Future<Command> command : commands) {
                Command ended = command.get();
                boolean said = ended.out().concat(ended.err()).contains(" 1 Redacted");
                assertThat(ended.code() == 0).isEqualTo(said);
                wrote += said ? 1 : 0;
            }
            assertThat(wrote).isEqualTo(1);
            assertThat(Command.files(out)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_link_that_comes_and_goes_in_the_output_folder_is_never_followed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Path sub = out.resolve("sub");
        Path tree = Files.createDirectories(folder.resolve("tree/sub"));
        for (int i = 0; i < 40; i++) {
            Files.copy(without, tree.resolve(i + ".dcm"));
        }
        Callable<?> planting =
                () -> {
                    Path aside = folder.resolve("aside");
                    if (Files.isDirectory(sub)) {
                        Files.move(sub, aside);
                    }
                    Files.createSymbolicLink(sub, elsewhere);
                    Files.delete(sub);
                    if (Files.isDirectory(aside)) {
                        Files.move(aside, sub);
                    }
                    return sub;
                };
        assertThatCode(
                        () ->
                                during(
                                        () -> {
                                            try {
                                                return planting.call();
                                            } catch (IOException e) {
                                                return sub; // the run made the folder first
                                            }
                                        },
                                        () ->
                                                Command.run(
                                                        "redact",
                                                        tree.getParent(),
                                                        "-o",
                                                        out,
                                                        "--rect",
                                                        "0,0,+9,+9",
                                                        "--overwrite",
                                                        "-q")))
                .doesNotThrowAnyException();

        try (Stream<Path> found = Files.walk(elsewhere)) {
            assertThat(found.filter(p -> !p.equals(elsewhere))).isEmpty();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            assertThat(found.filter(p -> p.toString().endsWith(".part"))).isEmpty();
        }
    }
}
