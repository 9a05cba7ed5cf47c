package org.pixelanon.pipeline.group;

import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * Where text stands in many planes: how many rectangles of text lie on each pixel. Takes the same
 * memory however many are added. Not thread-safe.
 */
public final class TextHeat {

    private static final int WHITE = 255;
    private static final int[] COOL = {0xE6, 0x9F, 0x00};
    private static final int[] HOT = {0xFF, 0xFF, 0xE0};

    /** Text that is in one plane of thousands is still seen. */
    private static final double LEAST = 0.45;

    private static final double DIMMED = 0.45;

    private final int width;
    private final int height;
    private final int[] hits;
    private long texts;
    private int most;

    /**
     * Begins without text.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     */
    public TextHeat(int width, int height) {
        this.width = width;
        this.height = height;
        this.hits = new int[Math.multiplyExact(width, height)];
    }

    /**
     * Adds a rectangle of text on one plane.
     *
     * @param text where; what lies outside is left out
     */
    public void add(PixelRectangle text) {
        text.clip(width, height).ifPresent(this::count);
    }

    private void count(PixelRectangle r) {
        texts++;
        for (int y = r.y(); y < r.bottom(); y++) {
            for (int x = r.x(); x < r.right(); x++) {
                most = Math.max(most, ++hits[y * width + x]);
            }
        }
    }

    /**
     * Number of rectangles that were added and lie inside.
     *
     * @return 0 or more
     */
    public long texts() {
        return texts;
    }

    /**
     * How many rectangles lie on a pixel.
     *
     * @param column 0-based
     * @param row 0-based
     * @return 0 or more
     */
    public int at(int column, int row) {
        return hits[row * width + column];
    }

    /**
     * The heat over a dimmed picture: the more text, the lighter, from orange to white.
     *
     * @param ground what is seen where no text is; of the same size
     * @return in colour
     */
    public PlaneImage over(PlaneImage ground) {
        byte[] out = new byte[hits.length * 3];
        byte[] below = ground.samples();
        for (int i = 0; i < hits.length; i++) {
            double share = hits[i] == 0 ? 0 : Math.sqrt((double) hits[i] / most);
            double cover = hits[i] == 0 ? 0 : LEAST + (1 - LEAST) * share;
            for (int c = 0; c < 3; c++) {
                int sample = ground.channels() == 1 ? i : i * 3 + c;
                double dim = DIMMED * (below[sample] & WHITE);
                double heat = COOL[c] + (HOT[c] - COOL[c]) * share;
                out[i * 3 + c] = (byte) Math.rint(dim * (1 - cover) + heat * cover);
            }
        }
        return new PlaneImage(width, height, 3, out);
    }
}
