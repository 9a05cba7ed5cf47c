package org.pixelanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.dicom.Fragments.Fragment;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;

/** Compares frames and overlay planes of a redacted copy with those of its original. */
final class VerifierPixels {

    private final DicomFile original;
    private final DicomFile copy;
    private final RedactionTargets targets;
    private final boolean transcoded;
    private final VerifierTally tally;

    VerifierPixels(
            DicomFile original,
            DicomFile copy,
            RedactionTargets targets,
            boolean transcoded,
            VerifierTally tally) {
        this.original = original;
        this.copy = copy;
        this.targets = targets;
        this.transcoded = transcoded;
        this.tally = tally;
    }

    /** What was found on one frame. */
    private record Result(
            boolean touched, long inside, long outside, long overlayBits, String problem) {}

    /** Tells whether any word of Pixel Data was to be changed. */
    static boolean touchesSamples(DicomFile file, RedactionTargets targets) throws DicomException {
        for (Plane plane : targets.planes()) {
            if (plane instanceof FramePlane) {
                return true;
            }
            for (OverlayDescription o : file.overlays()) {
                if (o.embedded() && plane instanceof OverlayPlane p && p.group() == o.group()) {
                    return true;
                }
            }
        }
        return false;
    }

    void run() throws IOException {
        Optional<ImageDescription> image = original.image();
        if (image.isPresent() && touchesSamples(original, targets)) {
            frames(image.get());
        } else if (image.isPresent()) {
            // Pixel Data was compared byte for byte with the other elements
            tally.framesIdentical(image.get().frames());
            tally.samples(
                    0, image.get().pixels() * image.get().samplesPerPixel() * image.get().frames());
        }
        if (!original.planes().equals(copy.planes())) {
            tally.problem("the planes of the file changed");
            return;
        }
        for (OverlayDescription o : original.overlays()) {
            if (!o.embedded()) {
                overlay(o);
            }
        }
    }

    private void frames(ImageDescription image) throws IOException {
        Optional<ImageDescription> written = copy.image();
        if (written.isEmpty() || !sameShape(image, written.get())) {
            tally.problem("the image description changed");
            return;
        }
        PhotometricInterpretation meaning =
                transcoded ? original.frame(0).photometric() : image.photometric();
        if (written.get().photometric() != RedactionForm.label(original, copy.transferSyntax())) {
            tally.problem("the Photometric Interpretation does not fit the samples");
            return;
        }
        RedactionForm.Words black = RedactionForm.words(original, meaning, copy.transferSyntax());
        RedactionFrames.<Result>inOrder(
                image.frames(),
                image.pixels() * image.samplesPerPixel() * image.bitsAllocated() / 8,
                index -> frame(image, index, black),
                (index, result) -> {
                    tally.samples(result.inside(), result.outside());
                    tally.overlayBits(result.overlayBits());
                    if (!result.problem().isEmpty()) {
                        tally.problem("frame " + (index + 1) + ": " + result.problem());
                    } else if (result.touched() || transcoded) {
                        tally.frameChanged();
                    } else {
                        tally.framesIdentical(1);
                    }
                });
        offsetTable(image);
        tail(image);
    }

    private boolean sameShape(ImageDescription a, ImageDescription b) {
        return a.rows() == b.rows()
                && a.columns() == b.columns()
                && a.frames() == b.frames()
                && a.samplesPerPixel() == b.samplesPerPixel()
                && a.bitsAllocated() == b.bitsAllocated()
                && a.bitsStored() == b.bitsStored()
                && a.highBit() == b.highBit()
                && a.signed() == b.signed()
                && a.pixelTag() == b.pixelTag()
                && (a.planarConfiguration() == b.planarConfiguration()
                        || transcoded
                                && copy.transferSyntax().encapsulated()
                                && b.planarConfiguration() == 0);
    }

    /** A bit of the words that was to be cleared in a rectangle. */
    private record Bits(PixelRectangle rectangle, long mask) {}

