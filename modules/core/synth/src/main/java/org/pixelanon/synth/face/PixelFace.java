package org.pixelanon.synth.face;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A fixed-width font as on old consoles, 5 by 7 with 2 rows below, drawn by hand; also doubled. */
final class PixelFace implements Face {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 9;
    private static final Map<Character, boolean[]> GLYPHS = read();

    private final int scale;

    /** The capitals are 7 * scale pixels high; corners are rounded only at scale 2. */
    PixelFace(int scale) {
        if (scale < 1) {
            throw new IllegalArgumentException("scale " + scale);
        }
        this.scale = scale;
    }

    private static Map<Character, boolean[]> read() {
        Map<Character, boolean[]> glyphs = new HashMap<>();
        List<String> lines = GlyphFile.lines("pixels.txt");
        for (int at = 0; at < lines.size(); at += HEIGHT + 1) {
            String names = lines.get(at);
            for (int i = 0; 2 + 2 * i < names.length(); i++) {
                boolean[] bits = new boolean[WIDTH * HEIGHT];
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        bits[y * WIDTH + x] =
                                lines.get(at + 1 + y).charAt(i * (WIDTH + 1) + x) == '#';
                    }
                }
                glyphs.put(names.charAt(2 + 2 * i), bits);
            }
        }
        return Map.copyOf(glyphs);
    }

    @Override
    public String spell(String text) {
        return Spelling.withoutMarks(text);
    }

    @Override
    public boolean draws(String text) {
        return text.chars().allMatch(c -> c == ' ' || GLYPHS.containsKey((char) c));
    }

    @Override
    public Mask draw(String text) {
        int width = text.length() * (WIDTH + 1);
        boolean[] bits = bits(text);
        int[] ink = new int[bits.length * scale * scale];
        for (int y = 0; y < HEIGHT * scale; y++) {
            for (int x = 0; x < width * scale; x++) {
                boolean set =
                        scale == 2
                                ? doubled(bits, width, x, y)
                                : bits[y / scale * width + x / scale];
                ink[y * width * scale + x] = set ? 255 : 0;
            }
        }
        return Mask.of(width * scale, HEIGHT * scale, ink);
    }

    /** The cells of a line, six columns a letter and nine rows. */
    static boolean[] bits(String text) {
        int width = text.length() * (WIDTH + 1);
        boolean[] bits = new boolean[width * HEIGHT];
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                continue;
            }
            boolean[] glyph = Objects.requireNonNull(GLYPHS.get(text.charAt(i)), "no such glyph");
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    bits[y * width + i * (WIDTH + 1) + x] = glyph[y * WIDTH + x];
                }
            }
        }
        return bits;
    }

    /** Rounds corners: a quarter pixel takes the value that its two neighbours share. */
    private static boolean doubled(boolean[] bits, int width, int x, int y) {
        int stepX = (x & 1) * 2 - 1;
        int stepY = (y & 1) * 2 - 1;
        boolean side = at(bits, width, x / 2 + stepX, y / 2);
        boolean above = at(bits, width, x / 2, y / 2 + stepY);
        boolean otherSide = at(bits, width, x / 2 - stepX, y / 2);
        boolean otherAbove = at(bits, width, x / 2, y / 2 - stepY);
        boolean own = at(bits, width, x / 2, y / 2);
        return side == above && side != otherAbove && above != otherSide ? side : own;
    }

    private static boolean at(boolean[] bits, int width, int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < HEIGHT && bits[y * width + x];
    }
}
