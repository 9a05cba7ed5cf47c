package org.pixelanon.workbench;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Toolkit;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** Painting functions shared by views. */
public final class Painting {

    private static final String ELLIPSIS = "\u2026";

    private Painting() {}

    /**
     * A copy of graphics that draws text as the desktop does.
     *
     * @param graphics stays as it is
     * @return to be disposed of by the caller
     */
    public static Graphics2D withText(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints")
                instanceof Map<?, ?> hints) {
            g.addRenderingHints(hints);
        }
        return g;
    }

    /**
     * The mean of two colours.
     *
     * @param a one
     * @param b the other
     * @return opaque
     */
    public static Color between(Color a, Color b) {
        return new Color(
                (a.getRed() + b.getRed()) / 2,
                (a.getGreen() + b.getGreen()) / 2,
                (a.getBlue() + b.getBlue()) / 2);
    }

    /**
     * Shortens a text at its end until it fits.
     *
     * @param text the text
     * @param metrics of the font it is drawn in
     * @param width available pixels
     * @return the text, or its beginning and an ellipsis
     */
    public static String elide(String text, FontMetrics metrics, int width) {
        return fit(text, metrics, width, 1);
    }

    /**
     * Shortens a text in its middle, since file names differ at their ends.
     *
     * @param text the text
     * @param metrics of the font it is drawn in
     * @param width available pixels
     * @return the text, or its two ends and an ellipsis between
     */
    public static String elideMiddle(String text, FontMetrics metrics, int width) {
        return fit(text, metrics, width, 2);
    }

    private static String fit(String text, FontMetrics metrics, int width, int parts) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int kept = (fits + tooLong) >>> 1;
            if (metrics.stringWidth(shortened(text, kept, parts)) <= width) {
                fits = kept;
            } else {
                tooLong = kept;
            }
        }
        return shortened(text, fits, parts);
    }

    private static String shortened(String text, int kept, int parts) {
        int head = (kept + parts - 1) / parts;
        int tail = kept - head;
        return text.substring(0, head) + ELLIPSIS + text.substring(text.length() - tail);
    }

    /**
     * Paints a hint in the middle of an empty view.
     *
     * @param on the view
     * @param graphics of the view
     * @param hint lines separated by line feeds
     */
    public static void hint(JComponent on, Graphics graphics, String hint) {
        Graphics2D g = withText(graphics);
        g.setFont(UIManager.getFont("Label.font"));
        g.setColor(UIManager.getColor("Label.disabledForeground"));
        FontMetrics metrics = g.getFontMetrics();
        String[] lines = hint.split("\n", -1);
        int line = metrics.getHeight() * 3 / 2;
        int y = Math.max(2 * line, on.getVisibleRect().height / 3 - lines.length * line / 2);
        for (String text : lines) {
            g.drawString(text, Math.max(8, (on.getWidth() - metrics.stringWidth(text)) / 2), y);
            y += line;
        }
        g.dispose();
    }
}
