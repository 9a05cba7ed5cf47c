package org.pixelanon.viewer;

import java.awt.Cursor;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.viewer.RectangleDrag.Grip;

/**
 * The pointer on the plane. Left: select, move or resize the selected rectangle, or draw a new one,
 * also on top of others (with Shift always a new one). Right on a suggestion: accept it; right drag
 * elsewhere: window. Middle or Ctrl drag: pan. Wheel: zoom at the pointer.
 */
@Messages({"EDIT_Move=Move rectangle", "EDIT_AcceptClicked=Accept rectangle"})
final class CanvasMouse extends MouseAdapter {

    private static final double ZOOM_STEP = 1.2;
    private static final int SLACK = 3;

    private final PlaneCanvas canvas;
    private final ReviewSession session;
    private final WindowDrag window;
    private final PointerStatus status;
    private @Nullable MouseEvent pressed;
    private @Nullable RectangleDrag drag;
    private @Nullable ImageTransform panned;
    private boolean moved;

    CanvasMouse(PlaneCanvas canvas, ReviewSession session) {
        this.canvas = canvas;
        this.session = session;
        this.window = new WindowDrag(session);
        this.status = new PointerStatus(session);
    }

    void install() {
        canvas.addMouseListener(this);
        canvas.addMouseMotionListener(this);
        canvas.addMouseWheelListener(this);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        canvas.requestFocusInWindow();
        pressed = event;
        moved = false;
        drag = null;
        panned = null;
        Optional<ImageTransform> place = canvas.transform();
        if (place.isEmpty()) {
            return;
        }
        if (isPan(event)) {
            panned = place.get();
        } else if (SwingUtilities.isRightMouseButton(event)) {
            window.start();
        } else {
            drag = begin(event, place.get());
        }
    }

    private static boolean isPan(MouseEvent event) {
        return SwingUtilities.isMiddleMouseButton(event)
                || (SwingUtilities.isLeftMouseButton(event) && event.isControlDown());
    }

    private RectangleDrag begin(MouseEvent event, ImageTransform place) {
        int column = place.column(event.getX());
        int row = place.row(event.getY());
        boolean onTop = event.isShiftDown();
        Optional<PixelRectangle> target = onTop ? Optional.empty() : editable();
        Optional<Grip> grip =
                target.flatMap(r -> RectangleDrag.at(place.toScreen(r), event.getPoint()));
        return grip.isPresent()
                ? new RectangleDrag(grip.get(), target.get(), column, row)
                : new RectangleDrag(Grip.NEW, new PixelRectangle(column, row, 1, 1), column, row);
    }

    /** The rectangle whose handles are shown: the drawn one, else the selected item. */
    private Optional<PixelRectangle> editable() {
        return session.screen()
                .drawn()
                .or(
                        () ->
                                session.screen()
                                        .selected()
                                        .filter(i -> onPlane(i) && !session.editor().isLocked())
                                        .map(i -> i.region().rectangle()));
    }

    private boolean onPlane(ReviewItem item) {
        return session.screen().plane().filter(p -> item.isOn(p.plane())).isPresent();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        MouseEvent start = pressed;
        Optional<ImageTransform> place = canvas.transform();
        if (start == null || place.isEmpty()) {
            return;
        }
        moved |= start.getPoint().distance(event.getPoint()) > SLACK;
        int dx = event.getX() - start.getX();
        int dy = event.getY() - start.getY();
        if (panned != null) {
            canvas.moveTo(panned.moved(dx, dy));
        } else if (drag == null) {
            if (moved) {
                window.drag(dx, dy);
            }
        } else if (moved) {
            PixelRectangle now = now(event, place.get());
            if (drag.grip() == Grip.NEW || session.screen().drawn().isPresent()) {
                session.screen().setDrawn(now);
            } else {
                canvas.setDragged(now);
            }
        }
        status.at(place.get().column(event.getX()), place.get().row(event.getY()));
    }

    private PixelRectangle now(MouseEvent event, ImageTransform place) {
        RectangleDrag d = drag;
        if (d == null) {
            throw new IllegalStateException("nothing is dragged");
        }
        return d.to(
                place.column(event.getX()),
                place.row(event.getY()),
                canvas.imageWidth(),
                canvas.imageHeight());
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        Optional<ImageTransform> place = canvas.transform();
        if (place.isPresent()) {
            if (moved) {
                finish(event, place.get());
            } else {
                click(event, place.get());
            }
        }
        canvas.setDragged(null);
        pressed = null;
        drag = null;
        panned = null;
    }

    private void finish(MouseEvent event, ImageTransform place) {
        Optional<ReviewItem> item = session.screen().selected();
        if (drag != null && drag.grip() != Grip.NEW && session.screen().drawn().isEmpty()) {
            item.ifPresent(
                    i ->
                            session.editor()
                                    .change(
                                            Bundle.EDIT_Move(),
                                            List.of(i),
                                            List.of(i.withRectangle(now(event, place)))));
        }
    }

    private void click(MouseEvent event, ImageTransform place) {
        List<ReviewItem> under = under(place.column(event.getX()), place.row(event.getY()));
        if (SwingUtilities.isRightMouseButton(event)) {
            under.stream()
                    .filter(OpenFile::waits)
                    .findFirst()
                    .ifPresent(
                            i ->
                                    session.editor()
                                            .decideAlike(
                                                    Bundle.EDIT_AcceptClicked(),
                                                    i,
                                                    Verdict.REDACT));
        } else if (SwingUtilities.isLeftMouseButton(event)) {
            session.screen().setDrawn(null);
            next(under).ifPresentOrElse(session.screen()::select, session.screen()::selectNothing);
        }
    }

    /**
     * Items under a pixel, the smallest first: so that a rectangle on top of others can be
     * selected.
     */
    private List<ReviewItem> under(int column, int row) {
        List<ReviewItem> hit = new ArrayList<>();
        for (ReviewItem item : session.screen().itemsOnPlane()) {
            if (item.region().rectangle().contains(column, row)) {
                hit.add(item);
            }
        }
        hit.sort(java.util.Comparator.comparingLong(i -> i.region().rectangle().area()));
        return Collections.unmodifiableList(hit);
    }

    /** Clicking again cycles through the items under the pointer. */
    private OptionalLong next(List<ReviewItem> under) {
        if (under.isEmpty()) {
            return OptionalLong.empty();
        }
        int here = -1;
        for (int i = 0; i < under.size(); i++) {
            long id = under.get(i).id();
            here = session.screen().selected().filter(s -> s.id() == id).isPresent() ? i : here;
        }
        return OptionalLong.of(under.get((here + 1) % under.size()).id());
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        canvas.transform()
                .ifPresent(
                        place -> {
                            status.at(place.column(event.getX()), place.row(event.getY()));
                            canvas.setCursor(Cursor.getPredefinedCursor(cursor(event, place)));
                        });
    }

    private int cursor(MouseEvent event, ImageTransform place) {
        boolean onTop = (event.getModifiersEx() & InputEvent.SHIFT_DOWN_MASK) != 0;
        return editable()
                .filter(r -> !onTop)
                .flatMap(
                        r -> {
                            Rectangle2D onScreen = place.toScreen(r);
                            return RectangleDrag.at(onScreen, event.getPoint());
                        })
                .orElse(Grip.NEW)
                .cursor();
    }

    @Override
    public void mouseExited(MouseEvent event) {
        status.clear();
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        double factor = Math.pow(ZOOM_STEP, -event.getPreciseWheelRotation());
        canvas.transform().ifPresent(t -> canvas.moveTo(t.zoomed(factor, event.getPoint())));
    }
}
