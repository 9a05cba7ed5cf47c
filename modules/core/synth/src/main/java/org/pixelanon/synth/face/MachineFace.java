package org.pixelanon.synth.face;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A font of the machine or of a file; its output differs between machines. */
final class MachineFace implements Face {
    private final Font font;
    private final boolean smooth;

    MachineFace(String family, int size, boolean smooth) {
        this(new Font(family, Font.PLAIN, size), smooth);
    }

    MachineFace(Font font, boolean smooth) {
        this.font = font;
        this.smooth = smooth;
    }

    @Override
    public String spell(String text) {
        return text;
    }

    @Override
    public boolean draws(String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    @Override
    public Mask draw(String text) {
        int size = font.getSize();
        int width = size * (text.length() * 2 + 4);
        BufferedImage image = new BufferedImage(width, size * 4, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                smooth
                        ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
                        : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setFont(font);
        graphics.drawString(text, size * 2, size * 2 + size / 2);
        graphics.dispose();
        int[] ink = image.getRaster().getSamples(0, 0, width, size * 4, 0, (int[]) null);
        return Mask.of(width, size * 4, ink);
    }
}
