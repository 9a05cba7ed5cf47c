package org.pixelanon.viewer;

import java.awt.event.ActionListener;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.Projection;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.Screen;
import org.pixelanon.workbench.Workbench;

/** Zoom, window, cine and the comment on a file by keys. */
@Messages({
    "CTL_CommentFile=&Comment on file",
    "CTL_Fit=Zoom to &fit",
    "CTL_ActualSize=&Actual size (1:1)",
    "CTL_ZoomIn=Zoom &in",
    "CTL_ZoomOut=Zoom &out",
    "CTL_Invert=In&vert grey",
    "CTL_NextWindow=Next &window",
    "CTL_NextProjection=Next projection of all frames",
    "CTL_PlayCine=&Play or stop cine",
    "CTL_FasterCine=Fas&ter",
    "CTL_SlowerCine=S&lower",
    "MSG_OneFrame=This file has only one frame",
    "MSG_NoProjection=Projection off",
    "# {0} - maximum, minimum, mean or variance",
    "# {1} - number of frames",
    "MSG_Projection={0} of {1} frames; rectangles drawn now apply to all of them",
    "MSG_WindowOfFile=Window: as stated in the file",
    "MSG_WindowFull=Window: full range",
    "# {0} - its number",
    "MSG_WindowStated=Window: no. {0} of the file",
    "# {0} - lower percentile",
    "# {1} - upper percentile",
    "MSG_WindowPercentiles=Window: {0} to {1} %",
    "# {0} - number of the picture",
    "# {1} - how many there are",
    "MSG_Undescribed=Undescribed bits: {0} of {1}"
})
public final class ViewActions {

    private static final List<DisplayWindow> WINDOWS =
            List.of(
                    new DisplayWindow.OfFile(),
                    new DisplayWindow.FullRange(),
                    new DisplayWindow.Percentiles(1, 99),
                    new DisplayWindow.Percentiles(5, 95));

    private ViewActions() {}

