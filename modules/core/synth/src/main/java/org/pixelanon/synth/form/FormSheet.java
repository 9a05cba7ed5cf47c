package org.pixelanon.synth.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Locale;
import java.util.Random;

/** Draws a scanned request form: print, boxes, tables, handwriting, a stamp. */
public final class FormSheet {

    private static final String[] FACES = {Font.SERIF, Font.SANS_SERIF, Font.MONOSPACED};
    private static final String LETTERS = "aeioubcdfghlmnprst";
    private static final int PAPER = 235;
    private static final int BLOCKS = 5;

    private final Random chance;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int size;
    private final int left;
    private final int right;
    private int y;

    private FormSheet(long seed, int width, int height) {
        chance = new Random(seed);
        image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        graphics = image.createGraphics();
        size = Math.max(9, (int) (width * between(.011, .02)));
        left = (int) (width * between(.05, .1));
        right = (int) (width * between(.9, .96));
        y = (int) (height * .06);
    }

    /**
     * Draws a form.
     *
     * @param seed the same seed draws the same form with the same fonts
     * @param width pixels of a row, at least 300
     * @param height rows
     * @return width * height grey samples of 0 (black) to 255, row by row
     */
    public static byte[] draw(long seed, int width, int height) {
        return new FormSheet(seed, width, height).drawn();
    }

    private byte[] drawn() {
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(PAPER, PAPER, PAPER));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.rotate(
                Math.toRadians(between(-2, 2)), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.setFont(new Font(FACES[chance.nextInt(FACES.length)], Font.PLAIN, size));
        graphics.setColor(new Color(40, 40, 40));
        heading();
        while (y < image.getHeight() - 6 * size) {
            switch (chance.nextInt(BLOCKS)) {
                case 0 -> fields();
                case 1 -> table();
                case 2 -> prose();
                case 3 -> ticks();
                default -> handwriting();
            }
            y += 2 * size;
        }
        graphics.drawOval(right - 9 * size, image.getHeight() - 12 * size, 8 * size, 8 * size);
        graphics.dispose();
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double noise = between(0, 6);
        for (int i = 0; i < samples.length; i++) {
            double level = (samples[i] & 255) + noise * chance.nextGaussian();
            samples[i] = (byte) Math.max(0, Math.min(255, Math.round(level)));
        }
        return samples;
    }

    private double between(double low, double high) {
        return low + (high - low) * chance.nextDouble();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            for (int letter = 3 + chance.nextInt(6); letter > 0; letter--) {
                words.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
            }
            words.append(' ');
        }
        String text = words.toString().strip();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private boolean hasRoom() {
        return y < image.getHeight() - 3 * size;
    }

    private void heading() {
        Font plain = graphics.getFont();
        graphics.setFont(plain.deriveFont(Font.BOLD, 2f * size));
        graphics.drawString(words(2), left, y + 2 * size);
        graphics.setFont(plain);
        y += 4 * size;
    }

    private void fields() {
        int middle = (left + right) / 2;
        for (int row = 2 + chance.nextInt(6); row > 0 && hasRoom(); row--) {
            for (int x : new int[] {left, middle}) {
                graphics.drawString(words(1) + ":", x, y);
                graphics.drawLine(x + 8 * size, y + 2, x + (right - left) / 2 - size, y + 2);
                if (chance.nextInt(3) > 0) {
                    stroke(x + 9 * size, y, 8 * size);
                }
            }
            y += 2 * size;
        }
    }

    private void table() {
        int columns = 2 + chance.nextInt(5);
        int wide = (right - left) / columns;
        for (int row = 3 + chance.nextInt(8); row > 0 && hasRoom(); row--) {
            for (int column = 0; column < columns; column++) {
                int x = left + column * wide;
                graphics.drawRect(x, y, wide, 2 * size);
                if (chance.nextInt(3) > 0) {
                    graphics.drawString(words(1), x + size / 2, y + 3 * size / 2);
                }
            }
            y += 2 * size;
        }
    }

    private void prose() {
        for (int row = 3 + chance.nextInt(6); row > 0 && hasRoom(); row--) {
            String line = words(1);
            while (graphics.getFontMetrics().stringWidth(line) < right - left - 9 * size) {
                line += " " + words(1);
            }
            graphics.drawString(line, left, y);
            y += 3 * size / 2;
        }
    }

    private void ticks() {
        for (int row = 2 + chance.nextInt(4); row > 0 && hasRoom(); row--) {
            for (int x = left; x < right - 10 * size; x += (right - left) / 3) {
                graphics.drawRect(x, y - size, size, size);
                if (chance.nextInt(3) == 0) {
                    graphics.drawLine(x, y - size, x + size, y);
                    graphics.drawLine(x + size, y - size, x, y);
                }
                graphics.drawString(words(1), x + 2 * size, y);
            }
            y += 2 * size;
        }
    }

    private void handwriting() {
        for (int row = 1 + chance.nextInt(4); row > 0 && hasRoom(); row--) {
            y += size;
            stroke(left, y, (int) ((right - left) * between(.4, .9)));
            y += size;
        }
    }

    private void stroke(int from, int base, int length) {
        Path2D path = new Path2D.Double();
        path.moveTo(from, base);
        for (double x = from; x < from + length; x += size * between(.2, .5)) {
            double high = size * (chance.nextInt(4) == 0 ? 1.2 : .6);
            path.quadTo(x + size * .1, base - high, x + size * .2, base + size * between(-.1, .2));
        }
        graphics.setStroke(new BasicStroke(Math.max(1f, size / 8f)));
        graphics.draw(path);
        graphics.setStroke(new BasicStroke(1));
    }
}
