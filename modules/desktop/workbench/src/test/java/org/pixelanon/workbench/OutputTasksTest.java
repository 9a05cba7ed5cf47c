package org.pixelanon.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.awt.StatusDisplayer;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.ReviewStore;
import org.pixelanon.review.SilentProgress;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;
import org.pixelanon.workbench.banner.Notices;
import org.pixelanon.workbench.results.TaskResult;
import org.pixelanon.workbench.source.KeptKey;
import org.pixelanon.workbench.source.ProfileBook;
import org.pixelanon.workbench.source.RemotePlaces;

/** Lists of rectangles are whole, or they are not there. */
class OutputTasksTest {

    private static final Region PLACE =
            new Region(new FramePlane(0), new PixelRectangle(2, 3, 10, 5));

    @TempDir Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private ReviewSession session;
    private OutputTasks output;
    private List<Path> files;
    private Path lists;

    /** Two files that are done, with a rectangle each. */
    @BeforeEach
    void open() throws Exception {
        files = List.of(done("a.dcm"), done("b.dcm"));
        lists = Files.createDirectories(folder.resolve("lists"));
        Settings settings = Settings.ofUser(DetectorNames::own);
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(folder.resolve("db"), "tester"),
                        "tester",
                        1 << 20,
                        settings::policy);
        output =
                new OutputTasks(
                        session,
                        settings,
                        new FileOpening(
                                session,
                                settings,
                                places(),
                                new Notices(Optional::empty, () -> {})),
                        settings::policy,
                        told::addAll);
    }

    private RemotePlaces places() {
        return new RemotePlaces(
                new ProfileBook(folder.resolve("profiles"), Optional::empty, new KeptKey()),
                folder.resolve("staging"),
                (scheme, setting) -> Optional.empty());
    }

    @AfterEach
    void close() throws Exception {
        thread.submit(session::close).get();
        thread.shutdown();
    }

    private final List<TaskResult> told = new CopyOnWriteArrayList<>();

    private Path done(String name) throws IOException {
        Path file =
                SampleFile.of(40, 50)
                        .samples((frame, row, column, sample) -> row + column)
                        .write(folder.resolve(name), Syntax.EXPLICIT);
        String known = ReviewFile.of(file).name();
        String time = "2026-01-01 00:00:00";
        StoredRegion row = new StoredRegion(InclusiveBox.of(PLACE), -1, "", -1, 1, time, "tester");
        FileMark mark =
                new FileMark(false, "", "OT", "[]", "NoModel", "NoBIA", 40, 50, time, "tester");
        Path database = folder.resolve("db");
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Add(known, 0, row), new Edit.Mark(known, null, mark)));
        }
        return file;
    }

    private String export(Path target) throws Exception {
        List<ReviewFile> lines = files.stream().map(ReviewFile::of).toList();
        output.export(lines, target, new SilentProgress());
        session.workers().background().submit(() -> {}).get();
        return StatusDisplayer.getDefault().getStatusText();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(lists)) {
            return all.map(p -> String.valueOf(p.getFileName())).toList();
        }
    }

    @Test
    void a_list_names_the_rectangles_of_all_files() throws Exception {
        Path target = lists.resolve("list.csv");
        assertThat(export(target)).isEqualTo("Rectangles written to " + target);
        assertThat(Files.readAllLines(target))
                .containsExactly(
                        "filename,left,top,right,bottom,frame,overlay",
                        files.get(0) + ",2,3,11,7,0,-1",
                        files.get(1) + ",2,3,11,7,0,-1");
        assertThat(left()).containsExactly("list.csv");
    }

    @Test
    void a_list_that_would_lack_a_file_is_not_written_and_the_one_before_stays() throws Exception {
        Path target = Files.writeString(lists.resolve("list.csv"), "the one before");
        Files.delete(files.get(1));
        assertThat(export(target))
                .startsWith("Nothing written: 1 files cannot be listed; ")
                .contains("b.dcm");
        assertThat(target).hasContent("the one before");
        assertThat(left()).containsExactly("list.csv");
    }

    @Test
    void nothing_unfinished_is_left_where_a_list_cannot_be_put() throws Exception {
        Path target = lists.resolve("list.csv");
        Files.createDirectories(target.resolve("a folder that is not empty"));
        assertThat(export(target)).startsWith("Failed: ").endsWith(": is a folder");
        assertThat(left()).containsExactly("list.csv");
    }
}
