package org.pixelanon.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The layout of a JPEG-LS codestream.
 *
 * @param precision bits of a sample
 * @param ids the name of each component
 * @param interleave 0 for one scan per component, 1 line by line, 2 sample by sample
 * @param preset coding parameters
 * @param extras small application segments and comments, whole
 */
record LsLayout(int precision, int[] ids, int interleave, LsPreset preset, List<byte[]> extras) {

    private static final int LEAST_PRECISION = 2;
    private static final int MOST_INTERLEAVED = 4;

    /**
     * The layout for samples.
     *
     * @param used all bits that are set in any sample
     * @param like the codestream whose layout to keep, or null
     * @throws CodecException if it is damaged
     */
    static LsLayout of(FrameShape shape, int used, byte @Nullable [] like) throws CodecException {
        int needed = Math.max(LEAST_PRECISION, 32 - Integer.numberOfLeadingZeros(used));
        if (like != null) {
            return read(like).holding(used, needed);
        }
        int[] ids = new int[shape.samplesPerPixel()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1;
        }
        boolean one = ids.length == 1 || ids.length > MOST_INTERLEAVED;
        return new LsLayout(
                Math.max(needed, Math.min(16, shape.precision())),
                ids,
                one ? LsScan.BY_COMPONENT : LsScan.BY_LINE,
                LsPreset.NONE,
                List.of());
    }

    private static LsLayout read(byte[] like) throws CodecException {
        MarkerSegments segments = new MarkerSegments(like, LsHeader.CODEC);
        List<byte[]> extras = new ArrayList<>();
        LsPreset preset = LsPreset.NONE;
        LsHeader header = null;
        int marker = segments.next();
        while (marker != MarkerSegments.START_OF_SCAN || header == null) {
            if (segments.isStartOfFrame()) {
                header = LsHeader.of(segments, marker);
            } else if (marker == LsPreset.MARKER) {
                preset = LsPreset.of(segments);
            } else if (segments.isSmallExtra()) {
                extras.add(segments.bytes());
            }
            marker = segments.next();
        }
        LsScan scan = LsScan.of(segments, header);
        boolean whole = scan.components().length == header.ids().length;
        return new LsLayout(
                header.precision(),
                header.ids(),
                whole ? scan.interleave() : LsScan.BY_COMPONENT,
                preset,
                extras);
    }

    /** The layout with as many bits as samples need, and with its preset if that is still valid. */
    private LsLayout holding(int used, int needed) {
        int bits = Math.max(precision, needed);
        return new LsLayout(
                bits, ids, interleave, isFit(bits, used) ? preset : LsPreset.NONE, extras);
    }

    private boolean isFit(int bits, int used) {
        return LsParameters.isValid(preset, bits, 0)
                && (preset.highest() == 0 || used <= preset.highest());
    }

    /** The components of each scan. */
    List<int[]> scans() {
        List<int[]> out = new ArrayList<>();
        int[] all = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            all[i] = i;
            out.add(new int[] {i});
        }
        return interleave == LsScan.BY_COMPONENT ? out : List.of(all);
    }
}
