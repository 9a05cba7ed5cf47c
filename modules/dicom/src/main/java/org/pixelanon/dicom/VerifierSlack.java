package org.pixelanon.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pixelanon.codec.CodecException;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.FrameEncoder;
import org.pixelanon.codec.FrameShape;
import org.pixelanon.dicom.Fragments.Fragment;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;

/**
 * Looks at the bytes of a redacted copy that decode to nothing: padding, ends of segments, unused
 * places of headers. Comparing samples never sees them, so something could hide there.
 */
final class VerifierSlack {

    /** Bytes of a sequence delimiter. */
    private static final int DELIMITER = 8;

    private final DicomFile original;
    private final DicomFile copy;
    private final RedactionTargets targets;
    private final VerifierTally tally;

    VerifierSlack(
            DicomFile original, DicomFile copy, RedactionTargets targets, VerifierTally tally) {
        this.original = original;
        this.copy = copy;
        this.targets = targets;
        this.tally = tally;
    }

    void run() throws IOException {
        if (copy.transferSyntax().deflated()) {
            deflated();
        }
        for (OverlayDescription o : original.overlays()) {
            int tag = Tag.of(o.group(), Tag.OVERLAY_DATA);
            Element a = original.attributes().element(tag);
            Element b = copy.attributes().element(tag);
            if (!o.embedded() && a != null && b != null) {
                tail(a, b, o.pixels() * o.frames(), Overlays.isSwapped(a));
            }
        }
        Optional<ImageDescription> described = original.image();
        if (described.isEmpty() || !VerifierPixels.touchesSamples(original, targets)) {
            return;
        }
        ImageDescription image = described.get();
        Element a = original.attributes().element(image.pixelTag());
        Element b = copy.attributes().element(image.pixelTag());
        if (a == null || b == null) {
            return;
        }
        if (copy.pixels().spans() instanceof NativePixels pixels) {
            long bits = pixels.bitsPerFrame() * image.frames();
            if (a.fragments() == null) {
                tail(a, b, bits, pixels.swapped());
            } else if (!copy.source()
                    .isZero(b.value() + (bits + 7) / 8, b.available() - (bits + 7) / 8)) {
                tally.problem("the padding of Pixel Data is not zero");
            }
        } else {
            fragments(a, b, image);
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
            tally.problem("bytes behind the last frame of " + Tag.toString(a.tag()) + " changed");
        }
    }

    private void fragments(Element a, Element b, ImageDescription image) throws IOException {
        boolean transcoded = !copy.transferSyntax().equals(original.transferSyntax());
        EncapsulatedPixels after = (EncapsulatedPixels) copy.pixels().spans();
        List<Fragment> to = after.fragments().fragments();
        long end = to.get(to.size() - 1).end();
        if (transcoded) {
            if (b.end() - end != DELIMITER) {
                tally.problem("Pixel Data ends with more than a delimiter");
            }
        } else {
            EncapsulatedPixels before = (EncapsulatedPixels) original.pixels().spans();
            List<Fragment> from = before.fragments().fragments();
            long oldEnd = from.get(from.size() - 1).end();
            if (!ByteSource.same(original.source(), oldEnd, a.end(), copy.source(), end, b.end())) {
                tally.problem("the end of Pixel Data changed");
            }
        }
        Optional<FrameEncoder> codec = FrameCodecs.encoder(copy.transferSyntax().uid());
        for (int i = 0; codec.isPresent() && i < image.frames(); i++) {
            if ((transcoded || touched(i)) && !isExact(codec.get(), after, i, transcoded)) {
                tally.problem("frame " + (i + 1) + ": its codestream holds more than the frame");
            }
        }
    }

    /** Tells whether a codestream is what encoding its samples makes, and not a byte more. */
    private boolean isExact(FrameEncoder codec, EncapsulatedPixels after, int frame, boolean anew)
            throws IOException {
        FrameShape shape = RedactionForm.shape(original, anew);
        byte[] coded = after.frameBytes(frame);
        boolean own = !anew || RedactionForm.isLike(original, copy.transferSyntax());
        byte[] like = own ? original.pixels().spans().frameBytes(frame) : null;
        try {
            return Arrays.equals(coded, codec.encode(codec.decode(coded, shape), shape, like));
        } catch (CodecException e) {
            throw new DicomException(
                    copy.path(), "frame " + (frame + 1) + ": " + e.getMessage(), e);
        }
    }

    private boolean touched(int frame) throws DicomException {
        if (!targets.on(new FramePlane(frame)).isEmpty()) {
            return true;
        }
        for (OverlayDescription o : original.overlays()) {
            if (o.embedded() && !targets.on(new OverlayPlane(o.group(), frame)).isEmpty()) {
                return true;
            }
        }
        return false;
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
                tally.problem("bytes behind the deflated data set");
            }
        } catch (DataFormatException e) {
            tally.problem("the deflated data set is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
