package org.pixelanon.dicom.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;

/**
 * What must have changed in a file: which planes and frames, and the transfer syntax of the copy.
 * Computed from the original and the request, independently of what wrote the copy. Immutable.
 */
final class ExpectedChanges {

    private final DicomFile original;
    private final RedactionTargets targets;
    private final RedactionPolicy policy;
    private final List<OverlayDescription> overlays;
    private final @Nullable ImageDescription image;

    ExpectedChanges(DicomFile original, RedactionTargets targets, RedactionPolicy policy)
            throws DicomException {
        this.original = original;
        this.targets = targets;
        this.policy = policy;
        this.overlays = original.overlays();
        this.image = original.image().orElse(null);
    }

    /** Bits of the words of a frame that were to be cleared in a rectangle. */
    record Bits(PixelRectangle rectangle, long mask) {}

    DicomFile original() {
        return original;
    }

    RedactionTargets targets() {
        return targets;
    }

    RedactionPolicy policy() {
        return policy;
    }

    List<OverlayDescription> overlays() {
        return overlays;
    }

    /** The image, if any word of Pixel Data was to be changed. */
    Optional<ImageDescription> touchedImage() {
        boolean touched =
                targets.planes().stream()
                        .anyMatch(p -> p instanceof FramePlane || embeddedBit(p) >= 0);
        return touched || !targets.thumbnails().isEmpty()
                ? Optional.ofNullable(image)
                : Optional.empty();
    }

    /** The element that holds the frames, if any word of it was to be changed. */
    Optional<Element> touchedPixels() {
        return touchedImage()
                .flatMap(i -> Optional.ofNullable(original.attributes().element(i.pixelTag())));
    }

    /** The rectangles on a frame itself. */
    List<PixelRectangle> onFrame(int index) {
        return targets.on(new FramePlane(index));
    }

    /** The bits of overlays in the words of a frame that were to be cleared. */
    List<Bits> overlayBits(int index) {
        List<Bits> out = new ArrayList<>();
        for (OverlayDescription o : overlays) {
            if (o.embedded()) {
                for (PixelRectangle r : targets.on(new OverlayPlane(o.group(), index))) {
                    out.add(new Bits(r, 1L << o.bitPosition()));
                }
            }
        }
        return out;
    }

    /** The bits of the words of a frame that are overlays. */
    long embeddedMask() {
        long mask = 0;
        for (OverlayDescription o : overlays) {
            mask |= o.embedded() ? 1L << o.bitPosition() : 0;
        }
        return mask;
    }

    /** Returns whether any word of a frame was to be changed. */
    boolean isTouched(int index) {
        return !onFrame(index).isEmpty() || !overlayBits(index).isEmpty();
    }

    /** Returns whether nothing of a frame was to be changed but that its thumbnails go. */
    boolean losesThumbnailsOnly(int index) {
        return targets.thumbnails().contains(index) && !isTouched(index) && !isTranscoded();
    }

    /** Returns whether the data of an overlay were to be changed. */
    boolean isTouched(OverlayDescription overlay) {
        return !overlay.embedded()
                && targets.planes().stream()
                        .anyMatch(p -> p instanceof OverlayPlane o && o.group() == overlay.group());
    }

    private int embeddedBit(Plane plane) {
        for (OverlayDescription o : overlays) {
            if (o.embedded() && plane instanceof OverlayPlane p && p.group() == o.group()) {
                return o.bitPosition();
            }
        }
        return -1;
    }

    /**
     * The transfer syntax of the copy: that of the original unless words of Pixel Data change and
     * another one is asked for. High-throughput JPEG 2000 cannot be written and becomes JPEG 2000
     * Lossless.
     */
    TransferSyntax target() {
        TransferSyntax own = original.transferSyntax();
        if (touchedImage().isEmpty()) {
            return own;
        }
        if (!policy.transferSyntax().isEmpty()) {
            return TransferSyntax.of(policy.transferSyntax());
        }
        return isHighThroughput() ? TransferSyntax.of(UID.JPEG2000Lossless) : own;
    }

    private boolean isHighThroughput() {
        return original.transferSyntax().uid().startsWith(UID.HTJ2K_FAMILY);
    }

    /** Returns whether all frames are in another transfer syntax than those of the original. */
    boolean isTranscoded() {
        return !target().equals(original.transferSyntax());
    }

    /** Returns whether codestreams of the copy are made like those of the original. */
    boolean isLike() {
        String own = original.transferSyntax().uid();
        return !isTranscoded()
                || target().uid().startsWith(UID.JPEG2000_FAMILY)
                        && (own.startsWith(UID.JPEG2000_FAMILY) || isHighThroughput());
    }

    /**
     * What the copy says that its samples mean.
     *
     * @param decoded what those of the first frame of the original mean once decoded
     */
    PhotometricInterpretation label(PhotometricInterpretation decoded) {
        PhotometricInterpretation stated = Objects.requireNonNull(image, "no image").photometric();
        if (!isTranscoded()) {
            return stated;
        }
        boolean transformed =
                stated == PhotometricInterpretation.YBR_RCT
                        || stated == PhotometricInterpretation.YBR_ICT;
        return transformed && isLike() ? PhotometricInterpretation.YBR_RCT : decoded;
    }
}
