package org.pixelanon.codec.deflate;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.pixelanon.codec.base.CodecException;

/**
 * Deflated Image Frame Compression (DICOM PS3.5 A.4.12): the bytes of a native frame, deflated (RFC
 * 1951) one frame at a time.
 */
public final class DeflatedFrame {

    private DeflatedFrame() {}

    /**
     * Inflates a frame.
     *
     * @param codestream the bytes of the frame, its fragments joined; padding after them is skipped
     * @param length bytes of the native frame
     * @return the native frame
     * @throws CodecException if it is damaged or does not inflate to exactly the length
     */
    public static byte[] inflate(byte[] codestream, int length) throws CodecException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(codestream);
            // deflate expands at most 1032 times: a false length costs no memory
            byte[] out = new byte[(int) Math.min(length + 1L, 1032L * codestream.length + 1)];
            int done = 0;
            while (!inflater.finished() && done < out.length) {
                int count = inflater.inflate(out, done, out.length - done);
                if (count == 0 && !inflater.finished()) {
                    throw new CodecException("deflated frame ends early");
                }
                done += count;
            }
            if (done != length) {
                throw new CodecException(
                        "deflated frame does not hold the " + length + " bytes of a frame");
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new CodecException("deflated frame is damaged", e);
        } finally {
            inflater.end();
        }
    }

    /**
     * Deflates a frame.
     *
     * @param frame the native frame
     * @return the codestream, of even length
     */
    public static byte[] deflate(byte[] frame) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(frame);
            deflater.finish();
            byte[] out = new byte[Math.max(64, frame.length / 4)];
            int done = 0;
            while (!deflater.finished()) {
                if (done == out.length) {
                    out = Arrays.copyOf(out, Math.addExact(done, done));
                }
                done += deflater.deflate(out, done, out.length - done);
            }
            return Arrays.copyOf(out, done + (done & 1));
        } finally {
            deflater.end();
        }
    }
}
