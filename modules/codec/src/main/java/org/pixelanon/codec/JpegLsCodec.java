package org.pixelanon.codec;

import org.jspecify.annotations.Nullable;

/**
 * JPEG-LS (DICOM PS3.5 A.4.3, ISO 14495-1), 2 to 16 bit; decodes lossless and near-lossless frames,
 * encodes without loss.
 */
public final class JpegLsCodec implements FrameEncoder {

    @Override
    public String name() {
        return "JPEG-LS";
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        return new JpegLsDecoder(codestream, shape).decode();
    }

    @Override
    public byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like)
            throws CodecException {
        int used = SampleRows.usedBits(samples, shape, JpegLsHeader.CODEC);
        return new JpegLsEncoder(samples, shape, JpegLsLayout.of(shape, used, like)).encode();
    }
}
