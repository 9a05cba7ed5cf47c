package org.pixelanon.codec;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.jpeg.JpegDctCodec;
import org.pixelanon.codec.jpeg2000.Jpeg2000Codec;
import org.pixelanon.codec.jpeglossless.JpegLosslessCodec;
import org.pixelanon.codec.jpegls.JpegLsCodec;
import org.pixelanon.codec.rle.RleCodec;

/**
 * The table of codecs by transfer syntax UID (DICOM PS3.6 annex A); plug-ins of the JDK are not
 * used.
 */
public final class FrameCodecs {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final FrameCodec HIGH_THROUGHPUT =
            new Jpeg2000Codec("High-Throughput JPEG 2000");
    private static final Map<String, FrameCodec> TABLE =
            Map.ofEntries(
                    entry(RLE, new RleCodec()),
                    entry(JPEG + "50", new JpegDctCodec("JPEG Baseline (Process 1)")),
                    entry(JPEG + "51", new JpegDctCodec("JPEG Extended (Process 2 and 4)")),
                    entry(
                            JPEG + "53",
                            new JpegDctCodec("JPEG Spectral Selection (Process 6 and 8)")),
                    entry(
                            JPEG + "55",
                            new JpegDctCodec("JPEG Full Progression (Process 10 and 12)")),
                    entry(JPEG + "57", new JpegLosslessCodec(false)),
                    entry(JPEG + "70", new JpegLosslessCodec(true)),
                    entry(JPEG + "80", new JpegLsCodec()),
                    entry(JPEG + "81", new JpegLsCodec()),
                    entry(JPEG + "90", new Jpeg2000Codec.Encoder("JPEG 2000 Lossless")),
                    entry(JPEG + "91", new Jpeg2000Codec.Encoder("JPEG 2000")),
                    entry(JPEG + "201", HIGH_THROUGHPUT),
                    entry(JPEG + "202", HIGH_THROUGHPUT),
                    entry(JPEG + "203", HIGH_THROUGHPUT));

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
     * Returns whether frames of a transfer syntax are JPEG by discrete cosine transform, which
     * {@link JpegEditor} edits.
     *
     * @param transferSyntaxUid the UID
     * @return true for JPEG baseline, extended and progressive
     */
    public static boolean isJpegDct(String transferSyntaxUid) {
        return TABLE.get(transferSyntaxUid) instanceof JpegDctCodec;
    }

    /**
     * The encoder of a transfer syntax.
     *
     * @param transferSyntaxUid the UID
     * @return the encoder; empty if frames of that syntax cannot be encoded losslessly
     */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return of(transferSyntaxUid)
                .filter(FrameEncoder.class::isInstance)
                .map(FrameEncoder.class::cast);
    }
}
