package org.pixelanon.viewer;

import javax.swing.Timer;
import org.openide.awt.StatusDisplayer;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.ServiceProvider;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.workbench.Workbench;

/**
 * Plays the frames of the file in a loop. It waits for frames that are not yet drawn: no frame is
 * skipped, because a name may be on a single one.
 */
@Messages({
    "# {0} - frames per second",
    "MSG_Cine=Cine at {0} frames per second",
    "MSG_CineStopped=Cine stopped"
})
@ServiceProvider(service = Cine.class)
public final class Cine {

    private static final double START = 15;
    private static final double SLOWEST = 1;
    private static final double FASTEST = 60;
    private static final int SECOND = 1000;

    private final Timer timer = new Timer((int) (SECOND / START), event -> tick());
    private double rate = START;

    /** Creates a stopped cine; for the platform's lookup. */
    public Cine() {
        timer.setCoalesce(true);
    }

    static Cine find() {
        return Lookup.getDefault().lookup(Cine.class);
    }

    /** Plays or stops. */
    void toggle() {
        if (timer.isRunning()) {
            timer.stop();
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_CineStopped());
        } else {
            timer.start();
            tell();
        }
    }

    /** Plays faster or slower. */
    void faster(double factor) {
        rate = Math.max(SLOWEST, Math.min(FASTEST, rate * factor));
        timer.setDelay((int) Math.round(SECOND / rate));
        tell();
    }

    private void tell() {
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Cine(Math.round(rate)));
    }

    private void tick() {
        ReviewSession session = Workbench.find().session();
        int frames = session.open().map(OpenFile::frames).orElse(0);
        boolean onFrames =
                session.screen()
                        .plane()
                        .map(PlaneGeometry::plane)
                        .filter(FramePlane.class::isInstance)
                        .isPresent();
        if (frames < 2 || !onFrames) {
            timer.stop();
            return;
        }
        OpenFile file = session.open().orElseThrow();
        PlaneGeometry here = file.planes().get(session.screen().planeIndex());
        boolean drawn =
                session.images().kept(file, here.plane(), session.screen().display()).isPresent();
        if (drawn) {
            session.screen().showPlane((session.screen().planeIndex() + 1) % frames);
        }
    }
}
