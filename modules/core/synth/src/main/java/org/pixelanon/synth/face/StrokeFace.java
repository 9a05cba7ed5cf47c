package org.pixelanon.synth.face;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The built-in stroke font, at any size, smooth or not, light or bold. The lines that matter (base,
 * x-height, top, edges) fall on whole pixels, as in a font made for screens.
 */
final class StrokeFace implements Face {
    private static final double TOP = 12;
    private static final double[] LEVELS = {-4, 0, 6, 8, 12};

    /** One glyph: its width, and polylines of x,y pairs. */
    private record Glyph(double width, List<double[]> strokes) {}

    private static final Map<Integer, Glyph> GLYPHS = read();

    private final int capital;
    private final int stroke;
    private final boolean smooth;
    private final double wide;
    private final double slant;
    private final int gap;

    /**
     * A face.
     *
     * @param capital height of capitals in pixels, at least 6
     * @param stroke width of strokes in pixels
     * @param smooth whether edges are shaded
     */
    StrokeFace(int capital, int stroke, boolean smooth) {
        this(capital, stroke, smooth, 1, 0);
    }

    /**
     * A face of another width or slant.
     *
     * @param wide the width of letters, 1 is regular
     * @param slant how far they lean to the right, in parts of their height
     */
    StrokeFace(int capital, int stroke, boolean smooth, double wide, double slant) {
        this.capital = capital;
        this.stroke = stroke;
        this.smooth = smooth;
        this.wide = wide;
        this.slant = slant;
        this.gap = Math.max(stroke > 1 ? 2 : 1, (capital + 3) / 6);
    }

