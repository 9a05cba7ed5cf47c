package org.pixelanon.viewer;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.Projection;
import org.pixelanon.review.ReviewSession;

/** Shows position and stored value of the pixel under the pointer in the status line. */
@Messages({"# {0} - column", "# {1} - row", "# {2} - value", "MSG_Pixel=x {0}  y {1}  {2}"})
final class PointerStatus {

    private static final System.Logger LOG = System.getLogger(PointerStatus.class.getName());

    private final ReviewSession session;
    private @Nullable Plane plane;
    private @Nullable OpenFile file;
    private CompletableFuture<Optional<Frame>> samples =
            CompletableFuture.completedFuture(Optional.empty());

    PointerStatus(ReviewSession session) {
        this.session = session;
    }

    /** The pointer is at a pixel, which may be outside the image. */
    void at(int column, int row) {
        Optional<PlaneGeometry> shown = session.screen().plane();
        if (shown.isEmpty() || !shown.get().bounds().contains(column, row)) {
            clear();
            return;
        }
        follow(shown.get());
        Frame frame =
                samples.isCompletedExceptionally()
                        ? null
                        : samples.getNow(Optional.empty()).orElse(null);
        boolean one = session.screen().projection() == Projection.NONE;
        String value = frame == null || !one ? "" : valueOf(frame, column, row);
        StatusDisplayer.getDefault()
                .setStatusText(
                        Bundle.MSG_Pixel(String.valueOf(column), String.valueOf(row), value));
    }

    void clear() {
        StatusDisplayer.getDefault().setStatusText("");
    }

    /** Decodes the samples of the plane on a worker, once. */
    private void follow(PlaneGeometry shown) {
        OpenFile open = session.open().orElseThrow();
        if (shown.plane().equals(plane) && open == file) {
            return;
        }
        plane = shown.plane();
        file = open;
        samples =
                CompletableFuture.supplyAsync(
                        () -> decoded(open, shown.plane()), session.workers().files());
    }

    private static Optional<Frame> decoded(OpenFile open, Plane plane) {
        if (open.dicom().isEmpty() || !(plane instanceof FramePlane)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open.dicom().get().frame(plane.index()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no samples for the status line", e);
            return Optional.empty();
        }
    }

    private static String valueOf(Frame frame, int column, int row) {
        if (frame.floating()) {
            double value = frame.value(row * frame.columns() + column);
            return "value " + (frame.bitsAllocated() == 32 ? Float.toString((float) value) : value);
        }
        StringBuilder out = new StringBuilder();
        for (int sample = 0; sample < frame.samplesPerPixel(); sample++) {
            out.append(sample == 0 ? "" : ", ").append(frame.sample(column, row, sample));
        }
        return frame.samplesPerPixel() == 1 ? "value " + out : "values " + out;
    }
}
