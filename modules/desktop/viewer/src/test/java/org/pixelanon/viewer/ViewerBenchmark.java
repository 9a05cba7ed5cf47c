package org.pixelanon.viewer;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.ReviewStore;
import org.pixelanon.review.Workers;
import org.pixelanon.synth.BenchmarkFiles;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Time from a step to the painted plane, in a real window of 1600x1000: stepping one by one as a
 * curator does (the next plane was drawn ahead), and jumping where nothing was drawn ahead. Usage:
 * {@code ViewerBenchmark FOLDER}; needs a display.
 */
public final class ViewerBenchmark {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    private static final int PAUSE = 60;

    private ViewerBenchmark() {}

    /**
     * Measures both files.
     *
     * @param arguments folder for files and database
     * @throws Exception if something cannot be drawn
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path rgb = folder.resolve("rgb.dcm");
        Path grey = folder.resolve("grey.dcm");
        if (!Files.exists(rgb)) {
            new BenchmarkFiles(1).cine(rgb, 200, 1024, 768, Syntax.EXPLICIT);
        }
        if (!Files.exists(grey)) {
            SampleFile.of(512, 512)
                    .frames(500)
                    .bits(16, 12, 11)
                    .samples((f, r, c, k) -> (r * 7 + c * 3 + f * 11) & 0xFFF)
                    .write(grey, Syntax.EXPLICIT);
        }
        for (Path file : List.of(rgb, grey)) {
            measure(folder, file);
        }
        System.exit(0);
    }

    private static void measure(Path folder, Path file) throws Exception {
        ReviewSession session =
                new ReviewSession(
                        Workers.start(EventQueue::invokeLater),
                        new ReviewStore(folder.resolve("db"), "tester"),
                        "tester",
                        160L << 20,
                        () ->
                                new DecisionPolicy(
                                        SensitivityJudge.of(List.of("none"), null, null),
                                        DecisionPolicy.OnDoubt.REDACT));
        Painted painted = new Painted(session);
        EventQueue.invokeAndWait(() -> window(session, painted));
        EventQueue.invokeAndWait(() -> session.setFiles(List.of(file), 0, 0));
        while (session.open().isEmpty()) {
            Thread.sleep(20);
        }
        int planes = session.open().get().planes().size();
        double[] near = new double[planes - 1];
        for (int i = 0; i < near.length; i++) {
            near[i] = painted.step(i + 1);
            Thread.sleep(PAUSE);
        }
        Random random = new Random(1);
        double[] far = new double[100];
        for (int i = 0; i < far.length; i++) {
            far[i] = painted.step(random.nextInt(planes));
            Thread.sleep(PAUSE);
        }
        try (DicomFile dicom = DicomFile.open(file)) {
            OUT.printf(
                    "%s, %d frames: one by one %s, jumping %s%n",
                    dicom.path().getFileName(), planes, words(near), words(far));
        }
    }

    private static void window(ReviewSession session, Painted canvas) {
        JFrame frame = new JFrame();
        JPanel all = new JPanel(new BorderLayout());
        HeaderLine header = new HeaderLine(session);
        Filmstrip strip = new Filmstrip(session);
        all.add(header, BorderLayout.NORTH);
        all.add(canvas, BorderLayout.CENTER);
        all.add(strip, BorderLayout.SOUTH);
        frame.setContentPane(all);
        frame.setSize(1600, 1000);
        frame.setVisible(true);
        session.addListener(
                (Set<Aspect> what) -> {
                    canvas.changed(what);
                    header.refresh();
                    strip.changed(what);
                });
    }

    private static String words(double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return String.format(
                java.util.Locale.ROOT,
                "median %.1f ms, 95th percentile %.1f ms, longest %.1f ms",
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    /** A canvas that tells when the plane that was asked for was painted. */
    private static final class Painted extends JPanel {

        private final transient ReviewSession session;
        private final PlaneCanvas canvas;
        private transient CountDownLatch latch = new CountDownLatch(0);
        private int wanted = -1;

        Painted(ReviewSession session) {
            super(new BorderLayout());
            this.session = session;
            this.canvas =
                    new PlaneCanvas(session) {
                        @Override
                        protected void paintComponent(Graphics g) {
                            super.paintComponent(g);
                            boolean there =
                                    session.screen().planeIndex() == wanted
                                            && session.images()
                                                    .kept(
                                                            session.open().orElseThrow(),
                                                            session.screen()
                                                                    .plane()
                                                                    .orElseThrow()
                                                                    .plane(),
                                                            session.screen().display())
                                                    .isPresent();
                            if (there) {
                                java.awt.Toolkit.getDefaultToolkit().sync();
                                latch.countDown();
                            }
                        }
                    };
            add(canvas, BorderLayout.CENTER);
        }

        void changed(Set<Aspect> what) {
            canvas.changed(what);
        }

        double step(int plane) throws Exception {
            CountDownLatch done = new CountDownLatch(1);
            long start = System.nanoTime();
            EventQueue.invokeLater(
                    () -> {
                        latch = done;
                        wanted = plane;
                        if (!session.screen().showPlane(plane)) {
                            done.countDown();
                        }
                    });
            if (!done.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("plane " + plane + " was not painted");
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
