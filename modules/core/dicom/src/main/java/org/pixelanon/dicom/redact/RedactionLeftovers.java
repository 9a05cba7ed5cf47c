package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.unprocessed.FrameExtras;
import org.pixelanon.dicom.unprocessed.NotProcessed;

/** What a redacted copy contains besides its planes. */
public final class RedactionLeftovers {

    private RedactionLeftovers() {}

    /**
     * What of {@link DicomFile#notProcessed()} a copy still holds that is redacted at the given
     * targets: with any target the icon of the file is removed, and what a frame carries beside its
     * picture goes when it is edited.
     *
     * @param file the original
     * @param targets resolved for this file
     * @param policy tells in which syntax the copy is
     * @return what it is and whether the file needs review because of it
     * @throws IOException if the file cannot be read or cannot be redacted there
     */
    public static List<Unprocessed> of(
            DicomFile file, RedactionTargets targets, RedactionPolicy policy) throws IOException {
        NotProcessed beside = file.beside();
        if (targets.isEmpty()) {
            return beside.all();
        }
        PixelEdit form = PixelEdit.of(file, targets, policy);
        Set<Integer> touched = PixelEdit.areas(file, targets).keySet();
        List<FrameExtras.Extra> left = new ArrayList<>();
        for (FrameExtras.Extra extra : beside.extras()) {
            Unprocessed.Kind kind = extra.what().kind();
            boolean edited = form.changesSyntax() || touched.contains(extra.frame());
            boolean removed =
                    kind == Unprocessed.Kind.THUMBNAIL
                            && targets.thumbnails().contains(extra.frame());
            if (!removed && !(edited && goesWith(kind, form))) {
                left.add(extra);
            }
        }
        List<Unprocessed> other =
                beside.other().stream().filter(u -> u.kind() != Unprocessed.Kind.ICON).toList();
        return NotProcessed.merge(other, left);
    }

    /** Returns whether a frame that is edited in some way no longer has it. */
    private static boolean goesWith(Unprocessed.Kind kind, PixelEdit form) {
        return switch (kind) {
            case BEFORE_CODESTREAM, BEHIND_CODESTREAM, THUMBNAIL ->
                    form.changesSyntax()
                            || form == PixelEdit.REENCODED
                            || form == PixelEdit.JPEG_BLOCKS;
            case APPLICATION_SEGMENT, COMMENT ->
                    form.changesSyntax() || form == PixelEdit.REENCODED;
            default -> false;
        };
    }
}