    private static Map<Integer, Glyph> read() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        for (String line : GlyphFile.lines("strokes.txt")) {
            if (line.startsWith("# ") && !line.startsWith("# 8")) {
                continue;
            }
            String[] parts = line.substring(line.offsetByCodePoints(0, 1)).trim().split(" ", 2);
            List<double[]> strokes = new ArrayList<>();
            for (String stroke : parts[1].split(" \\| ", -1)) {
                strokes.add(points(stroke));
            }
            glyphs.put(line.codePointAt(0), new Glyph(Double.parseDouble(parts[0]), strokes));
        }
        glyphs.put((int) ' ', new Glyph(4, List.of()));
        return Map.copyOf(glyphs);
    }

    private static double[] points(String stroke) {
        boolean curved = stroke.startsWith("~");
        String[] pairs = stroke.substring(curved ? 1 : 0).split(" ", -1);
        double[] points = new double[pairs.length * 2];
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].split(",", 2);
            points[2 * i] = Double.parseDouble(pair[0]);
            points[2 * i + 1] = Double.parseDouble(pair[1]);
        }
        return curved ? spline(points) : points;
    }

    /** A Catmull-Rom spline through the points, four pieces for each; closed if the ends meet. */
    private static double[] spline(double[] points) {
        int last = points.length / 2 - 1;
        boolean closed = points[0] == points[2 * last] && points[1] == points[2 * last + 1];
        double[] out = new double[(last * 4 + 1) * 2];
        for (int i = 0; i < last; i++) {
            int before = i > 0 ? i - 1 : closed ? last - 1 : 0;
            int after = i + 2 <= last ? i + 2 : closed ? 1 : last;
            for (int step = 0; step < 4; step++) {
                double t = step / 4.0;
                for (int axis = 0; axis < 2; axis++) {
                    double a = points[2 * before + axis];
                    double b = points[2 * i + axis];
                    double c = points[2 * i + 2 + axis];
                    double d = points[2 * after + axis];
                    out[(i * 4 + step) * 2 + axis] =
                            b
                                    + t / 2 * (c - a)
                                    + t * t * (a - 2.5 * b + 2 * c - d / 2)
                                    + t * t * t * (1.5 * (b - c) + (d - a) / 2);
                }
            }
        }
        out[out.length - 2] = points[2 * last];
        out[out.length - 1] = points[2 * last + 1];
        return out;
    }

    @Override
    public String spell(String text) {
        String plain = Spelling.plain(text);
        return draws(plain) ? plain : Spelling.withoutMarks(plain);
    }

    @Override
    public boolean draws(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .allMatch(GLYPHS::containsKey);
    }

    @Override
    public Mask draw(String text) {
        int[] letters = Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray();
        int height = capital * 2 + 8;
        int width = 8 + (int) (2 * slant * capital);
        for (int letter : letters) {
            width += advance(letter);
        }
        double[] cover = new double[width * height];
        int x = 4 + (int) (slant * capital * 0.5);
        for (int i = 0; i < letters.length; i++) {
            if (isMark(letters[i])) {
                continue;
            }
            boolean marked = i + 1 < letters.length && isMark(letters[i + 1]);
            int letter = letters[i] == 'i' && marked && letters[i + 1] < 0x0327 ? 'ı' : letters[i];
            glyph(letter, x, 0, cover, width);
            for (int j = i + 1; j < letters.length && isMark(letters[j]); j++) {
                int base = letters[i];
                double lift = letters[j] >= 0x0327 ? 0 : isTall(base) ? TOP : 8;
                int middle = x + widthOf(base) / 2;
                glyph(letters[j], middle, lift, cover, width);
            }
            x += advance(letters[i]);
        }
        int[] ink = new int[cover.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = smooth ? (int) (cover[i] * 255 + 0.5) : cover[i] >= 0.5 ? 255 : 0;
        }
        return Mask.of(width, height, ink);
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isTall(int letter) {
        return Character.isUpperCase(letter) || "bdfhklt".indexOf(letter) >= 0;
    }

    private static Glyph find(int letter) {
        return Objects.requireNonNull(GLYPHS.get(letter), "no such glyph");
    }

    private int advance(int letter) {
        return isMark(letter) ? 0 : widthOf(letter) + stroke + gap;
    }

    private int widthOf(int letter) {
        double scaled = find(letter).width() * (capital - stroke) / TOP;
        return (int) (scaled * 0.96 * wide + 0.5);
    }

    private void glyph(int letter, int left, double lift, double[] cover, int width) {
        Glyph glyph = find(letter);
        double factor =
                glyph.width() > 0 ? widthOf(letter) / glyph.width() : (capital - stroke) / TOP;
        for (double[] points : glyph.strokes()) {
            for (int i = 0; i + 3 < points.length; i += 2) {
                segment(
                        left + stroke / 2.0 + points[i] * factor + lean(points[i + 1] + lift),
                        level(points[i + 1] + lift),
                        left + stroke / 2.0 + points[i + 2] * factor + lean(points[i + 3] + lift),
                        level(points[i + 3] + lift),
                        cover,
                        width);
            }
        }
    }

    private double lean(double y) {
        return slant * y * (capital - stroke) / TOP;
    }

    /** The row, in pixels from the top of the mask, of the middle of a stroke at a height. */
    private double level(double y) {
        int i = 1;
        while (i < LEVELS.length - 1 && y > LEVELS[i]) {
            i++;
        }
        double low = snapped(LEVELS[i - 1]);
        double high = snapped(LEVELS[i]);
        double up = low + (high - low) * (y - LEVELS[i - 1]) / (LEVELS[i] - LEVELS[i - 1]);
        return capital * 1.5 - (capital & 1) / 2.0 + 4 - stroke / 2.0 - up;
    }

    private double snapped(double y) {
        return StrictMath.floor(y * (capital - stroke) / TOP + 0.5);
    }

    private void segment(double x0, double y0, double x1, double y1, double[] cover, int width) {
        double reach = stroke / 2.0 + 0.5;
        int height = cover.length / width;
        int top = (int) Math.max(0, Math.min(y0, y1) - reach - 1);
        int bottom = (int) Math.min(height - 1, Math.max(y0, y1) + reach + 1);
        int left = (int) Math.max(0, Math.min(x0, x1) - reach - 1);
        int right = (int) Math.min(width - 1, Math.max(x0, x1) + reach + 1);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double t = length == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
                double ex = px - t * dx;
                double ey = py - t * dy;
                double c = reach - StrictMath.sqrt(ex * ex + ey * ey);
                int at = y * width + x;
                cover[at] = Math.max(cover[at], Math.min(1, Math.max(0, c)));
            }
        }
    }
}
