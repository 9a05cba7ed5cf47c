package blackbox.cli;

/** A line of text of strokes of three pixels, for images that are drawn value by value. */
final class Letters {

    private static final int SCALE = 3;
    private static final int ROWS = 7;
    private static final int ADVANCE = 6;

    /** DOE HANNA in seven rows of five columns each. */
    private static final String[] ROW = {
        "####. .###. ##### ..... #...# .###. #...# #...# .###. ",
        "#...# #...# #.... ..... #...# #...# ##..# ##..# #...# ",
        "#...# #...# #.... ..... #...# #...# #.#.# #.#.# #...# ",
        "#...# #...# ####. ..... ##### ##### #..## #..## ##### ",
        "#...# #...# #.... ..... #...# #...# #...# #...# #...# ",
        "#...# #...# #.... ..... #...# #...# #...# #...# #...# ",
        "####. .###. ##### ..... #...# #...# #...# #...# #...# "
    };

    /** Size of the line in pixels. */
    static final int WIDTH = 9 * ADVANCE * SCALE;

    static final int HEIGHT = ROWS * SCALE;

    private Letters() {}

    /** Tells whether a pixel belongs to a stroke of a line whose first pixel is at 0,0. */
    static boolean isStroke(int row, int column) {
        return row >= 0
                && column >= 0
                && row < HEIGHT
                && column < WIDTH
                && ROW[row / SCALE].charAt(column / SCALE) == '#';
    }
}
