package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.jpeg.JpegThumbnails;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OrderedFrames;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;

/** Compares frames and overlay planes of a redacted copy with those of its original. */
final class PixelCheck {

    private final ExpectedChanges plan;
    private final DicomFile original;
    private final DicomFile copy;
    private final ProofTally tally;

    PixelCheck(ExpectedChanges plan, DicomFile copy, ProofTally tally) {
        this.plan = plan;
        this.original = plan.original();
        this.copy = copy;
        this.tally = tally;
    }

    /** What was found on one frame. */
    private record Result(boolean changed, RowComparison.Found found) {}

    /** What all frames of one file are compared by. */
    private record Frames(
            ImageDescription image,
            UnpackedFrames before,
            UnpackedFrames after,
            ExpectedWord fill,
            PhotometricInterpretation meaning) {}

    /**
     * Compares all planes.
     *
     * @param places where frames that changed lie in their fragments, if the copy was found to lie
     *     as it must and all others have been compared; null otherwise
     */
    void run(@Nullable List<List<Fragment>> places) throws IOException {
        Optional<ImageDescription> touched = plan.touchedImage();
        if (touched.isPresent()) {
            frames(touched.get(), places);
        } else if (original.image().isPresent()) {
            // Pixel Data was compared byte for byte with the other elements
            ImageDescription image = original.image().get();
            tally.framesIdentical(image.frames());
            tally.samples(0, image.pixels() * image.samplesPerPixel() * image.frames());
        }
        for (OverlayDescription o : plan.overlays()) {
            if (plan.isTouched(o)) {
                overlay(o);
            }
        }
    }

    private void frames(ImageDescription image, @Nullable List<List<Fragment>> places)
            throws IOException {
        Element from = plan.touchedPixels().orElseThrow();
        Element to = copy.attributes().element(image.pixelTag());
        boolean inFragments =
                plan.isTranscoded() ? plan.target().encapsulated() : from.fragments() != null;
        if (to == null || (to.fragments() != null) != inFragments) {
            tally.problem("the copy has no " + image.element() + " like the original");
            return;
        }
        if (!inFragments && to.available() < needed(from, image)) {
            tally.problem("changed length of " + Tag.toString(to.tag()));
            return;
        }
        UnpackedFrames before =
                new UnpackedFrames(original, image, original.transferSyntax(), from);
        PhotometricInterpretation meaning = before.meaning(0);
        ImageDescription written = written(image, plan.label(meaning));
        UnpackedFrames after =
                places == null
                        ? new UnpackedFrames(copy, written, plan.target(), to)
                        : new UnpackedFrames(copy, written, plan.target(), to, places);
        PhotometricInterpretation stored = plan.isTranscoded() ? meaning : image.photometric();
        ExpectedWord fill =
                new ExpectedWord(
                        original, before, image, stored, plan.target(), plan.embeddedMask());
        Frames frames = new Frames(image, before, after, fill, meaning);
        OrderedFrames.<Result>inOrder(
                image.frames(),
                image.pixels() * image.samplesPerPixel() * image.bitsAllocated() / 8,
                index -> frame(frames, index, places != null),
                (index, result) -> {
                    RowComparison.Found found = result.found();
                    tally.samples(found.inside(), found.outside());
                    tally.overlayBits(found.overlayBits());
                    found.tolerated().forEach(tally::tolerate);
                    if (!found.problem().isEmpty()) {
                        tally.problem("frame " + (index + 1) + ": " + found.problem());
                    } else if (result.changed()) {
                        tally.frameChanged();
                    } else {
                        tally.framesIdentical(1);
                    }
                });
    }

    /** Bytes that native frames of the copy take. */
    private long needed(Element from, ImageDescription image) {
        return plan.isTranscoded()
                ? image.pixels()
                        * image.samplesPerPixel()
                        * image.bitsAllocated()
                        / 8
                        * image.frames()
                : from.available();
    }

    /** What the frames of the copy are. */
    private ImageDescription written(ImageDescription i, PhotometricInterpretation label) {
        boolean planar = i.planarConfiguration() == 1;
        boolean coded = plan.isTranscoded() && plan.target().encapsulated();
        return new ImageDescription(
                i.rows(),
                i.columns(),
                i.frames(),
                i.samplesPerPixel(),
                i.bitsAllocated(),
                i.bitsStored(),
                i.highBit(),
                i.signed(),
                label,
                planar && !coded ? 1 : 0,
                i.pixelTag());
    }

    private Result frame(Frames frames, int index, boolean laidOut) throws IOException {
        List<PixelRectangle> rectangles = plan.onFrame(index);
        List<ExpectedChanges.Bits> overlays = plan.overlayBits(index);
        if (plan.losesThumbnailsOnly(index)) {
            byte[] after = frames.after().joined(index);
            byte[] expected = JpegThumbnails.removed(frames.before().joined(index));
            return Arrays.equals(expected, after) && !JpegThumbnails.isIn(after)
                    ? new Result(true, untouched(frames.image(), true).found())
                    : problem("more than its thumbnails changed");
        }
        if (!plan.isTouched(index) && !plan.isTranscoded()) {
            Optional<Boolean> same = sameBytes(frames, index, laidOut);
            if (same.isPresent()) {
                return untouched(frames.image(), same.get());
            }
        }
        if (!plan.isTranscoded() && FrameCodecs.isJpegDct(plan.target().uid())) {
            long bits = overlays.stream().mapToLong(ExpectedChanges.Bits::mask).sum();
            RowComparison.Found found =
                    new CoefficientCheck(frames.image(), frames.fill())
                            .compare(
                                    frames.before().joined(index),
                                    frames.after().joined(index),
                                    frames.after().meaning(index),
                                    rectangles,
                                    bits);
            return new Result(true, found);
        }
        FrameWords a = frames.before().words(index);
        FrameWords b = frames.after().words(index);
        if (plan.isTranscoded()) {
            a = a.cropped(frames.image().columns());
        }
        boolean alike =
                a.bytes().length == b.bytes().length
                        && a.unit() == b.unit()
                        && frames.after().meaning(index) == frames.meaning();
        if (!alike) {
            return problem("decodes to another shape");
        }
        boolean behind =
                plan.isTranscoded()
                        || Arrays.equals(
                                frames.before().behind(index), frames.after().behind(index));
        if (!behind) {
            return problem("bytes after its samples changed");
        }
        return new Result(
                plan.isTouched(index) || plan.isTranscoded(),
                rows(frames, a, b, rectangles, overlays));
    }

