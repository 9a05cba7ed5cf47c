package org.pixelanon.codec;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * Our own table of codecs by transfer syntax UID (DICOM PS3.6 annex A); plug-ins of the JDK have no
 * say in it.
 */
public final class FrameCodecs {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
    private static final String JPEG_2000_LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final String HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201";
    private static final String HTJ2K_LOSSLESS_RPCL = "1.2.840.10008.1.2.4.202";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.203";

    private static final FrameCodec HIGH_THROUGHPUT =
            new Jpeg2000Codec("High-Throughput JPEG 2000");
    private static final Map<String, FrameCodec> TABLE =
            Map.ofEntries(
                    entry(RLE, new RleCodec()),
                    entry(JPEG_BASELINE, new JpegBaselineCodec()),
                    entry(JPEG_2000_LOSSLESS, new Jpeg2000Codec.Encoder("JPEG 2000 Lossless")),
                    entry(JPEG_2000, new Jpeg2000Codec.Encoder("JPEG 2000")),
                    entry(HTJ2K_LOSSLESS, HIGH_THROUGHPUT),
                    entry(HTJ2K_LOSSLESS_RPCL, HIGH_THROUGHPUT),
                    entry(HTJ2K, HIGH_THROUGHPUT));

    private FrameCodecs() {}

    /**
     * The codec of a transfer syntax.
     *
     * @param transferSyntaxUid the UID
     * @return the codec; empty if frames of that syntax are native or cannot be decoded here
     */
    public static Optional<FrameCodec> of(String transferSyntaxUid) {
        return Optional.ofNullable(TABLE.get(transferSyntaxUid));
    }

    /**
     * The encoder of a transfer syntax.
     *
     * @param transferSyntaxUid the UID
     * @return the encoder; empty if frames of that syntax cannot be encoded without loss here
     */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return of(transferSyntaxUid)
                .filter(FrameEncoder.class::isInstance)
                .map(FrameEncoder.class::cast);
    }
}
