package org.pixelanon.codec.jpeglossless;

import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.SampleRows;

/**
 * JPEG lossless with Huffman codes (DICOM PS3.5 A.4.2 and A.4.3, ISO 10918-1 process 14), 2 to 16
 * bit.
 */
public final class JpegLosslessCodec implements FrameEncoder {

    private final boolean firstOrder;

    /**
     * Creates the codec.
     *
     * @param firstOrder true for the transfer syntax that allows only predictor 1
     */
    public JpegLosslessCodec(boolean firstOrder) {
        this.firstOrder = firstOrder;
    }

    @Override
    public String name() {
        return firstOrder ? "JPEG Lossless SV1 (Process 14)" : "JPEG Lossless (Process 14)";
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        return new JpegLosslessDecoder(codestream, shape).decode();
    }

    @Override
    public byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like)
            throws CodecException {
        int used = SampleRows.usedBits(samples, shape, LosslessHeader.CODEC);
        LosslessLayout layout = LosslessLayout.of(shape, used, like);
        return new JpegLosslessEncoder(
                        samples, shape, firstOrder ? layout.withPredictor(1) : layout)
                .encode();
    }
}
