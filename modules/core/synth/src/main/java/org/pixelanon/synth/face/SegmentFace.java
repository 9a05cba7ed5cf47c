package org.pixelanon.synth.face;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Letters and digits of seven or fourteen straight segments. The segments are a top, b and c right,
 * d bottom, e and f left, g and h the halves of the middle, i j k the upper and l m n the lower
 * spokes, each from left to right; p is the point, q and r are the dots of the colon.
 */
final class SegmentFace implements Face {

    /** The ends of each segment: x from 0 to 1, y from 0 (top) to 2 (bottom). */
    private static final Map<Character, double[]> ENDS =
            Map.ofEntries(
                    Map.entry('a', new double[] {0, 0, 1, 0}),
                    Map.entry('b', new double[] {1, 0, 1, 1}),
                    Map.entry('c', new double[] {1, 1, 1, 2}),
                    Map.entry('d', new double[] {0, 2, 1, 2}),
                    Map.entry('e', new double[] {0, 1, 0, 2}),
                    Map.entry('f', new double[] {0, 0, 0, 1}),
                    Map.entry('g', new double[] {0, 1, 0.5, 1}),
                    Map.entry('h', new double[] {0.5, 1, 1, 1}),
                    Map.entry('i', new double[] {0, 0, 0.5, 1}),
                    Map.entry('j', new double[] {0.5, 0, 0.5, 1}),
                    Map.entry('k', new double[] {1, 0, 0.5, 1}),
                    Map.entry('l', new double[] {0, 2, 0.5, 1}),
                    Map.entry('m', new double[] {0.5, 2, 0.5, 1}),
                    Map.entry('n', new double[] {1, 2, 0.5, 1}),
                    Map.entry('p', new double[] {0, 2, 0, 2}),
                    Map.entry('q', new double[] {0.5, 0.6, 0.5, 0.6}),
                    Map.entry('r', new double[] {0.5, 1.4, 0.5, 1.4}));

    private static final Map<Character, String> SEVEN = read("segments7.txt");
    private static final Map<Character, String> FOURTEEN = read("segments14.txt");

    private final int capital;
    private final double stroke;
    private final double slant;
    private final Map<Character, String> shapes;

    SegmentFace(int capital, double stroke, double slant, boolean letters) {
        this.capital = capital;
        this.stroke = stroke;
        this.slant = slant;
        this.shapes = letters ? FOURTEEN : SEVEN;
    }

    private static Map<Character, String> read(String resource) {
        Map<Character, String> shapes = new HashMap<>();
        shapes.put(' ', "");
        for (String line : GlyphFile.lines(resource)) {
            shapes.put(line.charAt(0), line.substring(2));
        }
        return Map.copyOf(shapes);
    }

    @Override
    public String spell(String text) {
        String plain = Spelling.withoutMarks(text);
        return draws(plain) ? plain : plain.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean draws(String text) {
        return text.chars().allMatch(c -> shapes.containsKey((char) c));
    }

    @Override
    public Mask draw(String text) {
        double wide = (capital - stroke) * 0.52;
        double step = wide + stroke + Math.max(1, capital * 0.16);
        int width = (int) (text.length() * step + slant * capital + 4);
        int height = capital + 4;
        double[] cover = new double[width * height];
        double left = 2 + stroke / 2;
        for (char letter : text.toCharArray()) {
            String shape = shapes.getOrDefault(letter, "");
            for (char segment : shape.toCharArray()) {
                double[] ends = ENDS.getOrDefault(segment, new double[4]);
                segment(ends, left, wide, cover, width);
            }
            left += shape.equals("p") ? stroke + Math.max(1, capital * 0.16) : step;
        }
        int[] ink = new int[cover.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (int) (255 * cover[i]);
        }
        return Mask.of(width, height, ink);
    }

    /** Draws a segment a little short of its ends, so that neighbours do not touch. */
    private void segment(double[] ends, double left, double wide, double[] cover, int width) {
        double tall = (capital - stroke) / 2;
        double y0 = 2 + stroke / 2 + ends[1] * tall;
        double y1 = 2 + stroke / 2 + ends[3] * tall;
        double x0 = left + ends[0] * wide + lean(ends[1], tall);
        double x1 = left + ends[2] * wide + lean(ends[3], tall);
        double length = StrictMath.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        double cut = length == 0 ? 0 : Math.min(0.3, stroke * 0.55 / length);
        double dx = (x1 - x0) * (1 - 2 * cut);
        double dy = (y1 - y0) * (1 - 2 * cut);
        double startX = x0 + (x1 - x0) * cut;
        double startY = y0 + (y1 - y0) * cut;
        double square = dx * dx + dy * dy;
        for (int i = 0; i < cover.length; i++) {
            double px = i % width + 0.5 - startX;
            double py = i / width + 0.5 - startY;
            double t = square == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
            double ex = px - t * dx;
            double ey = py - t * dy;
            double c = stroke / 2 + 0.5 - StrictMath.sqrt(ex * ex + ey * ey);
            cover[i] = Math.max(cover[i], Math.min(1, Math.max(0, c)));
        }
    }

    private double lean(double y, double tall) {
        return slant * (2 - y) * tall;
    }
}
