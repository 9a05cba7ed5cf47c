package org.pixelanon.texts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/**
 * The decision on an item, drawn as on the image: hatched if it is to be blanked, dashed if
 * undecided, with a cross if blanking is proposed, dotted if it is kept.
 *
 * @param verdict the person's decision
 * @param sensitive whether the proposal is to blank it
 * @param color of the layer the item comes from
 */
record DecisionIcon(Verdict verdict, boolean sensitive, Color color) implements Icon {

    /** Width in pixels. */
    static final int WIDTH = 20;

    private static final int HEIGHT = 14;
    private static final int HATCH = 4;
    private static final Color GROUND = new Color(0x202428);

    static DecisionIcon of(ReviewItem item) {
        return new DecisionIcon(item.verdict(), item.sensitive(), item.layer().color());
    }

    @Override
    public int getIconWidth() {
        return WIDTH;
    }

    @Override
    public int getIconHeight() {
        return HEIGHT;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(x, y);
        Shape box = new Rectangle2D.Double(2.5, 2.5, WIDTH - 5, HEIGHT - 5);
        // light colours need a background on white
        g.setColor(GROUND);
        g.fillRoundRect(0, 0, WIDTH, HEIGHT, 3, 3);
        g.setColor(color);
        g.setStroke(stroke(1.6f));
        switch (verdict) {
            case REDACT -> {
                g.draw(box);
                g.clip(box);
                for (int i = -HEIGHT; i < WIDTH; i += HATCH) {
                    g.draw(new Line2D.Double(i, HEIGHT, i + HEIGHT, 0));
                }
            }
            case UNDECIDED -> {
                g.setStroke(new BasicStroke(1.6f, 0, 0, 10, new float[] {3, 2}, 0));
                g.draw(box);
                if (sensitive) {
                    g.setStroke(stroke(1));
                    g.draw(new Line2D.Double(4, 4, WIDTH - 4, HEIGHT - 4));
                    g.draw(new Line2D.Double(4, HEIGHT - 4, WIDTH - 4, 4));
                }
            }
            case KEEP -> {
                g.setStroke(new BasicStroke(1.6f, 0, 0, 10, new float[] {1.5f, 2.5f}, 0));
                g.draw(box);
            }
        }
        g.dispose();
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width);
    }
}
