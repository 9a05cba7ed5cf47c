package org.pixelanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pixelanon.dicom.Unprocessed.Kind;

/**
 * What a file holds beside its planes. Immutable.
 *
 * @param other everything but what stands in the fragments of frames
 * @param extras what stands beside the codestreams of frames
 */
record NotProcessed(List<Unprocessed> other, List<FrameExtras.Extra> extras) {

    NotProcessed {
        other = List.copyOf(other);
        extras = List.copyOf(extras);
    }

    static NotProcessed find(DicomFile file) throws IOException {
        List<FrameExtras.Extra> extras = List.of();
        List<Unprocessed> other = OtherPixels.find(file);
        boolean readable = other.stream().noneMatch(u -> u.kind() == Kind.UNREADABLE_PIXELS);
        if (readable && file.image().isPresent()) {
            PixelSpans spans = file.pixels().spans();
            if (spans instanceof EncapsulatedPixels frames) {
                extras = FrameExtras.find(file.image().get(), file.transferSyntax(), frames);
            }
        }
        return new NotProcessed(other, extras);
    }

    /** The frames, 0-based, that carry something of a kind. */
    Set<Integer> framesWith(Kind kind) {
        Set<Integer> out = new TreeSet<>();
        for (FrameExtras.Extra extra : extras) {
            if (extra.what().kind() == kind) {
                out.add(extra.frame());
            }
        }
        return out;
    }

    /** What a copy still holds that is redacted at the given targets. */
    List<Unprocessed> leftBy(DicomFile file, RedactionTargets targets, RedactionPolicy policy)
            throws IOException {
        if (targets.isEmpty()) {
            return merge(other, extras);
        }
        RedactionForm form = RedactionForm.of(file, targets, policy);
        Set<Integer> touched = RedactionForm.areas(file, targets).keySet();
        List<FrameExtras.Extra> left = new ArrayList<>();
        for (FrameExtras.Extra extra : extras) {
            Kind kind = extra.what().kind();
            boolean edited = form.changesSyntax() || touched.contains(extra.frame());
            boolean removed =
                    kind == Kind.THUMBNAIL && targets.thumbnails().contains(extra.frame());
            if (!removed && !(edited && kind.goesWith(form))) {
                left.add(extra);
            }
        }
        return merge(other.stream().filter(u -> u.kind() != Kind.ICON).toList(), left);
    }

    /** One entry for each kind of thing beside codestreams, however many frames have it. */
    static List<Unprocessed> merge(List<Unprocessed> other, List<FrameExtras.Extra> extras) {
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