    private Result frame(ImageDescription image, int index, RedactionForm.Words black)
            throws IOException {
        List<PixelRectangle> rectangles = targets.on(new FramePlane(index));
        List<Bits> overlays = new ArrayList<>();
        for (OverlayDescription o : original.overlays()) {
            if (o.embedded()) {
                for (PixelRectangle r : targets.on(new OverlayPlane(o.group(), index))) {
                    overlays.add(new Bits(r, 1L << o.bitPosition()));
                }
            }
        }
        long samples = image.pixels() * image.samplesPerPixel();
        boolean touched = !rectangles.isEmpty() || !overlays.isEmpty();
        boolean aligned = image.bitsAllocated() % 8 == 0;
        if (!touched && !transcoded && aligned) {
            boolean same =
                    Arrays.equals(
                            original.pixels().spans().frameBytes(index),
                            copy.pixels().spans().frameBytes(index));
            return new Result(
                    false, 0, same ? samples : 0, 0, same ? "" : "bytes changed, none was to");
        }
        if (!transcoded && FrameCodecs.isJpegDct(original.transferSyntax().uid())) {
            long bits = overlays.stream().mapToLong(Bits::mask).reduce(0, (x, y) -> x | y);
            VerifierJpeg.Found found =
                    new VerifierJpeg(original, copy, image).compare(index, rectangles, bits);
            return new Result(true, found.inside(), found.outside(), 0, found.problem());
        }
        UndescribedBits free = original.pixels().undescribed();
        Frame a = original.frame(index);
        Frame b = copy.frame(index);
        if (a.length() != b.length() || a.photometric() != b.photometric()) {
            return new Result(touched, 0, 0, 0, "decodes to another shape");
        }
        // above signed samples the decoder of JPEG 2000 makes signs, whatever was there before
        boolean made = copy.transferSyntax().uid().startsWith(UID.JPEG2000_FAMILY) && free.signed();
        boolean held = original.pixels().holdsUndescribed(index, a);
        held |= copy.pixels().holdsUndescribed(index, b);
        long counted = made && !held ? ~free.above() : -1L;
        long[] fill = black.in(index);
        return new Rows(a, b, rectangles, overlays, free.whole(), fill, counted).compare(touched);
    }

    /** Compares two decoded frames row by row. */
    private static final class Rows {
        private final Frame a;
        private final Frame b;
        private final List<PixelRectangle> rectangles;
        private final List<Bits> overlays;
        private final long mask;
        private final long counted;
        private final long[] black;
        private final boolean plain;
        private final byte[] blackRow;
        private long inside;
        private long outside;
        private long cleared;
        private long leaked;
        private long changed;

        Rows(
                Frame a,
                Frame b,
                List<PixelRectangle> rectangles,
                List<Bits> overlays,
                long mask,
                long[] black,
                long counted) {
            this.counted = counted;
            this.a = a;
            this.b = b;
            this.rectangles = rectangles;
            this.overlays = overlays;
            this.mask = mask;
            this.black = black;
            this.plain = overlays.isEmpty() && a.isPlainBytes() && b.isPlainBytes();
            this.blackRow = new byte[plain ? a.columns() * a.samplesPerPixel() : 0];
            for (int i = 0; i < blackRow.length; i++) {
                blackRow[i] = (byte) black[i % a.samplesPerPixel()];
            }
        }

        Result compare(boolean touched) {
            for (int y = 0; y < a.rows(); y++) {
                int row = y;
                boolean hit =
                        rectangles.stream().anyMatch(r -> row >= r.y() && row < r.bottom())
                                || overlays.stream()
                                        .map(Bits::rectangle)
                                        .anyMatch(r -> row >= r.y() && row < r.bottom());
                if (hit && plain) {
                    bytes(y);
                } else if (hit) {
                    pixels(y);
                } else {
                    untouched(y);
                }
            }
            String problem = "";
            if (leaked > 0) {
                problem = leaked + " samples inside a rectangle do not have the redaction value";
            }
            if (changed > 0) {
                problem += (problem.isEmpty() ? "" : ", ") + changed + " samples changed outside";
            }
            return new Result(touched, inside, outside, cleared, problem);
        }

        private void untouched(int y) {
            int n = a.columns() * a.samplesPerPixel();
            int from = y * n;
            if (a.isPlainBytes()
                    && b.isPlainBytes()
                    && Arrays.equals(
                            a.byteWords(), from, from + n, b.byteWords(), from, from + n)) {
                outside += n;
                return;
            }
            for (int i = from; i < from + n; i++) {
                if (((a.bits(i) ^ b.bits(i)) & counted) == 0) {
                    outside++;
                } else {
                    changed++;
                }
            }
        }

        /** A row of whole bytes, stretch by stretch between the edges of rectangles. */
        private void bytes(int y) {
            int x = 0;
            while (x < a.columns()) {
                int insideEnd = x;
                int outsideEnd = a.columns();
                for (PixelRectangle r : rectangles) {
                    if (r.contains(x, y)) {
                        insideEnd = Math.max(insideEnd, r.right());
                    } else if (y >= r.y() && y < r.bottom() && r.x() > x) {
                        outsideEnd = Math.min(outsideEnd, r.x());
                    }
                }
                boolean in = insideEnd > x;
                int end = in ? insideEnd : outsideEnd;
                stretch(y, x, end, in);
                x = end;
            }
        }

