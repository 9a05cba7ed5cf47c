package org.pixelanon.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/**
 * Draws rectangles so that origin and state are recognisable without colour: each with the letters
 * of its layers; to be blanked = solid and hatched; suggestion = dashed with a cross; kept =
 * dotted. Every line has a dark and a light side, so that it is visible on black and on white.
 */
final class ItemPainter {

    private static final float[] DASHED = {7, 5};
    private static final float[] DOTTED = {2, 4};
    private static final int HATCH = 9;

    /** Patterns by colour; painting happens on one thread. */
    private static final Map<Color, TexturePaint> HATCHES = new HashMap<>();

    private static final int HANDLE = 6;
    private static final int TAG_GAP = 3;
    private static final Color HALO = new Color(0, 0, 0, 150);

    private final Graphics2D graphics;
    private final ImageTransform transform;

    ItemPainter(Graphics2D graphics, ImageTransform transform) {
        this.graphics = graphics;
        this.transform = transform;
    }

    /** An item; a solid black area instead in the redacted view. */
    void item(ReviewItem item, boolean selected, boolean redactedView) {
        Rectangle2D r = transform.toScreen(item.region().rectangle());
        if (redactedView) {
            if (item.isRedacted()) {
                graphics.setColor(Color.BLACK);
                graphics.fill(whole(r));
            }
            if (selected) {
                outline(r, item.layer().color(), solid(1));
            }
            return;
        }
        Color color = item.layer().color();
        if (item.verdict() == Verdict.REDACT) {
            hatch(r, color);
        }
        outline(r, color, strokeOf(item.verdict()));
        if (item.verdict() == Verdict.UNDECIDED && item.sensitive()) {
            cross(r, color);
        }
        if (selected) {
            handles(r, color);
        }
        tags(r, item.layer(), item.layers());
    }

    /**
     * Left of the rectangle, where they hide least of the text; inside at the edge of the image.
     * Next to the rectangle stands where it comes from, then what else is suggested for the same.
     */
    private void tags(Rectangle2D r, Layer own, Set<Layer> all) {
        List<Layer> others = all.stream().filter(layer -> layer != own).toList();
        int room = (others.size() + 1) * LayerSign.SIZE + TAG_GAP;
        boolean outside = (int) r.getMinX() >= room;
        int step = outside ? -LayerSign.SIZE : LayerSign.SIZE;
        int left = (int) r.getMinX() + (outside ? -LayerSign.SIZE - TAG_GAP : TAG_GAP);
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(left, (int) r.getMinY());
        new LayerSign(own, true).paint(g);
        for (Layer other : others) {
            g.translate(step, 0);
            new LayerSign(other, true).paint(g);
        }
        g.dispose();
    }

    /** Rounds to whole screen pixels, so that nothing shines through at the edges. */
    private static Rectangle whole(Rectangle2D r) {
        int x = (int) Math.floor(r.getMinX());
        int y = (int) Math.floor(r.getMinY());
        return new Rectangle(
                x, y, (int) Math.ceil(r.getMaxX()) - x, (int) Math.ceil(r.getMaxY()) - y);
    }

    /** A drawn rectangle that is not yet an item. */
    void drawn(Rectangle2D r) {
        outline(r, Color.WHITE, new BasicStroke(2, 0, 0, 10, new float[] {4, 4}, 0));
        handles(r, Color.WHITE);
    }

    private static Stroke strokeOf(Verdict verdict) {
        return switch (verdict) {
            case REDACT -> solid(2);
            case UNDECIDED -> new BasicStroke(2, 0, 0, 10, DASHED, 0);
            case KEEP -> new BasicStroke(2, 0, 0, 10, DOTTED, 0);
        };
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width);
    }

    /** Axis-parallel lines are sharper and faster without antialiasing. */
    private void outline(Rectangle2D r, Color color, Stroke stroke) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setColor(HALO);
        graphics.setStroke(solid(4));
        graphics.draw(r);
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(r);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private void cross(Rectangle2D r, Color color) {
        graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 150));
        graphics.setStroke(solid(1));
        graphics.draw(new Line2D.Double(r.getMinX(), r.getMinY(), r.getMaxX(), r.getMaxY()));
        graphics.draw(new Line2D.Double(r.getMinX(), r.getMaxY(), r.getMaxX(), r.getMinY()));
    }

    /** A pattern costs the same however large the rectangle is. */
    private void hatch(Rectangle2D r, Color color) {
        graphics.setPaint(HATCHES.computeIfAbsent(color, ItemPainter::hatchOf));
        graphics.fill(whole(r));
    }

    private static TexturePaint hatchOf(Color color) {
        BufferedImage cell = new BufferedImage(HATCH, HATCH, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = cell.createGraphics();
        g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 46));
        g.fillRect(0, 0, HATCH, HATCH);
        g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 150));
        g.drawLine(0, HATCH - 1, HATCH - 1, 0);
        g.dispose();
        return new TexturePaint(cell, new Rectangle(0, 0, HATCH, HATCH));
    }

    private void handles(Rectangle2D r, Color color) {
        double[] xs = {r.getMinX(), r.getCenterX(), r.getMaxX()};
        double[] ys = {r.getMinY(), r.getCenterY(), r.getMaxY()};
        for (int i = 0; i < 9; i++) {
            if (i != 4) {
                Rectangle2D handle =
                        new Rectangle2D.Double(
                                xs[i % 3] - HANDLE / 2.0, ys[i / 3] - HANDLE / 2.0, HANDLE, HANDLE);
                graphics.setStroke(solid(3));
                graphics.setColor(HALO);
                graphics.draw(handle);
                graphics.setColor(color);
                graphics.fill(handle);
            }
        }
    }
}
