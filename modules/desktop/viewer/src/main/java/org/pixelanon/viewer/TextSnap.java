package org.pixelanon.viewer;

import java.awt.event.ActionListener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.ocr.LineDetector;
import org.pixelanon.ocr.TextLine;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.Workbench;

/** Grows a rectangle so that it covers every line of text it touches, to its last glyph pixel. */
@Messages({
    "CTL_Snap=&Snap to text lines",
    "EDIT_Snap=Snap to text",
    "MSG_SnapNothing=The rectangle touches no line of text",
    "MSG_SnapNone=Draw or select a rectangle first"
})
public final class TextSnap {

    private static final System.Logger LOG = System.getLogger(TextSnap.class.getName());

    private TextSnap() {}

    @ActionID(category = "Review", id = "org.pixelanon.viewer.Snap")
    @ActionRegistration(displayName = "#CTL_Snap", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 375),
        @ActionReference(path = "Shortcuts", name = "S")
    })
    public static ActionListener snapAction() {
        return event -> snap(Workbench.find().session());
    }

    private static void snap(ReviewSession session) {
        Optional<PixelRectangle> drawn = session.screen().drawn();
        Optional<ReviewItem> item = session.screen().selected();
        Optional<PixelRectangle> start = drawn.or(() -> item.map(i -> i.region().rectangle()));
        Optional<PlaneGeometry> plane = session.screen().plane();
        if (start.isEmpty() || plane.isEmpty() || session.open().isEmpty()) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_SnapNone());
            return;
        }
        OpenFile file = session.open().get();
        CompletableFuture.supplyAsync(
                        () -> grown(file, plane.get().plane(), start.get()),
                        session.workers().files())
                .thenAcceptAsync(
                        r ->
                                show(
                                        session,
                                        drawn.isPresent() ? null : item.orElse(null),
                                        start.get(),
                                        r),
                        session.workers().ui());
    }

    private static void show(
            ReviewSession session,
            @Nullable ReviewItem item,
            PixelRectangle start,
            PixelRectangle grown) {
        if (grown.equals(start)) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_SnapNothing());
        } else if (item == null) {
            session.screen().setDrawn(grown);
        } else {
            session.editor()
                    .change(Bundle.EDIT_Snap(), List.of(item), List.of(item.withRectangle(grown)));
        }
    }

    private static PixelRectangle grown(OpenFile file, Plane plane, PixelRectangle start) {
        PixelRectangle all = start;
        try {
            for (TextLine line :
                    new LineDetector(false).detect(file.dicom().orElseThrow().views(plane))) {
                if (line.rectangle().intersection(start).isPresent()) {
                    all = all.union(line.rectangle());
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot search for lines of text", e);
        }
        return all;
    }
}