        private void stretch(int y, int fromColumn, int toColumn, boolean in) {
            int n = a.samplesPerPixel();
            int from = (y * a.columns() + fromColumn) * n;
            int to = (y * a.columns() + toColumn) * n;
            byte[] expected = in ? blackRow : a.byteWords();
            int first = in ? 0 : from;
            byte[] found = b.byteWords();
            int wrong = 0;
            if (!Arrays.equals(expected, first, first + to - from, found, from, to)) {
                for (int i = from; i < to; i++) {
                    wrong += expected[first + i - from] == found[i] ? 0 : 1;
                }
            }
            inside += in ? to - from - wrong : 0;
            outside += in ? 0 : to - from - wrong;
            leaked += in ? wrong : 0;
            changed += in ? 0 : wrong;
        }

        private void pixels(int y) {
            int i = y * a.columns() * a.samplesPerPixel();
            for (int x = 0; x < a.columns(); x++) {
                boolean in = false;
                for (PixelRectangle r : rectangles) {
                    in |= r.contains(x, y);
                }
                long clear = 0;
                for (Bits bits : overlays) {
                    clear |= bits.rectangle().contains(x, y) ? bits.mask() : 0;
                }
                cleared += Long.bitCount(clear);
                long written = in ? clear | mask : clear;
                for (int c = 0; c < a.samplesPerPixel(); c++, i++) {
                    long expected = a.bits(i) & ~written | (in ? black[c] : 0);
                    long wrong = (b.bits(i) ^ expected) & counted;
                    boolean right = wrong == 0;
                    boolean wrongInside = (wrong & written) != 0;
                    inside += in && right ? 1 : 0;
                    outside += !in && right ? 1 : 0;
                    leaked += wrongInside ? 1 : 0;
                    changed += !right && !wrongInside ? 1 : 0;
                }
            }
        }
    }

    /** A Basic Offset Table that does not fit the fragments is worse than none. */
    private void offsetTable(ImageDescription image) throws IOException {
        PixelSpans spans = copy.pixels().spans();
        if (!(spans instanceof EncapsulatedPixels pixels)) {
            return;
        }
        Fragment table = pixels.fragments().offsetTable();
        Element extended = copy.attributes().element(Tag.ExtendedOffsetTable);
        long[] offsets =
                extended == null ? new long[0] : copy.attributes().integers(extended, VR.OV);
        boolean basic = table.length() > 0;
        long base = pixels.fragments().fragments().get(0).header();
        boolean right = !basic || table.length() == 4L * image.frames();
        right &= extended == null || offsets.length == image.frames();
        for (int i = 0; right && i < image.frames(); i++) {
            long at = pixels.fragmentsOf(i).get(0).header() - base;
            if (basic) {
                byte[] b = copy.source().read(table.value() + 4L * i, 4);
                long stated =
                        b[0] & 0xFF
                                | (b[1] & 0xFF) << 8
                                | (b[2] & 0xFF) << 16
                                | (b[3] & 0xFFL) << 24;
                right = stated == at;
            }
            right &= extended == null || offsets[i] == at;
        }
        if (!right) {
            tally.problem("an offset table does not fit the fragments");
        }
    }

    /** What stands behind the last frame of native pixels. */
    private void tail(ImageDescription image) throws IOException {
        Element a = original.attributes().element(image.pixelTag());
        Element b = copy.attributes().element(image.pixelTag());
        if (a == null || b == null || a.fragments() != null || b.fragments() != null) {
            return;
        }
        NativePixels pixels = (NativePixels) original.pixels().spans();
        long from = (pixels.bitsPerFrame() * image.frames() + 15) / 16 * 2;
        if (from < a.available()
                && !ByteSource.same(
                        original.source(),
                        a.value() + from,
                        a.value() + a.available(),
                        copy.source(),
                        b.value() + from,
                        b.value() + b.available())) {
            tally.problem("bytes behind the last frame changed");
        }
    }

    private void overlay(OverlayDescription o) throws IOException {
        long leaked = 0;
        long changed = 0;
        for (int f = 0; f < o.frames(); f++) {
            OverlayPlane plane = new OverlayPlane(o.group(), f);
            List<PixelRectangle> rectangles = targets.on(plane);
            byte[] a = original.overlay(plane);
            byte[] b = copy.overlay(plane);
            for (int i = 0; i < a.length; i++) {
                int x = i % o.columns();
                int y = i / o.columns();
                boolean in = false;
                for (PixelRectangle r : rectangles) {
                    in |= r.contains(x, y);
                }
                tally.overlayBits(in && b[i] == 0 ? 1 : 0);
                leaked += in && b[i] != 0 ? 1 : 0;
                changed += !in && a[i] != b[i] ? 1 : 0;
            }
            if (leaked > 0 || changed > 0) {
                tally.problem(
                        plane + ": " + leaked + " bits not cleared, " + changed + " bits changed");
                return;
            }
        }
    }
}
