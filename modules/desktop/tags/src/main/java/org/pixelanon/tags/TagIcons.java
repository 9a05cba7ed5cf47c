package org.pixelanon.tags;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** Small pictures in the colour of the text beside them, sharp at any scale of the screen. */
enum TagIcons implements Icon {
    /** An eye: the value is in the pixels. */
    SEEN {
        @Override
        void paint(Graphics2D g) {
            Path2D eye = new Path2D.Double();
            eye.moveTo(1, 8);
            eye.quadTo(8, 0, 15, 8);
            eye.quadTo(8, 16, 1, 8);
            eye.closePath();
            g.draw(eye);
            g.fill(new Ellipse2D.Double(5.5, 5.5, 5, 5));
        }
    },
    /** A triangle upwards: the previous match. */
    UP {
        @Override
        void paint(Graphics2D g) {
            triangle(g, 11, 5);
        }
    },
    /** A triangle downwards: the next match. */
    DOWN {
        @Override
        void paint(Graphics2D g) {
            triangle(g, 5, 11);
        }
    };

    private static final int SIZE = 16;

    abstract void paint(Graphics2D g);

    private static void triangle(Graphics2D g, int base, int tip) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(3, base);
        triangle.lineTo(13, base);
        triangle.lineTo(8, tip);
        triangle.closePath();
        g.fill(triangle);
    }

    @Override
    public void paintIcon(Component owner, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create(x, y, SIZE, SIZE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(owner.getForeground());
        g.setStroke(new BasicStroke(1.5f));
        paint(g);
        g.dispose();
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}
