package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import blackbox.review.StandInArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.extension.SourceSearch;
import org.pixelanon.review.item.FileState;
import org.pixelanon.sources.profile.Reach;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Files that come over a network are read ahead, do not delay others, and are retried. */
class RemoteFilesTest {

    @TempDir private Path temporary;

    private StandInArchive archive;
    private Sources sources;
    private Sitting sitting;

    @BeforeEach
    void start() throws Exception {
        archive = new StandInArchive();
        Reach reach = new Reach(Map.of("tries", "1"), List.of(), (s, n) -> Optional.empty());
        sources = new Sources(SourceSearch::all, reach, temporary.resolve("staging"));
        sitting = new Sitting(temporary.resolve("db"));
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        sitting.close();
        sources.close();
    }

    private List<Path> stored(int count) throws Exception {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String uid = "1.9." + (i + 1);
            byte[] bytes =
                    SampleFile.of(40, 50)
                            .samples((f, row, column, k) -> row + column)
                            .with(
                                    b ->
                                            b.text(0x0020_000D, "UI", "1")
                                                    .text(0x0020_000E, "UI", "1.9")
                                                    .text(0x0008_0018, "UI", uid))
                            .toBytes(Syntax.EXPLICIT);
            paths.add(sources.path(archive.instance(uid, bytes)));
        }
        return paths;
    }

    private boolean asked(int number) {
        return archive.requests.stream().anyMatch(r -> r.endsWith("/instances/1.9." + number));
    }

    private boolean kept(Path path) {
        return sitting.session()
                .kept(path.toString())
                .filter(f -> f.failure().isEmpty())
                .isPresent();
    }

    @Test
    void the_next_files_are_there_before_they_are_wanted_and_no_more() throws Exception {
        List<Path> files = stored(6);
        sitting.open(files);
        sitting.await("the next three", () -> kept(files.get(1)) && kept(files.get(3)));
        assertThat(sitting.on(() -> sitting.session().files().get(0).name()))
                .isEqualTo(files.get(0).toString())
                .startsWith("dicomweb+http://");
        assertThat(asked(5)).isFalse();

        archive.hold();
        sitting.run(() -> sitting.session().show(1));
        assertThat(sitting.on(() -> sitting.session().open())).isPresent();
    }

    @Test
    void while_a_connection_gives_nothing_other_files_are_read() throws Exception {
        List<Path> files = new ArrayList<>(stored(5));
        Path local =
                SampleFile.of(40, 50)
                        .samples((f, row, column, k) -> row)
                        .write(temporary.resolve("local.dcm"), Syntax.EXPLICIT);
        files.add(local);
        archive.hold();
        sitting.get(() -> sitting.session().setFiles(files, 0, 0));
        for (int i = 0; i < 5; i++) {
            int index = i;
            sitting.run(() -> sitting.session().show(index));
            assertThat(sitting.on(() -> sitting.session().open())).isEmpty();
        }
        sitting.run(() -> sitting.session().show(5));
        sitting.await("the local file", () -> sitting.session().open().isPresent());

        sitting.run(() -> sitting.session().show(2));
        archive.release();
        sitting.await("the remote one", () -> sitting.session().open().isPresent());
        assertThat(sitting.on(() -> sitting.session().open().orElseThrow().failure())).isEmpty();
    }

    @Test
    void what_could_not_be_read_says_why_and_is_well_when_it_can_be_again() throws Exception {
        List<Path> files = stored(2);
        archive.refuse(403);
        sitting.open(files);
        assertThat(sitting.on(() -> sitting.session().open().orElseThrow().failure()))
                .isEqualTo("the archive does not allow you to search it (403)");
        assertThat(sitting.line(files.get(0)).state()).isEqualTo(FileState.FAILED);

        archive.refuse(0);
        sitting.run(() -> sitting.session().reload());
        sitting.await("it is asked for", () -> sitting.session().open().isPresent());
        assertThat(sitting.on(() -> sitting.session().open().orElseThrow().failure())).isEmpty();
        sitting.await(
                "its state", () -> sitting.session().files().get(0).state() == FileState.TO_REVIEW);
        assertThat(sitting.line(files.get(0)).failure()).isEmpty();
        sitting.run(() -> sitting.session().show(1));
        sitting.await("what failed ahead is asked for anew", () -> kept(files.get(1)));
    }
}
