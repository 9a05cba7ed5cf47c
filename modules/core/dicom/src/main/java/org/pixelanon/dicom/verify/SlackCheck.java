package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;

/**
 * Examines the bytes of a redacted copy that decode to nothing: padding, ends of segments, unused
 * places of headers. Comparing samples never sees them, so something could hide there.
 */
final class SlackCheck {

    private final ExpectedChanges plan;
    private final DicomFile original;
    private final DicomFile copy;
    private final List<List<Fragment>> places;
    private final ProofTally tally;

    SlackCheck(
            ExpectedChanges plan, DicomFile copy, List<List<Fragment>> places, ProofTally tally) {
        this.places = places;
        this.plan = plan;
        this.original = plan.original();
        this.copy = copy;
        this.tally = tally;
    }

    void run() throws IOException {
        if (copy.transferSyntax().deflated()) {
            deflated();
        }
        for (OverlayDescription o : plan.overlays()) {
            int tag = Tag.of(o.group(), Tag.OVERLAY_DATA);
            Element a = original.attributes().element(tag);
            Element b = copy.attributes().element(tag);
            if (plan.isTouched(o) && a != null && b != null) {
                tail(a, b, o.pixels() * o.frames(), a.bigEndian() && a.vr() == VR.OW);
            }
        }
        Optional<ImageDescription> touched = plan.touchedImage();
        if (touched.isEmpty()) {
            return;
        }
        ImageDescription image = touched.get();
        Element a = plan.touchedPixels().orElseThrow();
        Element b = copy.attributes().element(image.pixelTag());
        if (b == null) {
            return;
        }
        UnpackedFrames before = new UnpackedFrames(original, image, original.transferSyntax(), a);
        if (a.fragments() == null && b.fragments() == null) {
            FrameWords.Native frames = before.inElement();
            tail(a, b, frames.bits() * image.frames(), frames.swapped());
        } else if (b.fragments() != null) {
            fragments(before, new UnpackedFrames(copy, image, plan.target(), b, places), image);
        }
    }

    /** What stands behind the last bit of a packed value; bytes may be swapped in pairs. */
    private void tail(Element a, Element b, long bits, boolean swapped) throws IOException {
        long length = a.available();
        boolean same = length == b.available();
        long even = Math.min(length, bits / 8 & ~1L);
        long mixed = Math.min(length, even + 4);
        byte[] x = original.source().read(a.value() + even, (int) (mixed - even));
        byte[] y = same ? copy.source().read(b.value() + even, (int) (mixed - even)) : x;
        for (int i = 0; i < x.length; i++) {
            int at = swapped && (i ^ 1) < x.length ? i ^ 1 : i;
            long first = (even + i) * 8;
            long used = Math.max(0, Math.min(8, bits - first));
            int slack = 0xFF << used & 0xFF;
            same &= ((x[at] ^ y[at]) & slack) == 0;
        }
        same =
                same
                        && ByteSource.same(
                                original.source(),
                                a.value() + mixed,
                                a.value() + length,
                                copy.source(),
                                b.value() + mixed,
                                b.value() + length);
        if (!same) {
            tally.problem("bytes after the last frame of " + Tag.toString(a.tag()) + " changed");
        }
    }

    private void fragments(UnpackedFrames before, UnpackedFrames after, ImageDescription image)
            throws IOException {
        Optional<FrameEncoder> codec = FrameCodecs.encoder(plan.target().uid());
        for (int i = 0; i < image.frames(); i++) {
            if (!plan.isTranscoded() && !plan.isTouched(i)) {
                continue;
            }
            byte[] coded = after.joined(i);
            boolean exact =
                    codec.isPresent()
                            ? isExact(
                                    codec.get(), coded, plan.isLike() ? before.joined(i) : null, i)
                            : !plan.target().deflatesFrames() || endsWithFrame(coded);
            if (!exact) {
                tally.problem("frame " + (i + 1) + ": its codestream contains more than the frame");
            }
        }
    }

    /** Returns whether a codestream is what encoding its samples makes, and not a byte more. */
    private boolean isExact(FrameEncoder codec, byte[] coded, byte @Nullable [] like, int frame)
            throws IOException {
        FrameShape shape = shape();
        try {
            return Arrays.equals(coded, codec.encode(codec.decode(coded, shape), shape, like));
        } catch (CodecException e) {
            throw new DicomException(
                    copy.path(), "frame " + (frame + 1) + ": " + e.getMessage(), e);
        }
    }

    /** With overlays, or anything else, beside the samples all bits of words are re-encoded. */
    private FrameShape shape() throws IOException {
        FrameShape own = original.image().orElseThrow().shape();
        boolean more = plan.isTranscoded() && !original.undescribedBits().isEmpty();
        return plan.embeddedMask() == 0 && !more
                ? own
                : new FrameShape(
                        own.rows(), own.columns(), own.samplesPerPixel(), own.bitsAllocated());
    }

    /**
     * Returns whether nothing but a zero byte, to an even length, stands behind a deflated frame.
     */
    private static boolean endsWithFrame(byte[] coded) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(coded);
            byte[] out = new byte[1 << 16];
            while (!inflater.finished()) {
                if (inflater.inflate(out) == 0 && !inflater.finished()) {
                    return false;
                }
            }
            int left = inflater.getRemaining();
            return left == 0 || left == 1 && coded[coded.length - 1] == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** Behind a deflated data set stands at most one zero byte, to an even length (PS3.5 A.5). */
    private void deflated() throws IOException {
        ByteSource file = copy.parsed().fileSource();
        long start = copy.parsed().dataSetStart();
        Inflater inflater = new Inflater(true);
        try {
            byte[] out = new byte[1 << 16];
            long at = start;
            while (!inflater.finished()) {
                if (inflater.inflate(out) == 0 && inflater.needsInput()) {
                    int n = (int) Math.min(1 << 16, file.size() - at);
                    if (n == 0) {
                        break;
                    }
                    inflater.setInput(file.read(at, n));
                    at += n;
                }
            }
            long end = start + inflater.getBytesRead();
            if (file.size() - end > 1 || !file.isZero(end, file.size() - end)) {
                tally.problem("bytes after the deflated data set");
            }
        } catch (DataFormatException e) {
            tally.problem("the deflated data set is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
