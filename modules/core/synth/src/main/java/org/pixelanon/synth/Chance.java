package org.pixelanon.synth;

import java.util.List;

/**
 * A stream of random numbers that depends only on its seed (the SplitMix64 of Steele et al., 2014).
 */
public final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private long state;

    /**
     * A stream.
     *
     * @param seed any number
     */
    public Chance(long seed) {
        state = seed;
    }

    /**
     * Mixes a number, so that neighbours give unrelated seeds.
     *
     * @param value any number
     * @return a different one for each
     */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next number of the stream. */
    public long next() {
        state += STEP;
        return mix(state);
    }

    /** 0 inclusive to bound exclusive. */
    public int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Both ends inclusive. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** 0 inclusive to 1 exclusive. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Low inclusive to high exclusive. */
    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** True once in n times. */
    public boolean oneIn(int n) {
        return below(n) == 0;
    }

    /** A random element of a list. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** A random one of several values. */
    @SafeVarargs
    public final <T> T of(T... values) {
        return values[below(values.length)];
    }

    /** A number of random digits, the first not 0. */
    public String digits(int n) {
        StringBuilder text = new StringBuilder(n);
        text.append((char) ('1' + below(9)));
        while (text.length() < n) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }
}
