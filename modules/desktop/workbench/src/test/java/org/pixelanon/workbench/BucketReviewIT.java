package org.pixelanon.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.BucketServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.awt.StatusDisplayer;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.ReviewStore;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.sources.remote.RemoteFileSystem;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;
import org.pixelanon.workbench.banner.Notices;
import org.pixelanon.workbench.source.KeptKey;
import org.pixelanon.workbench.source.OpenRequest;
import org.pixelanon.workbench.source.ProfileBook;
import org.pixelanon.workbench.source.RemotePlaces;

/** Files of a bucket, opened, reviewed, and redacted into another one, with a profile's keys. */
class BucketReviewIT {

    private static final Region PLACE =
            new Region(new FramePlane(0), new PixelRectangle(2, 3, 10, 5));

    @TempDir Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private BucketServer server;
    private RemotePlaces places;
    private ReviewSession session;
    private FileOpening opening;
    private OutputTasks output;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("netbeans.user", folder.resolve("user").toString());
        Files.createDirectories(folder.resolve("user"));
        server = BucketServer.start(folder, "scans", "clean");
        ProfileBook book =
                new ProfileBook(folder.resolve("kept/profiles"), Optional::empty, new KeptKey());
        book.open("a key".toCharArray(), false);
        places = new RemotePlaces(book, folder.resolve("staging"), (s, n) -> Optional.empty());
        places.keep(new SourceProfile("hospital", "s3", "", server.settings()));
        Settings settings = Settings.ofUser(DetectorNames::own);
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(folder.resolve("db"), "tester"),
                        "tester",
                        1 << 20,
                        settings::policy);
        opening =
                new FileOpening(session, settings, places, new Notices(Optional::empty, () -> {}));
        output = new OutputTasks(session, settings, opening, settings::policy, results -> {});
    }

    @AfterEach
    void stop() throws Exception {
        thread.submit(session::close).get();
        thread.shutdown();
        places.close();
        server.close();
    }

    private void store(String key, String series, String instance) throws Exception {
        Path file =
                SampleFile.of(40, 50)
                        .samples((f, row, column, k) -> 100 + row + column)
                        .with(
                                b ->
                                        b.text(0x0020_000D, "UI", "1.2")
                                                .text(0x0020_000E, "UI", series)
                                                .text(0x0008_0018, "UI", instance))
                        .write(folder.resolve(instance + ".dcm"), Syntax.EXPLICIT);
        SourceUrl url = SourceUrl.parse("s3://scans/" + key);
        RemoteFileSystem system =
                (RemoteFileSystem) places.by("hospital").path(url).getFileSystem();
        system.connection().put(file, url, new PutCondition.Absent());
    }

    private <T> T on(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    private void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        what + "; " + StatusDisplayer.getDefault().getStatusText());
            }
            Thread.sleep(10);
        }
    }

    private void open(List<String> inputs, String login, List<String> selections) throws Exception {
        thread.submit(() -> opening.open(new OpenRequest(inputs, login, selections))).get();
    }

    @Test
    void one_of_each_series_is_opened_reviewed_and_redacted_under_its_url() throws Exception {
        store("a/1.dcm", "1.2.1", "1.2.1.1");
        store("a/2.dcm", "1.2.1", "1.2.1.2");
        store("b #1/x y.dcm", "1.2.2", "1.2.2.1");
        open(List.of("s3://scans/"), "hospital", List.of("overview"));
        await("one of each series", () -> session.files().size() == 2);
        List<ReviewFile> files = on(() -> List.copyOf(session.files().all()));
        assertThat(files)
                .extracting(ReviewFile::name)
                .containsExactly("s3://scans/a/1.dcm", "s3://scans/b #1/x y.dcm");
        await("the first on screen", () -> session.open().isPresent());
        assertThat(on(() -> session.open().orElseThrow().failure())).isEmpty();

        for (ReviewFile file : files) {
            mark(file.name());
        }
        output.redactTo(files, "s3://clean/out", "hospital");
        session.workers().background().submit(() -> {}).get();
        assertThat(StatusDisplayer.getDefault().getStatusText())
                .isEqualTo("2 of 2 files written and verified in s3://clean/out/");
        assertThat(server.keys("clean")).containsExactly("out/a/1.dcm", "out/b #1/x y.dcm");
        try (DicomFile copy = DicomFile.open(server.file("clean", "out/a/1.dcm"))) {
            byte[] seen =
                    copy.render(new FramePlane(0), copy.startWindow().orElseThrow()).samples();
            assertThat(seen[3 * 50 + 2]).isZero();
            assertThat(seen[20 * 50 + 20]).isNotZero();
        }
        open(List.of("s3://scans/a/"), "hospital", List.of());
        await("both", () -> session.files().get(0).name().endsWith("1.dcm"));
        await("what is known", () -> session.files().get(0).state() == FileState.DONE);
        try (Stream<Path> left = Files.list(folder.resolve("staging"))) {
            assertThat(left).isEmpty();
        }
    }

    private void mark(String name) throws Exception {
        String time = "2026-01-01 00:00:00";
        StoredRegion row = new StoredRegion(InclusiveBox.of(PLACE), -1, "", -1, 1, time, "tester");
        FileMark mark =
                new FileMark(false, "", "OT", "[]", "NoModel", "NoBIA", 40, 50, time, "tester");
        Path database = folder.resolve("db");
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Add(name, 0, row), new Edit.Mark(name, null, mark)));
        }
    }

    @Test
    void what_cannot_be_opened_says_why_and_no_secret() throws Exception {
        store("a.dcm", "1.2.1", "1.2.1.1");
        for (String[] wrong :
                new String[][] {
                    {"s3://none-such/", "hospital", "no such bucket"},
                    {"s3://scans/none/", "hospital", "s3://scans/none/"},
                    {"s3://scans/", "nobody", "there is no profile nobody"},
                    {"s3://u:" + BucketServer.SECRET + "@h/x", "hospital", "never in a URL"}
                }) {
            StatusDisplayer.getDefault().setStatusText("");
            open(List.of(wrong[0]), wrong[1], List.of());
            await(
                    wrong[0],
                    () -> StatusDisplayer.getDefault().getStatusText().startsWith("Cannot"));
            assertThat(StatusDisplayer.getDefault().getStatusText())
                    .contains(wrong[2])
                    .doesNotContain(BucketServer.SECRET, BucketServer.KEY_ID);
            assertThat(opening.opened().toString()).doesNotContain(BucketServer.SECRET);
        }
    }
}
