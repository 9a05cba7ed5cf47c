package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.pixel.UndescribedBits;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;

/** How the pixels of a file are edited. */
enum PixelEdit {
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
    /** All frames are decoded and encoded without loss in another syntax. */
    TRANSCODED,
    /** All frames are decoded and stay so. */
    DECOMPRESSED;

    /** The way for a file; fails if its transfer syntax cannot be edited. */
    static PixelEdit of(DicomFile file, RedactionTargets targets, RedactionPolicy policy)
            throws IOException {
        Optional<ImageDescription> image = file.image();
        boolean blanked = image.isPresent() && !areas(file, targets).isEmpty();
        if (image.isEmpty() || !blanked && targets.thumbnails().isEmpty()) {
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
        if (!target(file, policy).equals(syntax)) {
            return transcoding(file, image.get(), target(file, policy));
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
        boolean bytes = // samples of RLE and of the discrete cosine transform are
                syntax.uid().equals(UID.RLELossless) || FrameCodecs.isJpegDct(syntax.uid());
        boolean cut = image.get().bitsAllocated() == 1 && bytes;
        if (cut || image.get().codedBits() % 8 != 0) {
            throw new DicomException(
                    file.path(),
                    "redaction of "
                            + image.get().bitsAllocated()
                            + " bits allocated in transfer syntax "
                            + syntax
                            + " is not supported");
        }
        if (FrameCodecs.isJpegDct(syntax.uid())) {
            return JPEG_BLOCKS;
        }
        if (FrameCodecs.encoder(syntax.uid()).isEmpty()) {
            throw refuse(file, syntax);
        }
        if (blanked && syntax.isLossy() && policy.lossy() == RedactionPolicy.LossyPolicy.REFUSE) {
            throw new DicomException(
                    file.path(), "frames in " + syntax + " would be re-encoded: refused by policy");
        }
        return REENCODED;
    }

    /**
     * The transfer syntax of the copy of a file whose pixels are redacted: the one that is asked
     * for; else its own, or JPEG 2000 Lossless for high-throughput JPEG 2000, which is only decoded
     * here.
     */
    static TransferSyntax target(DicomFile file, RedactionPolicy policy) {
        String own = file.transferSyntax().uid();
        if (!policy.transferSyntax().isEmpty()) {
            return TransferSyntax.of(policy.transferSyntax());
        }
        boolean decodedOnly =
                FrameCodecs.of(own).isPresent()
                        && FrameCodecs.encoder(own).isEmpty()
                        && !FrameCodecs.isJpegDct(own);
        return TransferSyntax.of(decodedOnly ? UID.JPEG2000Lossless : own);
    }

    /** Only the pixels change their syntax: the elements must be explicit and little endian. */
    private static PixelEdit transcoding(
            DicomFile file, ImageDescription image, TransferSyntax target) throws DicomException {
        TransferSyntax syntax = file.transferSyntax();
        boolean plain = syntax.encapsulated() || syntax.uid().equals(UID.ExplicitVRLittleEndian);
        boolean decompressed = target.uid().equals(UID.ExplicitVRLittleEndian);
        boolean encoded = FrameCodecs.encoder(target.uid()).isPresent();
        boolean single =
                image.bitsAllocated() == 1 && !target.uid().startsWith(UID.JPEG2000_FAMILY);
        boolean bits = single || image.codedBits() % 8 != 0;
        boolean stated = file.fileMeta().contains(Tag.TransferSyntaxUID);
        if (!stated || !plain || !decompressed && !encoded || bits || image.floating()) {
            throw new DicomException(
                    file.path(),
                    image.bitsAllocated()
                            + " bits allocated cannot be converted from "
                            + syntax
                            + " to "
                            + target);
        }
        return decompressed ? DECOMPRESSED : TRANSCODED;
    }

    /** Returns whether all frames are decoded and written in another syntax. */
    boolean changesSyntax() {
        return this == TRANSCODED || this == DECOMPRESSED;
    }

    private static DicomException refuse(DicomFile file, TransferSyntax syntax) {
        return new DicomException(
                file.path(), "redaction of transfer syntax " + syntax + " is not supported");
    }

    /** The word of each sample of a pixel inside the rectangles of a frame. */
    interface Words {
        long[] in(int frame) throws IOException;
    }

    /**
     * What displays black in each frame, as it is written in a syntax: with the sign of signed
     * samples repeated above them where the frame does that.
     *
     * @param photometric what the samples mean as they are stored in the copy
     */
    static Words words(DicomFile file, PhotometricInterpretation photometric, TransferSyntax target)
            throws IOException {
        long[] words = BlackValue.words(file, file.image().orElseThrow(), photometric);
        UndescribedBits undescribed = file.pixels().undescribed();
        if (!undescribed.signed() || undescribed.above() == 0) {
            return frame -> words;
        }
        boolean whole = UndescribedBits.holdsWords(target);
        long[] withSign = undescribed.withSign(words);
        return frame ->
                undescribed.signGoesOn(file.pixels().wordBits(frame), whole) ? withSign : words;
    }

    /**
     * The areas to be filled in each touched frame: whole words but for the bits of overlays, and
     * bits of overlays. What is written into frames is still to be said.
     */
    static SortedMap<Integer, List<RectangleFill.Area>> areas(
            DicomFile file, RedactionTargets targets) throws DicomException {
        SortedMap<Integer, List<RectangleFill.Area>> out = new TreeMap<>();
        if (file.image().isEmpty()) {
            return out;
        }
        for (Plane plane : targets.planes()) {
            int bit = plane instanceof OverlayPlane overlay ? embeddedBit(file, overlay) : 0;
            if (bit < 0) {
                continue;
            }
            boolean frame = plane instanceof FramePlane;
            long whole = file.pixels().undescribed().whole();
            for (PixelRectangle r : targets.on(plane)) {
                out.computeIfAbsent(plane.index(), i -> new ArrayList<>())
                        .add(
                                frame
                                        ? new RectangleFill.Area(r, whole, new long[0], false)
                                        : RectangleFill.Area.ofOverlay(r, 1L << bit));
            }
        }
        return out;
    }

    /** The areas of the frames of one overlay with data of its own. */
    static SortedMap<Integer, List<RectangleFill.Area>> areas(
            OverlayDescription overlay, RedactionTargets targets) {
        SortedMap<Integer, List<RectangleFill.Area>> out = new TreeMap<>();
        for (int i = 0; i < overlay.frames(); i++) {
            for (PixelRectangle r : targets.on(new OverlayPlane(overlay.group(), i))) {
                out.computeIfAbsent(i, k -> new ArrayList<>())
                        .add(RectangleFill.Area.ofOverlay(r, 1));
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

    /** What samples mean where they are edited. */
    static PhotometricInterpretation photometric(DicomFile file, PixelEdit form)
            throws IOException {
        ImageDescription image = file.image().orElseThrow();
        return form.changesSyntax() ? file.frame(0).photometric() : image.photometric();
    }

    /** What the copy says that its samples mean. */
    static PhotometricInterpretation label(DicomFile file, TransferSyntax target)
            throws IOException {
        PhotometricInterpretation stated = file.image().orElseThrow().photometric();
        if (target.equals(file.transferSyntax())) {
            return stated;
        }
        boolean transformed =
                stated == PhotometricInterpretation.YBR_RCT
                        || stated == PhotometricInterpretation.YBR_ICT;
        return transformed && isLike(file, target)
                ? PhotometricInterpretation.YBR_RCT
                : file.frame(0).photometric();
    }

    /** Returns whether new codestreams can be made like the old ones: JPEG 2000 of both kinds. */
    static boolean isLike(DicomFile file, TransferSyntax target) {
        String own = file.transferSyntax().uid();
        return target.uid().startsWith(UID.JPEG2000_FAMILY)
                && (own.startsWith(UID.JPEG2000_FAMILY) || own.startsWith(UID.HTJ2K_FAMILY));
    }

    /**
     * The shape in which frames are encoded: with overlays or anything else beside the samples all
     * bits count.
     *
     * @param again whether no codestream says how many bits its samples have
     */
    static FrameShape shape(DicomFile file, boolean anew) throws IOException {
        FrameShape own = file.image().orElseThrow().shape();
        boolean more =
                file.overlays().stream().anyMatch(OverlayDescription::embedded)
                        || anew && file.pixels().bitsUndescribed() != 0;
        return more
                ? new FrameShape(
                        own.rows(), own.columns(), own.samplesPerPixel(), own.bitsAllocated())
                : own;
    }
}
