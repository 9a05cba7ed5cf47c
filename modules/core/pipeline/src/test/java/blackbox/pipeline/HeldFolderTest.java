package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.HeldFolder;
import org.pixelanon.pipeline.atomic.PartFile;

/** Folders whose names come to lead elsewhere while they are worked in. */
@EnabledOnOs(OS.LINUX)
class HeldFolderTest {

    @TempDir Path folder;
    private Path out;
    private Path aside;
    private Path elsewhere;

    @BeforeEach
    void make() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
        aside = folder.resolve("aside");
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    }

    private void swap() throws IOException {
        Files.move(out, aside);
        Files.createSymbolicLink(out, elsewhere);
    }

    @Test
    void what_is_made_is_made_in_the_folder_that_was_opened() throws IOException {
        try (HeldFolder held = HeldFolder.of(out)) {
            swap();
            Files.createFile(held.path().resolve("a"));
        }

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(aside.resolve("a")).exists();
    }

    @Test
    void also_below_it_and_in_one_that_is_not_empty() throws IOException {
        Files.createFile(Files.createDirectory(out.resolve("sub")).resolve("other"));
        try (HeldFolder held = HeldFolder.of(out);
                HeldFolder sub = held.child(Path.of("sub"))) {
            swap();
            Files.createFile(sub.path().resolve("a"));
        }

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(aside.resolve("sub/a")).exists();
    }

    @Test
    void a_link_is_no_folder_below_one_that_is_held() throws IOException {
        Files.createSymbolicLink(out.resolve("sub"), elsewhere);
        try (HeldFolder held = HeldFolder.of(out)) {
            assertThatThrownBy(() -> held.child(Path.of("sub")).close())
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining(out.resolve("sub").toString());
        }
    }

    @Test
    void a_part_file_goes_away_whatever_became_of_its_folder() throws IOException {
        PartFile part = PartFile.in(HeldFolder.of(out));
        swap();
        assertThat(aside).isNotEmptyDirectory();
        part.close();

        assertThat(aside).isEmptyDirectory();
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void one_folder_held_by_many_while_others_open_it_stays_that_folder() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Integer>> futures = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                futures.add(pool.submit(this::heldOften));
            }
            for (Future<Integer> future : futures) {
                assertThat(future.get()).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** How often the folder was not reached through what is open. */
    private int heldOften() throws IOException {
        int misses = 0;
        for (int i = 0; i < 200; i++) {
            try (HeldFolder held = HeldFolder.of(out);
                    FileChannel other = FileChannel.open(out)) {
                other.force(true);
                misses += held.path().equals(out) ? 1 : 0;
                misses += Files.isSameFile(held.path(), out) ? 0 : 1;
            }
        }
        return misses;
    }
}
