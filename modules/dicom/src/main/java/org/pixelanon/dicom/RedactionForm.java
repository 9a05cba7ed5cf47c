package org.pixelanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;

/** In which way the pixels of a file are edited. */
enum RedactionForm {
    /** Pixel Data stay as they are. */
    UNTOUCHED,
    /** Samples one behind the other. */
    NATIVE,
    /** Samples in fragments, frame by frame. */
    WRAPPED,
    /** Touched frames are decoded and encoded again in their own syntax. */
    REENCODED,
    /** Of touched frames the blocks of coefficients under a rectangle are blanked. */
    JPEG_BLOCKS,
    /** All frames are decoded and stay so. */
    DECOMPRESSED;

    /** The way for a file; fails if its transfer syntax cannot be edited. */
    static RedactionForm of(DicomFile file, RedactionTargets targets, RedactionPolicy policy)
            throws IOException {
        Optional<ImageDescription> image = file.image();
        if (image.isEmpty() || areas(file, targets, new long[3]).isEmpty()) {
            return UNTOUCHED;
        }
        Element data = file.attributes().element(image.get().pixelTag());
        TransferSyntax syntax = file.transferSyntax();
        if (data == null) {
            return UNTOUCHED;
        }
        if (syntax.uid().equals(UID.PrivateGEImplicitBigEndianPixels)) {
            throw refuse(file, syntax);
        }
        boolean samples = !syntax.encapsulated() || syntax.wrapsNative();
        if (samples) {
            PhotometricInterpretation p = image.get().photometric();
            if (p == PhotometricInterpretation.YBR_PARTIAL_420
                    || p.isSubsampled() && image.get().bitsAllocated() != 8
                    || syntax.deflated() && data.fragments() != null) {
                throw new DicomException(
                        file.path(), "redaction of " + p + " in " + syntax + " is not supported");
            }
            return data.fragments() == null ? NATIVE : WRAPPED;
        }
        if (image.get().codedBits() % 8 != 0) {
            throw new DicomException(
                    file.path(),
                    "redaction of "
                            + image.get().bitsAllocated()
                            + " bits allocated in transfer syntax "
                            + syntax
                            + " is not supported");
        }
        if (FrameCodecs.encoder(syntax.uid()).isPresent()) {
            return REENCODED;
        }
        if (FrameCodecs.isJpegDct(syntax.uid())) {
            return policy.decompress() ? DECOMPRESSED : JPEG_BLOCKS;
        }
        throw refuse(file, syntax);
    }

    private static DicomException refuse(DicomFile file, TransferSyntax syntax) {
        return new DicomException(
                file.path(), "redaction of transfer syntax " + syntax + " is not supported");
    }

    /** The areas to be filled in each touched frame: samples, and bits of overlays above them. */
    static SortedMap<Integer, List<RedactionFill.Area>> areas(
            DicomFile file, RedactionTargets targets, long[] words) throws DicomException {
        SortedMap<Integer, List<RedactionFill.Area>> out = new TreeMap<>();
        ImageDescription image = file.image().orElse(null);
        if (image == null) {
            return out;
        }
        for (Plane plane : targets.planes()) {
            long mask = RedactionValue.mask(image);
            long[] values = words;
            if (plane instanceof OverlayPlane overlay) {
                int bit = embeddedBit(file, overlay);
                if (bit < 0) {
                    continue;
                }
                mask = 1L << bit;
                values = new long[] {0};
            }
            for (PixelRectangle r : targets.on(plane)) {
                out.computeIfAbsent(plane.index(), i -> new ArrayList<>())
                        .add(new RedactionFill.Area(r, mask, values));
            }
        }
        return out;
    }

    /** The areas of the frames of one overlay with data of its own. */
    static SortedMap<Integer, List<RedactionFill.Area>> areas(
            OverlayDescription overlay, RedactionTargets targets) {
        SortedMap<Integer, List<RedactionFill.Area>> out = new TreeMap<>();
        for (int i = 0; i < overlay.frames(); i++) {
            for (PixelRectangle r : targets.on(new OverlayPlane(overlay.group(), i))) {
                out.computeIfAbsent(i, k -> new ArrayList<>())
                        .add(new RedactionFill.Area(r, 1, new long[] {0}));
            }
        }
        return out;
    }

    private static int embeddedBit(DicomFile file, OverlayPlane plane) throws DicomException {
        for (OverlayDescription o : file.overlays()) {
            if (o.group() == plane.group() && o.embedded()) {
                return o.bitPosition();
            }
        }
        return -1;
    }

    /** What samples mean in the copy. */
    static PhotometricInterpretation photometric(DicomFile file, RedactionForm form)
            throws IOException {
        ImageDescription image = file.image().orElseThrow();
        return form == DECOMPRESSED ? file.frame(0).photometric() : image.photometric();
    }
}
