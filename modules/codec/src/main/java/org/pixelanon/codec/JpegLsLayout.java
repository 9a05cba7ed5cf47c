package org.pixelanon.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a codestream of JPEG-LS is laid out.
 *
 * @param precision bits of a sample
 * @param ids the name of each component
 * @param interleave 0 for one scan per component, 1 line by line, 2 sample by sample
 * @param preset coding parameters
 * @param extras small application segments and comments, whole
 */
record JpegLsLayout(
        int precision, int[] ids, int interleave, JpegLsPreset preset, List<byte[]> extras) {

    private static final int LEAST_PRECISION = 2;
    private static final int MOST_INTERLEAVED = 4;

    /**
     * The layout for samples.
     *
     * @param used all bits that are set in any sample
     * @param like the codestream whose layout is to be kept, null for none
     * @throws CodecException if it is damaged
     */
    static JpegLsLayout of(FrameShape shape, int used, byte @Nullable [] like)
            throws CodecException {
        int needed = Math.max(LEAST_PRECISION, 32 - Integer.numberOfLeadingZeros(used));
        if (like != null) {
            return read(like).holding(used, needed);
        }
        int[] ids = new int[shape.samplesPerPixel()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1;
        }
        boolean one = ids.length == 1 || ids.length > MOST_INTERLEAVED;
        return new JpegLsLayout(
                Math.max(needed, Math.min(16, shape.precision())),
                ids,
                one ? JpegLsScan.BY_COMPONENT : JpegLsScan.BY_LINE,
                JpegLsPreset.NONE,
                List.of());
    }

    private static JpegLsLayout read(byte[] like) throws CodecException {
        JpegSegments segments = new JpegSegments(like, JpegLsHeader.CODEC);
        List<byte[]> extras = new ArrayList<>();
        JpegLsPreset preset = JpegLsPreset.NONE;
        JpegLsHeader header = null;
        int marker = segments.next();
        while (marker != JpegSegments.START_OF_SCAN || header == null) {
            if (segments.isStartOfFrame()) {
                header = JpegLsHeader.of(segments, marker);
            } else if (marker == JpegLsPreset.MARKER) {
                preset = JpegLsPreset.of(segments);
            } else if (segments.isSmallExtra()) {
                extras.add(segments.bytes());
            }
            marker = segments.next();
        }
        JpegLsScan scan = JpegLsScan.of(segments, header);
        boolean whole = scan.components().length == header.ids().length;
        return new JpegLsLayout(
                header.precision(),
                header.ids(),
                whole ? scan.interleave() : JpegLsScan.BY_COMPONENT,
                preset,
                extras);
    }

    /** The layout with as many bits as samples need, and with its preset if that is still right. */
    private JpegLsLayout holding(int used, int needed) {
        int bits = Math.max(precision, needed);
        return new JpegLsLayout(
                bits, ids, interleave, isFit(bits, used) ? preset : JpegLsPreset.NONE, extras);
    }

    private boolean isFit(int bits, int used) {
        return preset.isLossless(bits) && (preset.highest() == 0 || used <= preset.highest());
    }

    /** The components of each scan. */
    List<int[]> scans() {
        List<int[]> out = new ArrayList<>();
        int[] all = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            all[i] = i;
            out.add(new int[] {i});
        }
        return interleave == JpegLsScan.BY_COMPONENT ? out : List.of(all);
    }
}
