package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What is searched, copied and proven is one open file, whatever its path names meanwhile. */
class OneOpenFileTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @TempDir Path folder;
    private Path in;
    private Path other;
    private Path out;
    private byte[] otherBytes;

    @BeforeEach
    void draw() throws IOException {
        in = Files.createDirectory(folder.resolve("in")).resolve("a.dcm");
        other = folder.resolve("other.dcm");
        out = folder.resolve("out");
        SampleFile.of(64, 64).samples((f, r, c, k) -> 0).write(in, Syntax.EXPLICIT);
        SampleFile.of(64, 64).samples((f, r, c, k) -> r).write(other, Syntax.EXPLICIT);
        otherBytes = Files.readAllBytes(other);
    }

    /** What happens to the input while it is searched. */
    enum Change {
        ANOTHER_FILE_TAKES_ITS_NAME,
        ITS_BYTES_ARE_REPLACED,
        ITS_BYTES_ARE_REPLACED_AND_ITS_TIME_PUT_BACK,
        IT_GROWS,
        IT_IS_CUT_SHORT,
        IT_IS_REMOVED,
        A_LINK_TAKES_ITS_NAME;

        void make(Path in, Path other) throws IOException {
            switch (this) {
                case ANOTHER_FILE_TAKES_ITS_NAME ->
                        Files.move(other, in, StandardCopyOption.ATOMIC_MOVE);
                case ITS_BYTES_ARE_REPLACED -> overwrite(in, Files.readAllBytes(other));
                case ITS_BYTES_ARE_REPLACED_AND_ITS_TIME_PUT_BACK -> {
                    FileTime time = Files.getLastModifiedTime(in);
                    overwrite(in, Files.readAllBytes(other));
                    Files.setLastModifiedTime(in, time);
                }
                case IT_GROWS -> Files.write(in, new byte[8], StandardOpenOption.APPEND);
                case IT_IS_CUT_SHORT -> {
                    try (FileChannel channel = FileChannel.open(in, StandardOpenOption.WRITE)) {
                        channel.truncate(channel.size() - 100);
                    }
                }
                case IT_IS_REMOVED -> Files.delete(in);
                case A_LINK_TAKES_ITS_NAME -> {
                    Files.delete(in);
                    Files.createSymbolicLink(in, other);
                }
            }
        }

        private static void overwrite(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes), 0);
            }
        }
    }

    private FileResult anonymised(Anonymising anonymising, Change change) throws IOException {
        // a change within one tick of the clock of the file system after opening cannot be seen
        List<FileResult> results =
                anonymising
                        .searching(
                                () -> {
                                    awaitTick();
                                    change.make(in, other);
                                    return List.of();
                                })
                        .run(in);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    /** Until the clock of the file system has moved on. */
    private void awaitTick() throws IOException {
        Path probe = folder.resolve("probe");
        FileTime before = written(probe);
        long end = System.nanoTime() + PATIENCE;
        while (written(probe).equals(before)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the clock of the file system stands still");
            }
        }
    }

    private static FileTime written(Path file) throws IOException {
        return Files.getLastModifiedTime(Files.write(file, new byte[1]));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_changes_while_it_is_searched_is_not_published(Change change)
            throws IOException {
        FileResult result = anonymised(Anonymising.into(out), change);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Anonymising.files(out)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void in_place_what_came_meanwhile_stays(Change change) throws IOException {
        FileResult result = anonymised(Anonymising.inPlace(), change);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        if (change == Change.IT_IS_REMOVED) {
            assertThat(in).doesNotExist();
        } else if (change.name().contains("TAKES") || change.name().contains("REPLACED")) {
            assertThat(in).hasBinaryContent(otherBytes);
        }
        assertThat(Anonymising.parts(in.getParent())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_output_of_an_earlier_run_is_not_kept_for_another_input(Change change)
            throws IOException {
        Anonymising.into(out).run(in);

        FileResult result = anonymised(Anonymising.into(out).resuming(), change);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.output()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_database_gets_no_rows_of_a_file_that_changed(Change change) throws IOException {
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            anonymised(Anonymising.into(out).recording(store), change);

            assertThat(store.files()).isEmpty();
            assertThat(store.audits(in.toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_writes_no_rows_of_a_file_that_changed(Change change) throws IOException {
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            FileResult result = anonymised(Anonymising.into(out).recording(store).dry(), change);

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(store.files()).isEmpty();
        }
    }

    @Test
    void a_file_that_stays_is_published() throws IOException {
        byte[] bytes = Files.readAllBytes(in);

        List<FileResult> results = Anonymising.into(out).run(in);

        assertThat(results).extracting(FileResult::outcome).containsExactly(Outcome.CLEAN);
        assertThat(out.resolve("a.dcm")).hasBinaryContent(bytes);
    }
}
