package blackbox.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * A grey picture with text in built-in letters, so that text and ink are known and no fonts are
 * needed.
 */
final class Picture {

    private static final int COLUMNS = 5;
    private static final int ROWS = 7;
    private static final int FINE = 4;

    /** Coverage of 255 above which a pixel is ink to the eye. */
    private static final int VISIBLE = 64;

    private static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('A', ".###.#...##...#######...##...##...#"),
                    Map.entry('D', "####.#...##...##...##...##...#####."),
                    Map.entry('E', "######....#....####.#....#....#####"),
                    Map.entry('I', ".###...#....#....#....#....#...###."),
                    Map.entry('L', "#....#....#....#....#....#....#####"),
                    Map.entry('N', "#...###..##.#.##..###...##...##...#"),
                    Map.entry('O', ".###.#...##...##...##...##...#.###."),
                    Map.entry('P', "####.#...##...#####.#....#....#...."),
                    Map.entry('R', "####.#...##...#####.#.#..#..#.#...#"),
                    Map.entry('S', ".#####....#.....###.....#....#####."),
                    Map.entry('T', "#####..#....#....#....#....#....#.."),
                    Map.entry('2', ".###.#...#....#..##..#...#....#####"),
                    Map.entry('4', "...#...##..#.#.#..#.#####...#....#."),
                    Map.entry('7', "#####....#...#...#...#....#....#..."),
                    // letters of no language
                    Map.entry('<', "#.#.##.#..###....#.###.#.#....###.."),
                    Map.entry('>', "..##.#..##.##..#...###.#..#..#.##.#"),
                    Map.entry('^', ".#.#.#####.#.#...#..##.##.#.#.#...#"));

    private final int width;
    private final int height;
    private final int[] samples;

    private Picture(int width, int height) {
        this.width = width;
        this.height = height;
        samples = new int[width * height];
    }

    /** One grey level, 0 to 255, everywhere. */
    static Picture plain(int width, int height, int level) {
        return gradient(width, height, level, level);
    }

    /** From one level at the left to another at the right. */
    static Picture gradient(int width, int height, int left, int right) {
        Picture picture = new Picture(width, height);
        for (int i = 0; i < picture.samples.length; i++) {
            picture.samples[i] = left + (right - left) * (i % width) / width;
        }
        return picture;
    }

    /** A black picture with a fan of speckle below row 60, which differs for every moment. */
    static Picture fan(int width, int height, int moment) {
        Picture picture = new Picture(width, height);
        for (int y = 60; y < height - 20; y++) {
            int half = Math.min(width / 2 - 20, 20 + (y - 60) * 3 / 4);
            for (int x = width / 2 - half; x < width / 2 + half; x++) {
                picture.samples[y * width + x] = speckle(x, y, moment);
            }
        }
        return picture;
    }

    private static int speckle(int x, int y, int moment) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            long h = (x + k % 2) / 2 * 0x9E3779B97F4A7C15L + (y + k / 2) / 2 * 0xC2B2AE3D27D4EB4FL;
            h = (h ^ h >>> 29 ^ moment * 0x165667B19E3779F9L) * 0xBF58476D1CE4E5B9L;
            h = (h ^ h >>> 32) * 0x94D049BB133111EBL;
            sum += Math.sqrt(-2 * Math.log(((h >>> 40) + 1) / (double) (1 << 24)));
        }
        return (int) Math.min(150, sum * 8);
    }

    /**
     * Writes a line.
     *
     * @param size height of the letters is three quarters of it, as fonts are measured
     * @param grey of the ink
     * @return the visible pixels of the line, as indices row by row
     */
    Ink write(String text, int x, int y, int size, int grey) {
        return write(text, x, y, size, grey, false);
    }

    /** White with a black rim of one pixel. */
    Ink writeOutlined(String text, int x, int y, int size) {
        return write(text, x, y, size, 255, true);
    }

    private Ink write(String text, int x, int y, int size, int grey, boolean rim) {
        double cell = size * .75 / ROWS;
        int wide = (int) Math.ceil(start(text, text.length()) * cell) + 1;
        int high = (int) Math.ceil(ROWS * cell) + 1;
        int[] ink = new int[wide * high];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = coverage(text, cell, i % wide, i / wide);
        }
        for (int i = 0; rim && i < ink.length; i++) {
            for (int k = 0; ink[i] >= VISIBLE && k < 9; k++) {
                set(x + i % wide + k % 3 - 1, y + i / wide + k / 3 - 1, 0, 255);
            }
        }
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < ink.length; i++) {
            set(x + i % wide, y + i / wide, grey, ink[i]);
            if (ink[i] >= VISIBLE) {
                seen.add((y + i / wide) * width + x + i % wide);
            }
        }
        return new Ink(seen, width);
    }

    private void set(int x, int y, int grey, int coverage) {
        int at = y * width + x;
        samples[at] += (grey - samples[at]) * coverage / 255;
    }

    private static int coverage(String text, double cell, int x, int y) {
        int hits = 0;
        for (int k = 0; k < FINE * FINE; k++) {
            double column = (x + (k % FINE + .5) / FINE) / cell;
            int row = (int) ((y + (k / FINE + .5) / FINE) / cell);
            int letter = 0;
            while (letter < text.length() && column >= start(text, letter + 1)) {
                letter++;
            }
            int within = (int) (column - start(text, letter));
            if (letter < text.length() && row < ROWS && within < COLUMNS) {
                String bits = LETTERS.get(text.charAt(letter));
                if (bits != null && bits.charAt(row * COLUMNS + within) == '#') {
                    hits++;
                }
            }
        }
        return hits * 255 / (FINE * FINE);
    }

    /** Where a letter begins; a blank is half as wide as a letter. */
    private static double start(String text, int letter) {
        double column = 0;
        for (int i = 0; i < letter; i++) {
            column += text.charAt(i) == ' ' ? COLUMNS / 2.0 : COLUMNS + 1.5;
        }
        return column;
    }

    /** Turned by 90 degrees, clockwise or else counter-clockwise. */
    Picture turned(boolean clockwise) {
        Picture turned = new Picture(height, width);
        for (int i = 0; i < samples.length; i++) {
            turned.samples[turn(i, width, height, clockwise)] = samples[i];
        }
        return turned;
    }

    private static int turn(int index, int width, int height, boolean clockwise) {
        int x = index % width;
        int y = index / width;
        return clockwise ? x * height + height - 1 - y : (width - 1 - x) * height + y;
    }

    /** Grey, 8 bits. */
    List<PlaneImage> views() {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return List.of(new PlaneImage(width, height, 1, bytes));
    }

    /** The same picture with three equal channels. */
    List<PlaneImage> colourViews() {
        byte[] bytes = new byte[samples.length * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i / 3];
        }
        return List.of(new PlaneImage(width, height, 3, bytes));
    }

    /**
     * Pixels of a line.
     *
     * @param pixels indices, row by row
     * @param width columns of the picture
     */
    record Ink(List<Integer> pixels, int width) {

        /** Tells whether every pixel lies in one of the rectangles. */
        boolean inside(PixelRectangle... boxes) {
            return pixels.stream()
                    .allMatch(i -> Arrays.stream(boxes).anyMatch(box -> box.contains(pixel(i))));
        }

        boolean touches(PixelRectangle box) {
            return pixels.stream().anyMatch(i -> box.contains(pixel(i)));
        }

        private PixelRectangle pixel(int index) {
            return new PixelRectangle(index % width, index / width, 1, 1);
        }

        /** Where the ink lies in the turned picture. */
        Ink turned(int height, boolean clockwise) {
            return new Ink(
                    pixels.stream().map(i -> turn(i, width, height, clockwise)).toList(), height);
        }
    }
}
