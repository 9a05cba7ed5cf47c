package org.pixelanon.dicom.unprocessed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.pixel.EncapsulatedPixels;
import org.pixelanon.dicom.pixel.PixelSpans;
import org.pixelanon.dicom.pixel.Pixels;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/**
 * What a file contains besides its planes. Immutable.
 *
 * @param other everything but what stands in the fragments of frames
 * @param extras what stands beside the codestreams of frames
 */
public record NotProcessed(List<Unprocessed> other, List<FrameExtras.Extra> extras) {

    public NotProcessed {
        other = List.copyOf(other);
        extras = List.copyOf(extras);
    }

    /**
     * Looks through a file.
     *
     * @param pixels its frames and overlay planes; null if they cannot be read
     */
    public static NotProcessed find(DicomParser.Parsed file, @Nullable Pixels pixels)
            throws IOException {
        List<FrameExtras.Extra> extras = List.of();
        List<Unprocessed> other = UnprocessedPixels.find(file, pixels);
        boolean readable = other.stream().noneMatch(u -> u.kind() == Kind.UNREADABLE_PIXELS);
        if (readable && pixels != null && pixels.image().isPresent()) {
            PixelSpans spans = pixels.spans();
            if (spans instanceof EncapsulatedPixels frames) {
                extras = FrameExtras.find(pixels.image().get(), file.syntax(), frames);
            }
        }
        return new NotProcessed(other, extras);
    }

    /** The frames, 0-based, that carry something of a kind. */
    public Set<Integer> framesWith(Kind kind) {
        Set<Integer> out = new TreeSet<>();
        for (FrameExtras.Extra extra : extras) {
            if (extra.what().kind() == kind) {
                out.add(extra.frame());
            }
        }
        return out;
    }

    /** All of it: one entry for each kind of thing beside codestreams. */
    public List<Unprocessed> all() {
        return merge(other, extras);
    }

    /** One entry for each kind of thing beside codestreams, however many frames have it. */
    public static List<Unprocessed> merge(List<Unprocessed> other, List<FrameExtras.Extra> extras) {
        Map<Kind, Unprocessed> kinds = new EnumMap<>(Kind.class);
        for (FrameExtras.Extra extra : extras) {
            Unprocessed what = extra.what();
            kinds.merge(what.kind(), what, (a, b) -> !a.withholds() && b.withholds() ? b : a);
        }
        List<Unprocessed> out = new ArrayList<>(other);
        out.addAll(kinds.values());
        return out;
    }
}