    @ActionID(category = "View", id = "org.pixelanon.viewer.Fit")
    @ActionRegistration(displayName = "#CTL_Fit", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 600),
        @ActionReference(path = "Shortcuts", name = "D-0")
    })
    public static ActionListener fitAction() {
        return event -> canvas().ifPresent(PlaneCanvas::fit);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.ActualSize")
    @ActionRegistration(displayName = "#CTL_ActualSize", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 610),
        @ActionReference(path = "Shortcuts", name = "D-1")
    })
    public static ActionListener actualSizeAction() {
        return event -> canvas().ifPresent(PlaneCanvas::actualSize);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.ZoomIn")
    @ActionRegistration(displayName = "#CTL_ZoomIn", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 620),
        @ActionReference(path = "Shortcuts", name = "D-PLUS"),
        @ActionReference(path = "Shortcuts", name = "D-EQUALS"),
        @ActionReference(path = "Shortcuts", name = "D-ADD")
    })
    public static ActionListener zoomInAction() {
        return event -> zoom(1.25);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.ZoomOut")
    @ActionRegistration(displayName = "#CTL_ZoomOut", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 630),
        @ActionReference(path = "Shortcuts", name = "D-MINUS"),
        @ActionReference(path = "Shortcuts", name = "D-SUBTRACT")
    })
    public static ActionListener zoomOutAction() {
        return event -> zoom(0.8);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Invert")
    @ActionRegistration(displayName = "#CTL_Invert", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 640),
        @ActionReference(path = "Shortcuts", name = "V")
    })
    public static ActionListener invertAction() {
        return event ->
                session()
                        .screen()
                        .setDisplay(
                                session()
                                        .screen()
                                        .display()
                                        .withInverted(!session().screen().display().inverted()));
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.NextWindow")
    @ActionRegistration(displayName = "#CTL_NextWindow", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 650),
        @ActionReference(path = "Shortcuts", name = "W")
    })
    public static ActionListener nextWindowAction() {
        return event -> nextWindow();
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.NextProjection")
    @ActionRegistration(displayName = "#CTL_NextProjection", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 655),
        @ActionReference(path = "Shortcuts", name = "M")
    })
    public static ActionListener nextProjectionAction() {
        return event -> nextProjection();
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.PlayCine")
    @ActionRegistration(displayName = "#CTL_PlayCine", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 660),
        @ActionReference(path = "Shortcuts", name = "G")
    })
    public static ActionListener playCineAction() {
        return event -> Cine.find().toggle();
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.FasterCine")
    @ActionRegistration(displayName = "#CTL_FasterCine", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 670),
        @ActionReference(path = "Shortcuts", name = "CLOSE_BRACKET")
    })
    public static ActionListener fasterCineAction() {
        return event -> Cine.find().faster(1.5);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.SlowerCine")
    @ActionRegistration(displayName = "#CTL_SlowerCine", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View", position = 680),
        @ActionReference(path = "Shortcuts", name = "OPEN_BRACKET")
    })
    public static ActionListener slowerCineAction() {
        return event -> Cine.find().faster(1 / 1.5);
    }

    @ActionID(category = "Review", id = "org.pixelanon.viewer.CommentFile")
    @ActionRegistration(displayName = "#CTL_CommentFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 240),
        @ActionReference(path = "Shortcuts", name = "C")
    })
    public static ActionListener commentFileAction() {
        return event -> {
            if (WindowManager.getDefault().findTopComponent("PlaneTopComponent")
                    instanceof PlaneTopComponent view) {
                view.comment();
            }
        };
    }

    private static ReviewSession session() {
        return Workbench.find().session();
    }

    private static Optional<PlaneCanvas> canvas() {
        return WindowManager.getDefault().findTopComponent("PlaneTopComponent")
                        instanceof PlaneTopComponent view
                ? Optional.of(view.canvas())
                : Optional.empty();
    }

    private static void zoom(double factor) {
        canvas().ifPresent(
                        c -> {
                            Point2D middle =
                                    new Point2D.Double(c.getWidth() / 2.0, c.getHeight() / 2.0);
                            c.transform().ifPresent(t -> c.moveTo(t.zoomed(factor, middle)));
                        });
    }

    private static void nextWindow() {
        int stated = session().open().map(OpenFile::statedWindows).orElse(0);
        int further = session().open().map(OpenFile::undescribed).orElse(0);
        DisplayWindow shown = session().screen().display().window();
        DisplayWindow next = windowAfter(shown, stated, further);
        session().screen().setDisplay(session().screen().display().withWindow(next));
        StatusDisplayer.getDefault().setStatusText(nameOf(next, further));
    }

    /**
     * Cycles through the windows: those of the file by number, then the pictures in undescribed
     * bits.
     *
     * @param stated number of windows that can be chosen by number
     * @param further number of pictures in undescribed bits
     */
    static DisplayWindow windowAfter(DisplayWindow window, int stated, int further) {
        List<DisplayWindow> windows = new ArrayList<>(WINDOWS);
        IntStream.range(0, stated).mapToObj(DisplayWindow.Stated::new).forEach(windows::add);
        IntStream.range(0, further).mapToObj(DisplayWindow.Undescribed::new).forEach(windows::add);
        return windows.get((windows.indexOf(window) + 1) % windows.size());
    }

    private static void nextProjection() {
        Screen screen = session().screen();
        int frames = session().open().map(OpenFile::frames).orElse(0);
        Projection next = screen.projection().next();
        if (frames < 2) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_OneFrame());
            return;
        }
        if (screen.plane().filter(p -> p.plane() instanceof FramePlane).isEmpty()) {
            screen.showPlane(0);
        }
        screen.setDrawn(null);
        screen.setDisplay(screen.display().withProjection(next));
        StatusDisplayer.getDefault()
                .setStatusText(
                        next == Projection.NONE
                                ? Bundle.MSG_NoProjection()
                                : Bundle.MSG_Projection(next.words(), frames));
    }

    private static String nameOf(DisplayWindow window, int further) {
        if (window instanceof DisplayWindow.Undescribed u) {
            return Bundle.MSG_Undescribed(u.number() + 1, further);
        }
        if (window instanceof DisplayWindow.Percentiles p) {
            return Bundle.MSG_WindowPercentiles(p.low(), p.high());
        }
        if (window instanceof DisplayWindow.Stated s) {
            return Bundle.MSG_WindowStated(s.number() + 1);
        }
        return window instanceof DisplayWindow.FullRange
                ? Bundle.MSG_WindowFull()
                : Bundle.MSG_WindowOfFile();
    }
}
