package org.pixelanon.synth.face;

/** The letters of {@link PixelFace} in round dots with gaps between them. */
final class DotFace implements Face {
    private static final int COLUMNS = 6;
    private static final int ROWS = 9;

    private final PixelFace letters = new PixelFace(1);
    private final int pitch;
    private final int columnPitch;
    private final double dot;

    /** Capitals are 7 * pitch pixels high; columns may be further apart than rows. */
    DotFace(int pitch, int columnPitch, double dot) {
        if (pitch < 2 || columnPitch < pitch) {
            throw new IllegalArgumentException("pitch " + pitch + ", of columns " + columnPitch);
        }
        this.pitch = pitch;
        this.columnPitch = columnPitch;
        this.dot = dot;
    }

    @Override
    public String spell(String text) {
        return letters.spell(text);
    }

    @Override
    public boolean draws(String text) {
        return letters.draws(text);
    }

    @Override
    public Mask draw(String text) {
        boolean[] bits = PixelFace.bits(text);
        int columns = text.length() * COLUMNS;
        int width = columns * columnPitch;
        int[] ink = new int[width * ROWS * pitch];
        int[] one = dot();
        for (int i = 0; i < bits.length; i++) {
            if (bits[i]) {
                int left = i % columns * columnPitch;
                int top = i / columns * pitch;
                for (int at = 0; at < one.length; at++) {
                    ink[(top + at / pitch) * width + left + at % pitch] = one[at];
                }
            }
        }
        return Mask.of(width, ROWS * pitch, ink);
    }

    private int[] dot() {
        int[] one = new int[pitch * pitch];
        double radius = pitch * dot / 2;
        for (int i = 0; i < one.length; i++) {
            double dx = i % pitch + 0.5 - pitch / 2.0;
            double dy = i / pitch + 0.5 - pitch / 2.0;
            double cover = radius + 0.5 - StrictMath.sqrt(dx * dx + dy * dy);
            one[i] = (int) (255 * Math.min(1, Math.max(0, cover)));
        }
        return one;
    }
}
