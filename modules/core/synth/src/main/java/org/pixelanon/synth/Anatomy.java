package org.pixelanon.synth;

/** Soft shapes with gradients and a little noise, as in X-rays and sections. */
final class Anatomy implements Backdrop {

    /** What is shown. */
    enum Part {
        CHEST,
        SECTION,
        HEAD,
        VESSELS
    }

    private final Part part;
    private final int width;
    private final int height;
    private final Noise noise;
    private final double base;
    private final double slope;
    private final double shiftX;
    private final double shiftY;
    private final double grow;
    private final int border;
    private final double[] vessels;

    Anatomy(Part part, int width, int height, Chance chance) {
        this.part = part;
        this.width = width;
        this.height = height;
        this.noise = new Noise(chance.next());
        this.base = chance.oneIn(2) ? 0 : chance.between(20.0, 90.0);
        this.slope = chance.between(-40.0, 40.0);
        this.shiftX = chance.between(-0.04, 0.04);
        this.shiftY = chance.between(-0.04, 0.04);
        this.grow = chance.between(0.85, 1.1);
        this.border = chance.oneIn(2) ? 0 : chance.between(30, 70);
        this.vessels = part == Part.VESSELS ? vessels(chance) : new double[0];
    }

    @Override
    public String texture() {
        return "gradient";
    }

    @Override
    public double at(int frame, int x, int y) {
        double u = ((double) x / width - 0.5 - shiftX) / grow;
        double v = ((double) y / height - 0.5 - shiftY) / grow;
        return switch (part) {
            case CHEST -> chest(x, y, u, v);
            case SECTION -> section(x, y, u, v, frame);
            case HEAD -> head(x, y, u, v);
            case VESSELS -> angiogram(x, y, frame);
        };
    }

    private double chest(int x, int y, double u, double v) {
        if (x < border || y < border || x >= width - border || y >= height - border) {
            return 0;
        }
        double level = base > 0 ? base + slope * u : 0;
        double torso = Backdrop.soft(Backdrop.ellipse(u, v, 0, 0.12, 0.47, 0.62), 3);
        level += (150 - level) * torso;
        double ribs = StrictMath.sin((v + u * u * 1.4) * 55);
        for (int side = -1; side <= 1; side += 2) {
            double lung = Backdrop.soft(Backdrop.ellipse(u, v, side * 0.2, -0.02, 0.15, 0.3), 2.5);
            level -= lung * (92 - 14 * ribs);
        }
        level += 55 * Backdrop.soft(1 - u * u / 0.0016, 1) * torso;
        level += 40 * Backdrop.soft(Backdrop.ellipse(u, v, 0.07, 0.14, 0.15, 0.13), 2);
        level += 22 * (noise.smooth(x / 45.0 + 2, y / 45.0 + 2, 0) - 0.5) * torso;
        return level + 3 * noise.grain(x, y, 0);
    }

    private double section(int x, int y, double u, double v, int frame) {
        double inside = Backdrop.soft(Backdrop.ellipse(u, v, 0, 0, 0.43, 0.33), 12);
        if (inside == 0) {
            return 0;
        }
        double level = 60 + 60 * noise.smooth(x / 60.0 + 2, y / 60.0 + 2 + frame, 1);
        level += 70 * Backdrop.soft(Backdrop.ellipse(u, v, -0.16, -0.04, 0.17, 0.15), 4);
        level -= 50 * Backdrop.soft(Backdrop.ellipse(u, v, 0.12, -0.1, 0.09, 0.07), 6);
        level += 130 * Backdrop.soft(Backdrop.ellipse(u, v, 0, 0.19, 0.05, 0.06), 5);
        return inside * (level + 9 * noise.grain(x, y, frame + 1));
    }

    private double head(int x, int y, double u, double v) {
        double skin = Backdrop.soft(Backdrop.ellipse(u, v, 0, 0, 0.37, 0.43), 14);
        double skull = Backdrop.soft(Backdrop.ellipse(u, v, 0, 0, 0.34, 0.40), 14);
        double brain = Backdrop.soft(Backdrop.ellipse(u, v, 0, 0, 0.31, 0.37), 14);
        double folds = noise.smooth(x / 9.0 + 2, y / 9.0 + 2, 0);
        double level = 190 * (skin - skull) + brain * (85 + 55 * folds);
        for (int side = -1; side <= 1; side += 2) {
            level -= 95 * Backdrop.soft(Backdrop.ellipse(u, v, side * 0.05, -0.02, 0.035, 0.1), 4);
        }
        return level + 3.5 * Math.abs(noise.grain(x, y, 1));
    }

    private double angiogram(int x, int y, int frame) {
        double u = (x + 0.5) / width - 0.5;
        double v = (y + 0.5) / height - 0.5;
        if (u * u + v * v > 0.27) {
            return 0;
        }
        int sway = (int) (3 * StrictMath.sin(frame * 0.9));
        int from = Math.min(width - 1, Math.max(0, x + sway));
        double level = 150 + slope * u + 45 * noise.smooth(x / 90.0 + 2, y / 90.0 + 2, 0);
        return level * (1 - 0.62 * vessels[y * width + from]) + 5 * noise.grain(x, y, frame);
    }

    /** Branches that wander downwards and taper; 0 to 1, how much of a pixel is inside one. */
    private double[] vessels(Chance chance) {
        double[] map = new double[width * height];
        for (int branch = 0; branch < 7; branch++) {
            double x = width * chance.between(0.35, 0.65);
            double y = height * chance.between(0.05, 0.3);
            double heading = chance.between(0.2, 2.9);
            double radius = chance.between(3.0, 7.0);
            for (int step = 0; step < width && radius > 0.8; step++) {
                disc(map, x, y, radius);
                heading += chance.between(-0.14, 0.14);
                x += StrictMath.cos(heading) * 1.5;
                y += StrictMath.sin(heading) * 1.5;
                radius *= 0.994;
            }
        }
        return map;
    }

    private void disc(double[] map, double cx, double cy, double radius) {
        for (int y = (int) (cy - radius - 1); y <= cy + radius + 1; y++) {
            for (int x = (int) (cx - radius - 1); x <= cx + radius + 1; x++) {
                if (x >= 0 && y >= 0 && x < width && y < height) {
                    double dx = x - cx;
                    double dy = y - cy;
                    double edge = radius - Math.sqrt(dx * dx + dy * dy);
                    int at = y * width + x;
                    map[at] = Math.max(map[at], Math.min(1, Math.max(0, edge)));
                }
            }
        }
    }
}
