package blackbox.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.openide.LifecycleManager;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.workbench.Workbench;

/**
 * The longest time the event thread of the running application does not answer, while a curator
 * steps, opens, filters, draws and takes back. Brought in by {@link blackbox.workbench.Visitor}
 * with the arguments {@code FOLDER FILE...}: files with many planes, and a folder of many files.
 */
public final class StallBenchmark {

    private static final int PAUSE_MILLIS = 30;
    private static final int STARTED_MILLIS = 5000;
    private static final int DRAWN = 100;

    private final ReviewSession session = Workbench.find().session();
    private final StallWatch stalls = new StallWatch();

    private StallBenchmark() throws Exception {}

    /**
     * Measures.
     *
     * @param arguments a folder of many files, then files of many planes
     * @throws Exception if it cannot be run
     */
    public static void main(String... arguments) throws Exception {
        Thread.sleep(STARTED_MILLIS); // what belongs to the start is over
        new StallBenchmark().run(arguments);
        LifecycleManager.getDefault().exit(0);
    }

    private void run(String... arguments) throws Exception {
        stalls.longest();
        for (int i = 1; i < arguments.length; i++) {
            open(arguments[i]);
            say("opening " + Path.of(arguments[i]).getFileName());
            int planes = session.open().orElseThrow().planes().size();
            for (int plane = 1; plane < planes; plane++) {
                int next = plane;
                PaintedEvents.on(() -> session.screen().showPlane(next));
                Thread.sleep(PAUSE_MILLIS);
            }
            say("stepping through its " + planes + " planes");
        }
        open(arguments[0]);
        int files = session.files().size();
        say("opening a folder of " + files + " files");
        filter();
        say("filtering and searching it");
        draw();
        say(DRAWN + " times drawing, deciding, stepping to the next file");
        int undone = 0;
        while (PaintedEvents.on(() -> session.editor().nextUndo().isPresent())) {
            act(session.editor()::undo);
            undone++;
        }
        say("undoing these " + undone + " edits");
    }

    private void say(String what) {
        PaintedEvents.OUT.println(what + ": " + stalls.longest());
    }

    private void open(String path) throws Exception {
        PaintedEvents.settle(
                () -> Workbench.find().opening().open(List.of(path), 0),
                () -> session.open().filter(f -> f.name().startsWith(path)).isPresent());
    }

    private void filter() throws Exception {
        for (String name : new String[] {"done", "to-review", "tagged", "all"}) {
            JToggleButton button = PaintedEvents.find("files-filter-" + name, JToggleButton.class);
            act(() -> button.doClick(0));
        }
        JTextField field = PaintedEvents.find("files-search", JTextField.class);
        for (String letter : new String[] {"f", "1", "2", "3"}) {
            act(() -> field.replaceSelection(letter));
        }
        act(() -> field.setText(""));
    }

    private void draw() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < DRAWN; i++) {
            act(() -> draw(random));
            if (i % 5 == 0) {
                act(() -> session.editor().mark("mark", FileState.TAGGED, "look again"));
                act(() -> session.stepFile(1));
            }
        }
    }

    private void draw(Random random) {
        PlaneGeometry plane = session.screen().plane().orElseThrow();
        int x = random.nextInt(plane.width() - 1);
        int y = random.nextInt(plane.height() - 1);
        PixelRectangle place =
                PixelRectangle.ofEdges(
                        x,
                        y,
                        x + 1 + random.nextInt(plane.width() - x),
                        y + 1 + random.nextInt(plane.height() - y));
        session.editor().draw("draw", plane.plane(), place);
    }

    private void act(Runnable act) throws Exception {
        PaintedEvents.settle(act, () -> session.open().isPresent());
        Thread.sleep(PAUSE_MILLIS);
    }
}
