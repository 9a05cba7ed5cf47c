package org.pixelanon.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.accessibility.AccessibleRole;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Display;
import org.pixelanon.review.Failures;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.Projection;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.DrawnComponent;

/**
 * The plane on screen with its rectangles on black. Shows the image as soon as it is drawn; until
 * then the previous one of the same file remains, so that stepping does not flicker.
 */
@Messages({
    "LBL_Canvas=Plane on screen",
    "# {0} - why",
    "MSG_Unreadable=This file cannot be shown.\n\n{0}\n\nIts attributes are listed under DICOM tags.\nEsc shows the next file, F5 reloads this one.",
    "MSG_NoFiles=No file is open.\n\nCtrl+O opens files or a CSV list\nCtrl+D opens a folder\nor drop them here\n\nn p  next, previous frame\nf  next overlay\nTab  next undecided\nEnter  blank it      Backspace  keep it\ndrag, then r  blank your own rectangle\nShift+A  accept all suggestions\nShift+N  done and next file      Esc  next file\n?  all keys",
    "MSG_Reading=Reading…"
})
class PlaneCanvas extends DrawnComponent {

    private static final int LINE = 22;
    private static final int MARGIN = 24;
    private static final Runnable NOTHING = () -> {};

    private final transient ReviewSession session;
    private transient @Nullable BufferedImage image;
    private transient Runnable onScreen = NOTHING;
    private transient @Nullable ImageTransform transform;
    private transient @Nullable PixelRectangle dragged;
    private String problem = "";
    private boolean fitted = true;
    private int width;
    private int height;

    PlaneCanvas(ReviewSession session) {
        super(AccessibleRole.CANVAS);
        this.session = session;
        setName("plane-canvas");
        setFocusable(true);
        setFocusTraversalKeysEnabled(false); // Tab is a review key
        setBackground(Color.BLACK);
        setOpaque(true);
        setPreferredSize(new Dimension(640, 480));
        getAccessibleContext().setAccessibleName(Bundle.LBL_Canvas());
        addComponentListener(
                new java.awt.event.ComponentAdapter() {
                    @Override
                    public void componentResized(java.awt.event.ComponentEvent event) {
                        if (fitted) {
                            fit();
                        }
                    }
                });
    }

    /** Follows the session. */
    void changed(Set<Aspect> what) {
        if (what.contains(Aspect.FILE)) {
            problem = session.open().map(OpenFile::failure).orElse("");
            if (session.open().isEmpty() || !problem.isEmpty()) {
                image = null;
            }
            width = 0;
        }
        if (what.contains(Aspect.FILE)
                || what.contains(Aspect.PLANE)
                || what.contains(Aspect.DISPLAY)) {
            request();
        }
        repaint();
    }

    private void request() {
        Optional<OpenFile> file = session.open();
        Optional<PlaneGeometry> plane = session.screen().plane();
        if (file.isEmpty() || plane.isEmpty()) {
            return;
        }
        Display display = session.screen().display();
        CompletableFuture<BufferedImage> wanted =
                session.images().get(file.get(), plane.get().plane(), display);
        if (wanted.isDone() && !wanted.isCompletedExceptionally()) {
            show(file.get(), plane.get(), display, wanted.join());
        } else {
            wanted.whenCompleteAsync(
                    (drawn, failure) -> arrived(file.get(), plane.get(), display, drawn, failure),
                    session.workers().ui());
        }
    }

    private void arrived(
            OpenFile file,
            PlaneGeometry plane,
            Display display,
            @Nullable BufferedImage drawn,
            @Nullable Throwable failure) {
        Plane shown = session.screen().plane().map(PlaneGeometry::plane).orElse(null);
        boolean stillWanted =
                session.open().filter(f -> f == file).isPresent()
                        && plane.plane().equals(shown)
                        && display.window().equals(session.screen().display().window())
                        && display.inverted() == session.screen().display().inverted()
                        && display.projection() == session.screen().display().projection();
        if (!stillWanted) {
            return;
        }
        if (drawn != null) {
            show(file, plane, display, drawn);
        } else if (Failures.isStopped(failure)) {
            session.screen().setDisplay(display.withProjection(Projection.NONE));
        } else {
            image = null;
            problem = Failures.why(failure);
            session.failed(file, problem);
            repaint();
        }
    }

