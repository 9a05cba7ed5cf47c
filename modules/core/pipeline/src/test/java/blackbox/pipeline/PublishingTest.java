package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** How outputs get their names: never in the place of anything, never through a link. */
class PublishingTest {

    private static final byte[] NEWER = {1, 2, 3};

    @TempDir Path folder;
    private Path in;
    private Path other;
    private Path out;
    private Path target;

    @BeforeEach
    void draw() throws IOException {
        in = Files.createDirectory(folder.resolve("in")).resolve("a.dcm");
        other = folder.resolve("in/b.dcm");
        SampleFile.of(32, 32).samples((f, r, c, k) -> 0).write(in, Syntax.EXPLICIT);
        SampleFile.of(32, 32).samples((f, r, c, k) -> r).write(other, Syntax.EXPLICIT);
        out = folder.resolve("out");
        target = out.resolve("a.dcm");
    }

    private FileResult one(Anonymising anonymising) throws IOException {
        return anonymising.run(in).get(0);
    }

    private void assertFailed(FileResult result, String why) throws IOException {
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).contains(why);
        assertThat(result.output()).isEmpty();
        assertThat(Anonymising.parts(folder)).isEmpty();
    }

    /** A run during which something happens. */
    private static Anonymising during(Anonymising run, Happening happening, boolean text) {
        return run.searching(
                () -> {
                    happening.happens();
                    return text ? List.of(new PixelRectangle(2, 2, 4, 4)) : List.of();
                });
    }

    private interface Happening {
        void happens() throws IOException;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_runs_to_one_output_one_fails(boolean text) throws IOException {
        List<FileResult> first = new ArrayList<>();

        FileResult second =
                one(
                        during(
                                Anonymising.into(out),
                                () -> first.add(one(Anonymising.into(out))),
                                text));

        assertThat(first.get(0).outcome()).isEqualTo(Outcome.CLEAN);
        assertFailed(second, "output was created by something else during the run");
        assertThat(Files.mismatch(target, in)).isEqualTo(-1);
    }

    @Test
    void of_many_runs_at_once_to_one_output_one_succeeds() throws Exception {
        int runs = 4;
        ExecutorService pool = Executors.newFixedThreadPool(runs);
        try {
            for (int round = 0; round < 20; round++) {
                Path place = folder.resolve("race" + round);
                CyclicBarrier start = new CyclicBarrier(runs);
                List<Future<FileResult>> results = new ArrayList<>();
                for (int i = 0; i < runs; i++) {
                    results.add(
                            pool.submit(
                                    () -> {
                                        start.await();
                                        return one(Anonymising.into(place));
                                    }));
                }
                int published = 0;
                for (Future<FileResult> result : results) {
                    published += result.get().output().isPresent() ? 1 : 0;
                }
                assertThat(published).isEqualTo(1);
                assertThat(Anonymising.files(place)).hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_file_that_appears_meanwhile_is_not_replaced() throws IOException {
        FileResult result = one(during(Anonymising.into(out), this::foreign, false));

        assertFailed(result, "output was created by something else during the run");
        assertThat(target).hasBinaryContent(NEWER);
    }

    @Test
    void nor_when_a_stopped_job_is_taken_up() throws IOException {
        FileResult result = one(during(Anonymising.into(out).resuming(), this::foreign, false));

        assertFailed(result, "output was created by something else during the run");
        assertThat(target).hasBinaryContent(NEWER);
    }

    private void foreign() throws IOException {
        Files.createDirectories(out);
        Files.write(target, NEWER);
    }

    @Test
    void an_output_that_does_not_verify_is_made_again_unless_it_changed_meanwhile()
            throws IOException {
        Files.createDirectories(out);
        Files.writeString(target, "half an output");
        assertThat(one(Anonymising.into(out).resuming()).outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(Files.mismatch(target, in)).isEqualTo(-1);

        Files.writeString(target, "half an output");
        boolean[] looked = {false};
        FileResult result =
                one(
                        Anonymising.into(out)
                                .resuming()
                                .searchingAgain(
                                        () -> {
                                            if (looked[0]) {
                                                Files.write(target, NEWER);
                                                return List.of();
                                            }
                                            looked[0] = true;
                                            return List.of(new PixelRectangle(2, 2, 4, 4));
                                        }));

        assertFailed(result, "output changed during the run");
        assertThat(target).hasBinaryContent(NEWER);
    }

    @Test
    void overwriting_replaces_and_says_so() throws IOException {
        FileResult fresh = one(Anonymising.into(out).overwriting());
        FileResult again = one(Anonymising.into(out).overwriting());

        assertThat(fresh.notes()).isEmpty();
        assertThat(again.notes()).anyMatch(note -> note.contains("replaced"));
        assertThat(again.outcome()).isEqualTo(Outcome.CLEAN);
    }

    /** Ways to run that may all meet a link. */
    private List<Anonymising> ways() {
        return List.of(
                Anonymising.into(out),
                Anonymising.into(out).overwriting(),
                Anonymising.into(out).resuming());
    }

    @Test
    void an_output_is_never_written_through_a_link_below_the_output_folder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(out.resolve("real"));
        Files.createSymbolicLink(out.resolve("link"), elsewhere);
        Files.createSymbolicLink(out.resolve("real/back"), out.resolve("real"));
        Files.createSymbolicLink(out.resolve("nowhere"), folder.resolve("missing"));
        for (Anonymising way : ways()) {
            for (String below :
                    List.of("link/a.dcm", "link/x/a.dcm", "real/back/a.dcm", "nowhere/a.dcm")) {
                FileResult result =
                        way.run(List.of(new InputFile(in, Path.of(below), true))).get(0);
                assertFailed(result, "through the link");
            }
        }
        assertThat(Anonymising.files(elsewhere)).isEmpty();
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void an_output_never_takes_the_place_of_a_link_nor_is_it_written_to_where_it_leads()
            throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "stays");
        Files.createDirectories(out);
        for (Path leadsTo : List.of(precious, folder.resolve("missing"))) {
            Files.createSymbolicLink(target, leadsTo);
            for (Anonymising way : ways()) {
                assertFailed(one(way), "through the link");
            }
            assertThat(Files.isSymbolicLink(target)).isTrue();
            Files.delete(target);
        }
        assertThat(precious).hasContent("stays");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void a_link_planted_while_a_file_is_searched_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        List<InputFile> below = List.of(new InputFile(in, Path.of("sub/a.dcm"), true));
        for (Anonymising way : ways()) {
            Happening plant =
                    () -> {
                        Files.createDirectories(out);
                        Files.createSymbolicLink(out.resolve("sub"), elsewhere);
                    };
            FileResult result = during(way, plant, true).run(below).get(0);

            assertFailed(result, "through the link");
            Files.delete(out.resolve("sub"));
        }
        assertThat(Anonymising.files(elsewhere)).isEmpty();
    }

    @Test
    void a_folder_that_becomes_a_link_while_its_output_is_proven_is_not_followed()
            throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        int[] looks = {0};
        FileResult result =
                Anonymising.into(out)
                        .searchingAgain(
                                () -> {
                                    looks[0]++;
                                    if (looks[0] == 1) {
                                        return List.of(new PixelRectangle(2, 2, 4, 4));
                                    }
                                    Files.move(out.resolve("sub"), folder.resolve("moved"));
                                    Files.createSymbolicLink(out.resolve("sub"), elsewhere);
                                    return List.of();
                                })
                        .run(List.of(new InputFile(in, Path.of("sub/a.dcm"), true)))
                        .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Anonymising.files(elsewhere)).isEmpty();
        assertThat(folder.resolve("moved/a.dcm")).doesNotExist();
    }

    @Test
    void the_output_folder_itself_and_those_above_it_may_be_links() throws IOException {
        Path real = Files.createDirectories(folder.resolve("disk/real"));
        Files.createSymbolicLink(folder.resolve("way"), folder.resolve("disk"));
        Files.createSymbolicLink(out, folder.resolve("way/real"));

        FileResult result =
                Anonymising.into(out)
                        .run(List.of(new InputFile(in, Path.of("x/y/a.dcm"), true)))
                        .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(real.resolve("x/y/a.dcm")).exists();
    }

    @Test
    void two_inputs_never_share_an_output_by_any_path() throws IOException {
        List<List<Path>> pairs =
                List.of(
                        List.of(Path.of("a.dcm"), Path.of("a.dcm")),
                        List.of(Path.of("x/../a.dcm"), Path.of("a.dcm")),
                        List.of(Path.of("./a.dcm"), Path.of("a.dcm")));
        for (List<Path> pair : pairs) {
            List<FileResult> results =
                    Anonymising.into(out)
                            .run(
                                    List.of(
                                            new InputFile(in, pair.get(0), true),
                                            new InputFile(other, pair.get(1), true)));

            assertThat(results).allMatch(r -> r.outcome() == Outcome.CLEAN);
            assertThat(Anonymising.files(out)).containsExactly(target, out.resolve("b.dcm"));
            assertThat(target).hasSameBinaryContentAs(in);
            assertThat(out.resolve("b.dcm")).hasSameBinaryContentAs(other);
            Files.delete(target);
            Files.delete(out.resolve("b.dcm"));
        }
    }

    @Test
    void in_place_one_file_by_two_paths_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("by-another-way"), in.getParent());

        List<FileResult> results = Anonymising.inPlace().run(in, link.resolve("a.dcm"));

        assertThat(results).allMatch(r -> r.reason().equals("another input has the same output"));
    }

    /** As in a folder that takes a.dcm and A.DCM, or two ways to write an accent, for one name. */
    @Test
    void an_output_of_this_run_is_not_replaced_under_another_name_of_it() throws IOException {
        Path alias = out.resolve("b.dcm");
        byte[] first = Files.readAllBytes(in);
        List<InputFile> both =
                List.of(
                        new InputFile(in, Path.of("a.dcm"), true),
                        new InputFile(other, Path.of("b.dcm"), true));
        for (Anonymising way : ways().subList(1, 3)) {
            int[] searched = {0};
            List<FileResult> results =
                    way.searchingAgain(
                                    () -> {
                                        searched[0]++;
                                        if (searched[0] == 2) {
                                            Files.createLink(alias, target);
                                        }
                                        return List.of();
                                    })
                            .run(both);

            assertThat(results.get(0).outcome()).isEqualTo(Outcome.CLEAN);
            assertFailed(results.get(1), "another input has the same output");
            assertThat(target).hasBinaryContent(first);
            Files.delete(target);
            Files.delete(alias);
        }
    }

    @Test
    void an_output_outside_the_output_folder_is_refused() throws IOException {
        FileResult result =
                Anonymising.into(out)
                        .run(List.of(new InputFile(in, Path.of("../../x.dcm"), true)))
                        .get(0);

        assertFailed(result, "outside");
        assertThat(Anonymising.files(folder)).containsExactly(in, other);
    }

    @Test
    void the_name_of_an_output_folder_is_resolved_as_the_system_resolves_it() throws IOException {
        Path real = Files.createDirectories(folder.resolve("disk/real"));
        Files.createSymbolicLink(folder.resolve("way"), real);
        OutputLayout layout = new OutputLayout(folder.resolve("way/../out"), null, false, false);

        assertThat(one(Anonymising.into(out).with(layout)).outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(folder.resolve("disk/out/a.dcm")).exists();
    }
}
