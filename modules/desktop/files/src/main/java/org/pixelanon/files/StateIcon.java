package org.pixelanon.files;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.pixelanon.review.item.FileState;

/**
 * The state of a file as a shape: an empty ring to review, a flag if tagged, a tick in a disc when
 * done, a triangle with an exclamation mark if it cannot be read. Colours only help.
 *
 * @param state what is drawn
 */
record StateIcon(FileState state) implements Icon {

    private static final int SIZE = 16;

    /** Colours of Okabe and Ito, told apart by all kinds of colour vision. */
    private static final Color GREEN = new Color(0x009E73);

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
        switch (state) {
            case TO_REVIEW -> ring(g);
            case TAGGED -> flag(g);
            case DONE -> tick(g);
            case FAILED -> warning(g);
        }
        g.dispose();
    }

    private static void ring(Graphics2D g) {
        g.setColor(UIManager.getColor("Label.disabledForeground"));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Ellipse2D.Double(3, 3, 10, 10));
    }

    private static void flag(Graphics2D g) {
        g.setColor(ORANGE);
        g.setStroke(stroke(1.8f));
        g.draw(path(4, 2, 4, 14.5));
        Path2D cloth = path(4, 2.5, 13.5, 2.5, 11, 5.5, 13.5, 8.5, 4, 8.5);
        cloth.closePath();
        g.fill(cloth);
    }

    private static void tick(Graphics2D g) {
        g.setColor(GREEN);
        g.fill(new Ellipse2D.Double(1.5, 1.5, 13, 13));
        g.setColor(Color.WHITE);
        g.setStroke(stroke(2));
        g.draw(path(4.8, 8.4, 7.1, 10.7, 11.3, 5.6));
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
