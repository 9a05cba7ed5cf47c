package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Which part files a run removes: those where it writes, of which nobody says that he works. */
class SweepTest {

    @TempDir Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void draw() throws IOException {
        out = Files.createDirectories(folder.resolve("out/below/deeper")).getParent().getParent();
        in = Files.createDirectory(folder.resolve("in")).resolve("a.dcm");
        SampleFile.of(32, 32).samples((f, r, c, k) -> 0).write(in, Syntax.EXPLICIT);
    }

    private static Path part(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(".pixelanon-" + name + ".part"), "left");
    }

    private void run(Anonymising anonymising) throws IOException {
        assertThat(anonymising.run(in))
                .extracting(FileResult::outcome)
                .containsExactly(Outcome.CLEAN);
    }

    @Test
    void what_killed_runs_left_beside_the_outputs_is_removed_whatever_process_has_their_number()
            throws IOException {
        Path gone = part(out, "999999999-x");
        Path running = part(out, ProcessHandle.current().pid() + "-x");
        Path first = part(out, "1-x"); // the number of the first process of every container
        Path lock = part(out, "abc.lock");
        Path locked = part(out, "abc.0");

        run(Anonymising.into(out));

        assertThat(List.of(gone, running, first, lock, locked)).noneMatch(Files::exists);
        assertThat(Anonymising.files(out)).containsExactly(out.resolve("a.dcm"));
    }

    @Test
    void folders_without_outputs_of_this_run_are_left_alone() throws IOException {
        List<Path> others =
                List.of(
                        part(out.resolve("below"), "x"),
                        part(out.resolve("below/deeper"), "x"),
                        part(folder, "x"));

        run(Anonymising.into(out));

        assertThat(others).allMatch(Files::exists);
    }

    @Test
    void the_folder_of_every_output_is_swept_also_of_those_that_are_kept() throws IOException {
        List<InputFile> inputs = List.of(new InputFile(in, Path.of("below/a.dcm"), true));
        Anonymising.into(out).run(inputs);
        Path left = part(out.resolve("below"), "x");

        List<FileResult> results = Anonymising.into(out).resuming().run(inputs);

        assertThat(results.get(0).notes()).anyMatch(note -> note.startsWith("kept"));
        assertThat(left).doesNotExist();
    }

    @Test
    void in_place_only_the_folders_of_the_inputs_are_swept() throws IOException {
        Path here = part(Path.of(""), "of-the-working-folder");
        try {
            Path beside = part(in.getParent(), "x");
            Path elsewhere = part(folder, "x");

            run(Anonymising.inPlace());

            assertThat(beside).doesNotExist();
            assertThat(elsewhere).exists();
            assertThat(here).exists();
        } finally {
            Files.delete(here);
        }
    }

    @Test
    void what_another_process_holds_stays() throws Exception {
        Path part = part(out, "x.0");
        Path lock = part(out, "x.lock");
        Path alone = part(out, "y");
        try (LockHolder first = LockHolder.on(lock);
                LockHolder second = LockHolder.on(alone)) {
            assertThat(List.of(first, second)).hasSize(2);

            run(Anonymising.into(out));

            assertThat(List.of(part, lock, alone)).allMatch(Files::exists);
        }
        run(Anonymising.into(out).overwriting());

        assertThat(List.of(part, lock, alone)).noneMatch(Files::exists);
    }

    @Test
    void what_this_process_holds_stays() throws Exception {
        Path part = part(out, "x");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            run(Anonymising.into(out));
            run(Anonymising.into(out).overwriting());

            assertThat(part).exists();
        }
    }

    @Test
    void the_part_file_of_a_run_at_work_stays_and_becomes_its_output() throws IOException {
        Path other = folder.resolve("b.dcm");
        SampleFile.of(32, 32).samples((f, r, c, k) -> 1).write(other, Syntax.EXPLICIT);
        List<Path> seen = new ArrayList<>();
        int[] looks = {0};

        List<FileResult> results =
                Anonymising.into(out)
                        .searchingAgain(
                                () -> {
                                    looks[0]++;
                                    if (looks[0] == 1) {
                                        return List.of(new PixelRectangle(4, 4, 8, 8));
                                    }
                                    // the second look: the copy is written and has no name yet
                                    seen.addAll(Anonymising.parts(out));
                                    Anonymising.into(out).run(other);
                                    assertThat(seen).allMatch(Files::exists);
                                    return List.of();
                                })
                        .run(in);

        assertThat(seen).hasSize(2);
        assertThat(results).extracting(FileResult::outcome).containsExactly(Outcome.REDACTED);
        assertThat(Anonymising.files(out))
                .containsExactly(out.resolve("a.dcm"), out.resolve("b.dcm"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_or_a_link_with_such_a_name_is_no_part_file() throws Exception {
        Path pipe = out.resolve(".pixelanon-p.part");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Path precious = Files.writeString(folder.resolve("precious"), "stays");
        Path link = Files.createSymbolicLink(out.resolve(".pixelanon-l.part"), precious);

        run(Anonymising.into(out));

        assertThat(precious).hasContent("stays");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(pipe).exists();
    }
}
