package org.pixelanon.viewer;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import org.pixelanon.review.item.Layer;

/**
 * The sign of a layer: its letter on its colour if shown, in its colour on dark if hidden. The same
 * beside the rectangles and in the legend.
 *
 * @param layer the layer
 * @param shown whether its rectangles are drawn
 */
record LayerSign(Layer layer, boolean shown) implements Icon {

    /** Width and height in pixels. */
    static final int SIZE = 13;

    private static final Color DARK = new Color(0x14181B);
    private static final Font LETTER = new Font(Font.SANS_SERIF, Font.BOLD, 10);

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
        g.translate(x, y);
        paint(g);
        g.dispose();
    }

    /** Paints it with its upper left corner at the origin. */
    void paint(Graphics2D g) {
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(shown ? layer.color() : DARK);
        g.fillRect(0, 0, SIZE, SIZE);
        g.setColor(DARK);
        g.drawRect(0, 0, SIZE - 1, SIZE - 1);
        g.setColor(shown ? DARK : layer.color());
        g.setFont(LETTER);
        FontMetrics metrics = g.getFontMetrics();
        String letter = String.valueOf(layer.letter());
        int left = (SIZE - metrics.stringWidth(letter) + 1) / 2;
        g.drawString(letter, left, (SIZE + metrics.getAscent() - metrics.getDescent()) / 2);
    }
}
