package org.pixelanon.codec.jpegls;

import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.SampleRows;

/**
 * JPEG-LS (DICOM PS3.5 A.4.3, ISO 14495-1), 2 to 16 bit; decodes lossless and near-lossless frames,
 * encodes losslessly.
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
        int used = SampleRows.usedBits(samples, shape, LsHeader.CODEC);
        return new JpegLsEncoder(samples, shape, LsLayout.of(shape, used, like)).encode();
    }
}
