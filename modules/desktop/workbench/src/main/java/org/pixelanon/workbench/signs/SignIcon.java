package org.pixelanon.workbench.signs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.pixelanon.review.item.FileSign;

/**
 * The sign of a file as a shape. A ring is dashed while nothing was searched, half filled when some
 * planes were, whole when all were, and has a tick in it when all is decided. A disc with a tick is
 * done; with an arrow out of it a copy was written; a bar across it withholds the copy. A flag is a
 * tag, a triangle a copy that failed, a square with a cross a file that cannot be shown. Colours
 * are redundant.
 *
 * @param sign the sign to draw
 */
public record SignIcon(FileSign sign) implements Icon {

    private static final int SIZE = 16;

    /** Colours of Okabe and Ito, distinguishable with all kinds of colour vision. */
    private static final Color GREEN = new Color(0x009E73);

    private static final Color BLUE = new Color(0x0072B2);
    private static final Color ORANGE = new Color(0xE69F00);
    private static final Color VERMILION = new Color(0xD55E00);

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(x, y);
        switch (sign) {
            case UNREADABLE -> cross(g);
            case COPY_FAILED -> warning(g);
            case WITHHELD -> bar(g);
            case TAGGED -> flag(g);
            case NOT_SEARCHED -> ring(g, 2.4f);
            case PARTLY_SEARCHED -> half(g);
            case SEARCHED -> ring(g, 0);
            case DECIDED -> decided(g);
            case DONE -> tick(g);
            case EXPORTED -> arrow(g);
        }
        g.dispose();
    }

    private static Color grey() {
        return UIManager.getColor("Label.disabledForeground");
    }

    private static void ring(Graphics2D g, float dash) {
        g.setColor(grey());
        g.setStroke(
                dash == 0
                        ? new BasicStroke(1.5f)
                        : new BasicStroke(
                                1.5f,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {dash, dash},
                                0));
        g.draw(new Ellipse2D.Double(2.5, 2.5, 11, 11));
    }

    private static void half(Graphics2D g) {
        ring(g, 0);
        g.fill(new Arc2D.Double(2.5, 2.5, 11, 11, 90, 180, Arc2D.PIE));
    }

    private static void decided(Graphics2D g) {
        g.setColor(GREEN);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Ellipse2D.Double(2, 2, 12, 12));
        g.setStroke(stroke(1.7f));
        g.draw(path(5, 8.3, 7.2, 10.5, 11, 5.8));
    }

    private static void disc(Graphics2D g, Color color) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(1.5, 1.5, 13, 13));
        g.setColor(Color.WHITE);
        g.setStroke(stroke(2));
    }

    private static void tick(Graphics2D g) {
        disc(g, GREEN);
        g.draw(path(4.8, 8.4, 7.1, 10.7, 11.3, 5.6));
    }

    private static void arrow(Graphics2D g) {
        disc(g, BLUE);
        g.draw(path(8, 11.8, 8, 4.6));
        g.draw(path(4.9, 7.6, 8, 4.5, 11.1, 7.6));
    }

    private static void bar(Graphics2D g) {
        disc(g, VERMILION);
        g.fill(new Rectangle2D.Double(4, 6.8, 8, 2.4));
    }

    private static void flag(Graphics2D g) {
        g.setColor(ORANGE);
        g.setStroke(stroke(1.8f));
        g.draw(path(4, 2, 4, 14.5));
        Path2D cloth = path(4, 2.5, 13.5, 2.5, 11, 5.5, 13.5, 8.5, 4, 8.5);
        cloth.closePath();
        g.fill(cloth);
    }

    private static void warning(Graphics2D g) {
        g.setColor(VERMILION);
        Path2D triangle = path(8, 1.5, 15, 14.2, 1, 14.2);
        triangle.closePath();
        g.fill(triangle);
        g.setColor(Color.WHITE);
        g.setStroke(stroke(1.8f));
        g.draw(path(8, 6, 8, 9.6));
        g.fill(new Ellipse2D.Double(7, 11, 2, 2));
    }

    private static void cross(Graphics2D g) {
        g.setColor(VERMILION);
        g.setStroke(stroke(1.5f));
        g.draw(new Rectangle2D.Double(2.5, 2.5, 11, 11));
        g.draw(path(5.2, 5.2, 10.8, 10.8));
        g.draw(path(10.8, 5.2, 5.2, 10.8));
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
