package org.pixelanon.codec.base;

/**
 * Moves samples between rows of numbers and the little-endian cells of a native frame. A row holds
 * the components of one scan side by side. Stateless.
 */
public final class SampleRows {

    private SampleRows() {}

    /**
     * Puts the samples of one component of a row into a frame.
     *
     * @param row the numbers, of which every {@code step}th is taken
     * @param first index of the component's first number
     * @param step numbers from one pixel to the next
     * @param shape the frame's shape
     * @param y the row, 0-based
     * @param component the component in the frame, 0-based
     * @throws CodecException if a sample does not fit its cell
     */
    public static void put(
            int[] row, int first, int step, byte[] out, FrameShape shape, int y, int component)
            throws CodecException {
        int bytes = shape.sampleBytes();
        int stride = shape.samplesPerPixel() * bytes;
        int to = (y * shape.columns() * shape.samplesPerPixel() + component) * bytes;
        int end = to + shape.columns() * stride;
        int all = 0;
        if (bytes == 1) {
            for (int i = first; to < end; to += stride, i += step) {
                all |= row[i];
                out[to] = (byte) row[i];
            }
        } else {
            for (int i = first; to < end; to += stride, i += step) {
                all |= row[i];
                out[to] = (byte) row[i];
                out[to + 1] = (byte) (row[i] >> 8);
            }
        }
        if (bytes == 1 && (all & ~0xFF) != 0) {
            throw new CodecException("a sample does not fit the 8 bits allocated");
        }
    }

    /**
     * Takes the samples of one component of a row out of a frame; the parameters are those of
     * {@link #put}.
     */
    public static void take(
            byte[] in, FrameShape shape, int y, int component, int[] row, int first, int step) {
        int bytes = shape.sampleBytes();
        int stride = shape.samplesPerPixel() * bytes;
        int from = (y * shape.columns() * shape.samplesPerPixel() + component) * bytes;
        int end = from + shape.columns() * stride;
        if (bytes == 1) {
            for (int i = first; from < end; from += stride, i += step) {
                row[i] = in[from] & 0xFF;
            }
        } else {
            for (int i = first; from < end; from += stride, i += step) {
                row[i] = in[from] & 0xFF | (in[from + 1] & 0xFF) << 8;
            }
        }
    }

    /**
     * All bits that are set in any sample of a frame to be encoded.
     *
     * @throws CodecException if they are more than 16, or the frame has more rows or columns than
     *     codestreams of the JPEG family can state
     */
    public static int usedBits(byte[] samples, FrameShape shape, String codec)
            throws CodecException {
        if (samples.length != shape.bytes()) {
            throw new CodecException(
                    codec + ": " + samples.length + " bytes for a frame of " + shape.bytes());
        }
        if (shape.rows() > 0xFFFF || shape.columns() > 0xFFFF || shape.samplesPerPixel() > 0xFF) {
            throw new CodecException(codec + " cannot contain a frame of that size");
        }
        int bytes = shape.sampleBytes();
        int all = 0;
        int beyond = 0;
        for (int i = 0; i < samples.length; i += bytes) {
            all |= samples[i] & 0xFF;
            if (bytes > 1) {
                all |= (samples[i + 1] & 0xFF) << 8;
            }
            if (bytes > 2) {
                beyond |= samples[i + 2] | samples[i + 3];
            }
        }
        if (beyond != 0) {
            throw new CodecException(codec + " supports samples of at most 16 bits");
        }
        return all;
    }
}