    private RowComparison.Found rows(
            Frames frames,
            FrameWords a,
            FrameWords b,
            List<PixelRectangle> rectangles,
            List<ExpectedChanges.Bits> overlays) {
        int columns = frames.image().columns();
        List<PixelRectangle> wide =
                a.columns() == columns
                        ? rectangles
                        : rectangles.stream().map(r -> padded(r, columns)).toList();
        // the decoder of JPEG 2000 makes signs of its own above signed samples
        boolean made =
                frames.image().signed() && plan.target().uid().startsWith(UID.JPEG2000_FAMILY);
        return new RowComparison(
                        a,
                        b,
                        wide,
                        overlays,
                        frames.fill().words(a),
                        plan.embeddedMask(),
                        made ? frames.fill().above() : 0,
                        frames.image().highBit())
                .compare();
    }

    /** The pixel that pads a row is blank if the last one is. */
    private static PixelRectangle padded(PixelRectangle r, int columns) {
        return r.right() < columns
                ? r
                : PixelRectangle.ofEdges(r.x(), r.y(), columns + 1, r.bottom());
    }

    private static Result problem(String text) {
        return new Result(false, new RowComparison.Found(0, 0, 0, Set.of(), text));
    }

    private static Result untouched(ImageDescription image, boolean same) {
        long samples = image.pixels() * image.samplesPerPixel();
        return same
                ? new Result(false, new RowComparison.Found(0, samples, 0, Set.of(), ""))
                : problem("bytes changed, but none should have");
    }

    /** Tells of a frame that has bytes of its own whether they are the same. */
    private Optional<Boolean> sameBytes(Frames frames, int index, boolean laidOut)
            throws IOException {
        if (frames.before().inFragments()) {
            return Optional.of(
                    laidOut
                            || Arrays.equals(
                                    frames.before().joined(index), frames.after().joined(index)));
        }
        FrameWords.Native a = frames.before().inElement();
        FrameWords.Native b = frames.after().inElement();
        if (a.bits() % (a.swapped() ? 16 : 8) != 0) {
            return Optional.empty();
        }
        long from = index * a.bits() / 8;
        long to = from + a.bits() / 8;
        return Optional.of(
                a.available() == b.available()
                        && ByteSource.same(
                                a.source(),
                                a.value() + from,
                                a.value() + to,
                                b.source(),
                                b.value() + from,
                                b.value() + to));
    }

    /** Bits of an overlay run on across rows and frames, the first in the lowest bit of a byte. */
    private void overlay(OverlayDescription o) throws IOException {
        int tag = Tag.of(o.group(), Tag.OVERLAY_DATA);
        Element from = original.attributes().element(tag);
        Element to = copy.attributes().element(tag);
        if (from == null || to == null || from.available() != to.available()) {
            tally.problem("changed length of " + Tag.toString(tag));
            return;
        }
        boolean swapped = from.bigEndian() && from.vr() == VR.OW;
        long bits = Math.min(o.pixels() * o.frames(), from.available() * 8);
        for (int f = 0; f < o.frames(); f++) {
            long first = f * o.pixels();
            long at = first / 16 * 2;
            long end = Math.min(from.available(), (first + o.pixels() + 15) / 16 * 2);
            byte[] a = original.source().read(from.value() + at, (int) (end - at));
            byte[] b = copy.source().read(to.value() + at, (int) (end - at));
            if (!overlayFrame(o, f, a, b, at * 8, bits, swapped)) {
                return;
            }
        }
    }

    private boolean overlayFrame(
            OverlayDescription o,
            int frame,
            byte[] a,
            byte[] b,
            long begin,
            long end,
            boolean swapped) {
        OverlayPlane plane = new OverlayPlane(o.group(), frame);
        List<PixelRectangle> rectangles = plan.targets().on(plane);
        long leaked = 0;
        long changed = 0;
        long bit = frame * o.pixels();
        for (int y = 0; y < o.rows(); y++) {
            for (int x = 0; x < o.columns() && bit < end; x++, bit++) {
                int column = x;
                int row = y;
                int at = (int) ((bit - begin) / 8);
                at = swapped && (at ^ 1) < a.length ? at ^ 1 : at;
                int was = a[at] >> bit % 8 & 1;
                int is = b[at] >> bit % 8 & 1;
                boolean in = rectangles.stream().anyMatch(r -> r.contains(column, row));
                tally.overlayBits(in && is == 0 ? 1 : 0);
                leaked += in && is != 0 ? 1 : 0;
                changed += !in && is != was ? 1 : 0;
            }
        }
        if (leaked > 0 || changed > 0) {
            tally.problem(
                    plane + ": " + leaked + " bits not cleared, " + changed + " bits changed");
        }
        return leaked == 0 && changed == 0;
    }
}
