package org.pixelanon.groups;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.workbench.DrawnComponent;

/**
 * The picture of a group with its rectangles, as large as possible. Dragging draws a rectangle,
 * clicking selects one, Delete removes it.
 */
@Messages(
        "A11Y_Composite=Composite image of the group; drag to draw a rectangle, Delete removes "
                + "it")
final class CompositeCanvas extends DrawnComponent {

    private static final Color DRAWN = new Color(0xE69F00);
    private static final Color HALO = new Color(0, 0, 0, 150);
    private static final Color WORDS = new Color(0xC8D0D6);
    private static final int SLACK = 3;

    private final transient Consumer<List<PixelRectangle>> changed;
    private transient List<PixelRectangle> rectangles = List.of();
    private transient @Nullable PixelRectangle dragged;
    private transient @Nullable BufferedImage image;
    private transient @Nullable Point pressed;
    private int selected = -1;
    private String message = "";

    CompositeCanvas(Consumer<List<PixelRectangle>> changed) {
        super(AccessibleRole.CANVAS);
        this.changed = changed;
        setName("groups.canvas");
        setFocusable(true);
        setOpaque(true);
        setPreferredSize(new Dimension(320, 240));
        setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Composite());
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0), "remove");
        getActionMap()
                .put(
                        "remove",
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                remove();
                            }
                        });
    }

    /** Shows a picture and its rectangles. */
    void show(BufferedImage picture, List<PixelRectangle> drawn) {
        boolean others = !rectangles.equals(drawn);
        image = picture;
        rectangles = List.copyOf(drawn);
        selected = others ? -1 : selected;
        repaint();
    }

    /** Shows a text instead of a picture. */
    void say(String words) {
        image = null;
        rectangles = List.of();
        selected = -1;
        message = words;
        repaint();
    }

    /** Whether there is something to draw on. */
    boolean hasPicture() {
        return image != null;
    }

    private void remove() {
        if (selected >= 0) {
            List<PixelRectangle> rest = new ArrayList<>(rectangles);
            rest.remove(selected);
            selected = -1;
            change(rest);
        }
    }

    private void change(List<PixelRectangle> now) {
        rectangles = List.copyOf(now);
        repaint();
        changed.accept(rectangles);
    }

    private double scale(BufferedImage of) {
        return Math.min(getWidth() / (double) of.getWidth(), getHeight() / (double) of.getHeight());
    }

    private AffineTransform place(BufferedImage of) {
        double scale = scale(of);
        return new AffineTransform(
                scale,
                0,
                0,
                scale,
                (getWidth() - scale * of.getWidth()) / 2,
                (getHeight() - scale * of.getHeight()) / 2);
    }

    /** The pixel under a point of the screen, clamped to the picture. */
    private Point pixel(BufferedImage of, Point at) {
        AffineTransform place = place(of);
        int x = (int) Math.floor((at.x - place.getTranslateX()) / place.getScaleX());
        int y = (int) Math.floor((at.y - place.getTranslateY()) / place.getScaleY());
        return new Point(
                Math.max(0, Math.min(of.getWidth() - 1, x)),
                Math.max(0, Math.min(of.getHeight() - 1, y)));
    }

    private final class Mouse extends MouseAdapter {

        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            pressed = SwingUtilities.isLeftMouseButton(event) ? event.getPoint() : null;
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            Point from = pressed;
            BufferedImage picture = image;
            if (from == null || picture == null) {
                return;
            }
            Point a = pixel(picture, from);
            Point b = pixel(picture, event.getPoint());
            boolean moved = from.distance(event.getPoint()) > SLACK;
            dragged =
                    moved
                            ? PixelRectangle.ofInclusive(
                                    Math.min(a.x, b.x),
                                    Math.min(a.y, b.y),
                                    Math.max(a.x, b.x),
                                    Math.max(a.y, b.y))
                            : null;
            repaint();
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            BufferedImage picture = image;
            if (picture == null || pressed == null) {
                return;
            }
            if (dragged != null) {
                List<PixelRectangle> more = new ArrayList<>(rectangles);
                more.add(dragged);
                dragged = null;
                selected = more.size() - 1;
                change(more);
            } else {
                select(pixel(picture, event.getPoint()));
            }
            pressed = null;
        }

        private void select(Point at) {
            selected = -1;
            for (int i = 0; i < rectangles.size(); i++) {
                selected = rectangles.get(i).contains(at.x, at.y) ? i : selected;
            }
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D graphics = (Graphics2D) g.create();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        BufferedImage picture = image;
        if (picture == null) {
            words(graphics);
        } else {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform place = place(picture);
            graphics.drawImage(picture, place, null);
            for (int i = 0; i < rectangles.size(); i++) {
                outline(graphics, place, rectangles.get(i), i == selected);
            }
            if (dragged != null) {
                outline(graphics, place, dragged, true);
            }
        }
        graphics.dispose();
    }

    /** The selected one is dashed with white, so that it is distinguishable without colour. */
    private static void outline(
            Graphics2D graphics, AffineTransform place, PixelRectangle r, boolean selected) {
        Rectangle2D pixels = new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height());
        Rectangle2D on = place.createTransformedShape(pixels).getBounds2D();
        graphics.setColor(new Color(DRAWN.getRed(), DRAWN.getGreen(), DRAWN.getBlue(), 46));
        graphics.fill(on);
        graphics.setColor(HALO);
        graphics.setStroke(new BasicStroke(4));
        graphics.draw(on);
        graphics.setColor(DRAWN);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(on);
        if (selected) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(2, 0, 0, 10, new float[] {4, 4}, 0));
            graphics.draw(on);
        }
    }

    private void words(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(WORDS);
        FontMetrics metrics = graphics.getFontMetrics();
        String[] lines = message.split("\n", -1);
        int y = (getHeight() - lines.length * metrics.getHeight()) / 2 + metrics.getAscent();
        for (String line : lines) {
            graphics.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, y);
            y += metrics.getHeight();
        }
    }

    /** A plain component has no accessible context of its own. */
}
