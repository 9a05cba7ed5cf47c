package org.pixelanon.synth;

/** Noise as a pure function of seed and position. */
final class Noise {
    private static final int TABLE = 1024;
    private final long seed;
    private final double[] rayleigh = new double[TABLE];

    Noise(long seed) {
        this.seed = Chance.mix(seed);
        for (int i = 0; i < TABLE; i++) {
            // StrictMath: the same bits on every machine
            rayleigh[i] = StrictMath.sqrt(-2 * StrictMath.log((i + 0.5) / TABLE));
        }
    }

    private long hash(int x, int y, int z) {
        long key = x * 0x9E3779B1L ^ (long) y * 0x85EBCA77L << 17 ^ (long) z * 0xC2B2AE3DL << 33;
        return Chance.mix(seed ^ key);
    }

    /** -1 to 1, independent of its neighbours. */
    double grain(int x, int y, int z) {
        return (hash(x, y, z) >>> 11) * 0x1.0p-52 - 1;
    }

    /** 0 to 1, smooth, one bump per unit. */
    double smooth(double x, double y, int z) {
        int cellX = (int) Math.floor(x);
        int cellY = (int) Math.floor(y);
        double u = ease(x - cellX);
        double v = ease(y - cellY);
        double top = lerp(lattice(cellX, cellY, z), lattice(cellX + 1, cellY, z), u);
        double low = lerp(lattice(cellX, cellY + 1, z), lattice(cellX + 1, cellY + 1, z), u);
        return lerp(top, low, v);
    }

    /** Fully developed speckle: amplitude with mean 1.25 or so, correlated over about one unit. */
    double speckle(double x, double y, int z) {
        int cellX = (int) Math.floor(x);
        int cellY = (int) Math.floor(y);
        double u = x - cellX;
        double v = y - cellY;
        double top = lerp(amplitude(cellX, cellY, z), amplitude(cellX + 1, cellY, z), u);
        double low = lerp(amplitude(cellX, cellY + 1, z), amplitude(cellX + 1, cellY + 1, z), u);
        return lerp(top, low, v);
    }

    private double amplitude(int x, int y, int z) {
        return rayleigh[(int) (hash(x, y, z) >>> 54)];
    }

    private double lattice(int x, int y, int z) {
        return (hash(x, y, z) >>> 11) * 0x1.0p-53;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
