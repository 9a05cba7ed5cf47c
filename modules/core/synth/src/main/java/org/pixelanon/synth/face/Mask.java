package org.pixelanon.synth.face;

/**
 * The coverage of each pixel by a text.
 *
 * @param width columns
 * @param height rows
 * @param ink 0 to 255 for each pixel, row by row
 * @param rim 0 or 255: the pixels of a dark rim around the ink
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Mask(int width, int height, int[] ink, int[] rim) {

    /** Coverage up to which a pixel is invisible and not drawn. */
    private static final int FAINT = 32;

    /**
     * A mask without rim.
     *
     * @param width columns
     * @param height rows
     * @param ink 0 to 255 for each pixel, row by row
     * @return the mask, as large as its visible part
     */
    public static Mask of(int width, int height, int[] ink) {
        return new Mask(width, height, ink, new int[ink.length]).tight();
    }

    /** Cuts off empty edges and drops faint pixels. */
    private Mask tight() {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (ink[y * width + x] > FAINT) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            throw new IllegalArgumentException("text without ink");
        }
        int newWidth = right - left + 1;
        int newHeight = bottom - top + 1;
        int[] cut = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int value = ink[(top + y) * width + left + x];
                cut[y * newWidth + x] = value > FAINT ? value : 0;
            }
        }
        return new Mask(newWidth, newHeight, cut, new int[cut.length]);
    }

    /**
     * Puts a dark rim of one pixel around the ink.
     *
     * @return a mask that is two pixels wider and higher
     */
    public Mask outlined() {
        int wide = width + 2;
        int high = height + 2;
        int[] inner = new int[wide * high];
        int[] outer = new int[wide * high];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = ink[y * width + x];
                inner[(y + 1) * wide + x + 1] = value;
                if (value >= 96) {
                    for (int i = 0; i < 9; i++) {
                        outer[(y + i / 3) * wide + x + i % 3] = 255;
                    }
                }
            }
        }
        return new Mask(wide, high, inner, outer);
    }

    /**
     * Returns whether a pixel is covered, by ink or rim.
     *
     * @param x column; may lie outside
     * @param y row; may lie outside
     * @return false outside
     */
    public boolean at(int x, int y) {
        return x >= 0
                && y >= 0
                && x < width
                && y < height
                && (ink[y * width + x] | rim[y * width + x]) != 0;
    }
}
