package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodecException;

/**
 * The coding parameters of a JPEG-LS scan (ISO 14495-1 C.2.4.1.1).
 *
 * @param highest the highest sample value, 1 to 65535
 * @param near by how much a decoded sample may differ, 0 for lossless
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset how often a context is used before its counters are halved
 */
record LsParameters(int highest, int near, int t1, int t2, int t3, int reset) {

    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int DEFAULT_RESET = 64;

    /** The default parameters. */
    static LsParameters standard(int highest, int near) {
        int[] t = new int[3];
        if (highest >= 128) {
            int factor = (Math.min(highest, 4095) + 128) / 256;
            t[0] = factor * (BASIC_T1 - 2) + 2 + 3 * near;
            t[1] = factor * (BASIC_T2 - 3) + 3 + 5 * near;
            t[2] = factor * (BASIC_T3 - 4) + 4 + 7 * near;
        } else {
            int factor = 256 / (highest + 1);
            t[0] = Math.max(2, BASIC_T1 / factor + 3 * near);
            t[1] = Math.max(3, BASIC_T2 / factor + 5 * near);
            t[2] = Math.max(4, BASIC_T3 / factor + 7 * near);
        }
        int t1 = within(t[0], near + 1, highest);
        int t2 = within(t[1], t1, highest);
        int t3 = within(t[2], t2, highest);
        return new LsParameters(highest, near, t1, t2, t3, DEFAULT_RESET);
    }

    private static int within(int value, int lowest, int highest) {
        return value > highest || value < lowest ? lowest : value;
    }

    /**
     * The parameters of a segment; 0 stands for the default.
     *
     * @param precision bits of a sample
     * @throws CodecException if they contradict each other
     */
    static LsParameters of(LsPreset preset, int precision, int near) throws CodecException {
        if (!isValid(preset, precision, near)) {
            throw new CodecException(LsHeader.CODEC + " coding parameters are damaged");
        }
        return stated(preset, precision, near);
    }

    /** Returns whether the parameters of a segment agree with each other (C.2.4.1.1). */
    static boolean isValid(LsPreset preset, int precision, int near) {
        LsParameters p = stated(preset, precision, near);
        return p.highest < 1 << precision
                && near <= Math.min(255, p.highest / 2)
                && p.t1 > near
                && p.t2 >= p.t1
                && p.t3 >= p.t2
                && p.t3 <= p.highest
                && p.reset >= 3
                && p.reset <= Math.max(255, p.highest);
    }

    private static LsParameters stated(LsPreset preset, int precision, int near) {
        int highest = preset.highest() == 0 ? (1 << precision) - 1 : preset.highest();
        LsParameters d = standard(highest, near);
        return new LsParameters(
                highest,
                near,
                preset.t1() == 0 ? d.t1 : preset.t1(),
                preset.t2() == 0 ? d.t2 : preset.t2(),
                preset.t3() == 0 ? d.t3 : preset.t3(),
                preset.reset() == 0 ? d.reset : preset.reset());
    }

    /** The segment that states all of them. */
    LsPreset toPreset() {
        return new LsPreset(highest, t1, t2, t3, reset);
    }

    /** The number of different errors. */
    int range() {
        return (highest + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of an error that is written verbatim. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Bits of the longest code. */
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(highest));
        return 2 * (bits + Math.max(8, bits));
    }
}
