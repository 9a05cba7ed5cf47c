package org.pixelanon.viewer;

import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;

/**
 * Changes the window by dragging: horizontally the width, vertically the centre, as on radiology
 * workstations. Starts from the current window.
 */
final class WindowDrag {

    private static final double PIXELS_FOR_FULL_RANGE = 400;

    private final ReviewSession session;
    private DisplayWindow.Linear start = new DisplayWindow.Linear(128, 256);

    WindowDrag(ReviewSession session) {
        this.session = session;
    }

    void start() {
        start =
                session.screen().display().window() instanceof DisplayWindow.Linear linear
                        ? linear
                        : session.open().flatMap(OpenFile::startWindow).orElse(start);
    }

    void drag(int dx, int dy) {
        double step = start.width() / PIXELS_FOR_FULL_RANGE;
        // all values of a floating frame may lie between 0 and 1
        double width = Math.max(Math.min(1, step), start.width() + 2 * dx * step);
        double centre = start.center() + 2 * dy * step;
        session.screen()
                .setDisplay(
                        session.screen()
                                .display()
                                .withWindow(new DisplayWindow.Linear(centre, width)));
    }
}
