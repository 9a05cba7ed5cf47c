package org.pixelanon.codec.jpeglossless;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The layout of a JPEG lossless codestream.
 *
 * @param precision bits of a sample
 * @param ids the name of each component
 * @param interleaved true if one scan contains all components
 * @param predictor 1 to 7
 * @param shift the point transform: low bits that are omitted
 * @param extras small application segments and comments, whole
 */
record LosslessLayout(
        int precision,
        int[] ids,
        boolean interleaved,
        int predictor,
        int shift,
        List<byte[]> extras) {

    private static final int LEAST_PRECISION = 2;
    private static final int MOST_INTERLEAVED = 4;

    /**
     * The layout for samples.
     *
     * @param used all bits that are set in any sample
     * @param like the codestream whose layout to keep, or null
     * @throws CodecException if it is damaged
     */
    static LosslessLayout of(FrameShape shape, int used, byte @Nullable [] like)
            throws CodecException {
        int needed = Math.max(LEAST_PRECISION, 32 - Integer.numberOfLeadingZeros(used));
        if (like != null) {
            return read(like).holding(used, needed);
        }
        int[] ids = new int[shape.samplesPerPixel()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1;
        }
        int precision = Math.max(needed, Math.min(16, shape.precision()));
        return new LosslessLayout(precision, ids, ids.length <= MOST_INTERLEAVED, 1, 0, List.of());
    }

    private static LosslessLayout read(byte[] like) throws CodecException {
        MarkerSegments segments = new MarkerSegments(like, LosslessHeader.CODEC);
        List<byte[]> extras = new ArrayList<>();
        LosslessHeader header = null;
        int marker = segments.next();
        while (marker != MarkerSegments.START_OF_SCAN || header == null) {
            if (segments.isStartOfFrame()) {
                header = LosslessHeader.of(segments, marker);
            } else if (segments.isSmallExtra()) {
                extras.add(segments.bytes());
            }
            marker = segments.next();
        }
        int count = header.scanned(segments).length;
        return new LosslessLayout(
                header.precision(),
                header.ids(),
                count == header.ids().length,
                segments.int8(1 + 2 * count),
                segments.int8(3 + 2 * count) & 15,
                extras);
    }

    /** The layout with as many more bits as samples need. */
    private LosslessLayout holding(int used, int needed) {
        int kept = (used & (1 << shift) - 1) == 0 ? shift : 0;
        return new LosslessLayout(
                Math.max(precision, needed), ids, interleaved, predictor, kept, extras);
    }

    /** The components of each scan. */
    List<int[]> scans() {
        List<int[]> out = new ArrayList<>();
        int[] all = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            all[i] = i;
            out.add(new int[] {i});
        }
        return interleaved ? List.of(all) : out;
    }

    /** The same layout with another predictor. */
    LosslessLayout withPredictor(int other) {
        return new LosslessLayout(precision, ids, interleaved, other, shift, extras);
    }
}