    private void show(OpenFile file, PlaneGeometry plane, Display display, BufferedImage drawn) {
        problem = "";
        image = drawn;
        boolean single = session.screen().projection() == Projection.NONE;
        onScreen =
                single
                        ? () ->
                                session.screen()
                                        .viewed()
                                        .shown(file, plane.plane(), display.window())
                        : NOTHING;
        boolean otherSize = plane.width() != width || plane.height() != height;
        width = plane.width();
        height = plane.height();
        if (otherSize || transform == null) {
            fit();
        }
        repaint();
    }

    /** Shows the whole image. */
    void fit() {
        fitted = true;
        if (width > 0 && getWidth() > 0) {
            setTransform(ImageTransform.fit(width, height, getWidth(), getHeight()));
        }
    }

    /** Shows image pixels at the size of screen pixels. */
    void actualSize() {
        fitted = false;
        if (width > 0) {
            setTransform(ImageTransform.centred(1, width, height, getWidth(), getHeight()));
        }
    }

    /** Zooms or pans; the image then no longer follows the size of the window. */
    void moveTo(ImageTransform other) {
        fitted = false;
        setTransform(other);
    }

    private void setTransform(ImageTransform other) {
        transform = other;
        repaint();
    }

    /** The position of the image on screen. */
    Optional<ImageTransform> transform() {
        return width > 0 ? Optional.ofNullable(transform) : Optional.empty();
    }

    int imageWidth() {
        return width;
    }

    int imageHeight() {
        return height;
    }

    /** Shows the selected item at another place while it is dragged; null if it is not. */
    void setDragged(@Nullable PixelRectangle rectangle) {
        dragged = rectangle;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D graphics = (Graphics2D) g.create();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        BufferedImage drawn = image;
        Optional<ImageTransform> place = transform();
        if (drawn != null && place.isPresent()) {
            boolean smooth = place.get().scale() < 2;
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    smooth
                            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(drawn, place.get().toAffine(), null);
            onScreen.run(); // a plane skipped before it was painted was not seen
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            items(graphics, place.get());
        } else {
            message(graphics);
        }
        graphics.dispose();
    }

    private void items(Graphics2D graphics, ImageTransform place) {
        ItemPainter painter = new ItemPainter(graphics, place);
        Optional<ReviewItem> selected = session.screen().selected();
        List<ReviewItem> items = session.screen().itemsOnPlane();
        boolean redacted = session.screen().display().redacted();
        for (ReviewItem item : items) {
            boolean isSelected = selected.filter(s -> s.id() == item.id()).isPresent();
            if (!isSelected) {
                painter.item(item, false, redacted);
            }
        }
        selected.filter(s -> items.stream().anyMatch(i -> i.id() == s.id()))
                .map(s -> dragged == null ? s : s.withRectangle(dragged))
                .ifPresent(s -> painter.item(s, true, redacted));
        session.screen().drawn().ifPresent(r -> painter.drawn(place.toScreen(r)));
    }

    private void message(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(
                getFont() == null
                        ? new Font(Font.DIALOG, Font.PLAIN, 14)
                        : getFont().deriveFont(14f));
        graphics.setColor(new Color(0xC8D0D6));
        FontMetrics font = graphics.getFontMetrics();
        List<String> lines = TextLines.of(words(), font, getWidth() - 2 * MARGIN);
        int y = (getHeight() - lines.size() * LINE) / 2 + LINE;
        for (String line : lines) {
            graphics.drawString(line, (getWidth() - font.stringWidth(line)) / 2, y);
            y += LINE;
        }
    }

    private String words() {
        if (session.current() < 0) {
            return Bundle.MSG_NoFiles();
        }
        if (problem.isEmpty()) {
            return Bundle.MSG_Reading();
        }
        // the line above the image names the file already
        String path = session.files().get(session.current()).path() + ": ";
        return Bundle.MSG_Unreadable(
                problem.startsWith(path) ? problem.substring(path.length()) : problem);
    }

    /** A plain component has no accessible context of its own. */
}
