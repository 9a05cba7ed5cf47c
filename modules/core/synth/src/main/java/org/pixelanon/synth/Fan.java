package org.pixelanon.synth;

import org.pixelanon.model.PixelRectangle;

/** An ultrasound sector with speckle that moves from frame to frame, on black. */
final class Fan implements Backdrop {
    private final int width;
    private final float[] distance;
    private final float[] angle;
    private final Noise noise;
    private final double apexX;
    private final double apexY;
    private final double near;
    private final double far;
    private final double half;
    private final double cystX;
    private final double cystY;
    private final double cyst;

    Fan(int width, int height, Chance chance) {
        this.width = width;
        this.noise = new Noise(chance.next());
        this.near = height * chance.between(0.03, 0.3);
        this.half = chance.between(0.5, 0.72);
        this.apexX = width * chance.between(0.46, 0.54);
        double top = height * chance.between(0.04, 0.14);
        this.apexY = top - near * StrictMath.cos(half);
        this.far = height * chance.between(0.88, 0.95) - apexY;
        this.cystX = apexX + width * chance.between(-0.12, 0.12);
        this.cystY = height * chance.between(0.4, 0.7);
        this.cyst = height * chance.between(0.06, 0.14);
        this.distance = new float[width * height];
        this.angle = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - apexX;
                double dy = y - apexY;
                distance[y * width + x] = (float) Math.sqrt(dx * dx + dy * dy);
                angle[y * width + x] = (float) StrictMath.atan2(dx, dy);
            }
        }
    }

    @Override
    public String texture() {
        return "speckle";
    }

    @Override
    public double at(int frame, int x, int y) {
        float r = distance[y * width + x];
        float a = angle[y * width + x];
        if (r < near || r > far || a < -half || a > half) {
            return 0;
        }
        double drift = 0.31 * frame;
        double tissue = noise.smooth(x / 70.0 + 9, y / 40.0 + 9 + drift / 10, 0);
        double layer = noise.smooth(x / 160.0 + 9, y / 14.0 + 9 + drift / 6, 1);
        double gain = 18 + 62 * tissue + 26 * layer * layer;
        gain *= 1 - 0.8 * Backdrop.soft(Backdrop.ellipse(x, y, cystX, cystY, cyst * 1.4, cyst), 6);
        double grain = noise.speckle(r / 2.2 + 64 + drift, (a + 2) * far / 5 + 0.17 * frame, 2);
        return Math.min(150, gain * grain * 0.75);
    }

    /** The smallest rectangle that holds the sector, clipped to the image. */
    PixelRectangle bounds(int height) {
        double side = far * StrictMath.sin(half);
        return PixelRectangle.ofEdges(
                (int) Math.max(0, apexX - side),
                (int) Math.max(0, apexY + near * StrictMath.cos(half)),
                (int) Math.min(width, apexX + side + 1),
                (int) Math.min(height, apexY + far + 1));
    }
}
