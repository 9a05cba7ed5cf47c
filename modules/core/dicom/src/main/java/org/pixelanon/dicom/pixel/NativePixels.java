package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/**
 * Frames of uncompressed pixels, one behind the other without padding (DICOM PS3.5 8.1.1). A frame
 * of single bits need not begin at a byte.
 */
public final class NativePixels implements PixelSpans {

    private final Path file;
    private final ByteSource source;
    private final ImageDescription image;
    private final long value;
    private final long available;
    private final boolean swapped;
    private final boolean bigEndian;
    private final long bitsPerFrame;
    private final boolean paddedPairs;

    private NativePixels(
            Path file,
            ByteSource source,
            ImageDescription image,
            long value,
            long available,
            boolean swapped,
            boolean bigEndian) {
        this.bigEndian = bigEndian;
        this.file = file;
        this.source = source;
        this.image = image;
        this.value = value;
        this.available = available;
        this.swapped = swapped;
        this.paddedPairs = padsPairs(image, available);
        this.bitsPerFrame = image.bitsPerFrame(paddedPairs);
    }

    static NativePixels of(
            Path file, ByteSource source, ImageDescription image, Element pixelData) {
        // PS3.5 annex B and 8.2: bytes in big endian words stand in swapped pairs
        boolean swapped =
                pixelData.bigEndian() && pixelData.vr() == VR.OW && image.bitsAllocated() % 16 != 0;
        return new NativePixels(
                file,
                source,
                image,
                pixelData.value(),
                pixelData.available(),
                swapped,
                pixelData.bigEndian());
    }

    /** Frames that were one by one wrapped in fragments. */
    static NativePixels ofFrame(
            Path file, ByteSource source, ImageDescription image, long value, long available) {
        ImageDescription one =
                new ImageDescription(
                        image.rows(),
                        image.columns(),
                        1,
                        image.samplesPerPixel(),
                        image.bitsAllocated(),
                        image.bitsStored(),
                        image.highBit(),
                        image.signed(),
                        image.photometric(),
                        image.planarConfiguration(),
                        image.pixelTag());
        return new NativePixels(file, source, one, value, available, false, false);
    }

    /** Odd rows of YBR_FULL_422 are either padded to whole pairs, or pairs run on across rows. */
    private static boolean padsPairs(ImageDescription image, long available) {
        if (!image.photometric().isSubsampled() || (image.columns() & 1) == 0) {
            return false;
        }
        return available >= image.bitsPerFrame(true) / 8 * image.frames();
    }

    /** True if rows of an odd number of subsampled pixels are padded to whole pairs. */
    public boolean paddedPairs() {
        return paddedPairs;
    }

    /** True if the bytes 2n and 2n+1 of the value are swapped. */
    public boolean swapped() {
        return swapped;
    }

    /** Position of the value in the source. */
    long value() {
        return value;
    }

    /** Bits from one frame to the next. */
    public long bitsPerFrame() {
        return bitsPerFrame;
    }

    /** The bit of the value at which a frame begins; a multiple of 8 but for bits and packed 12. */
    long firstBit(int index) {
        return index * bitsPerFrame;
    }

    /** Position in the source of the first byte that holds bits of a frame. */
    long offset(int index) {
        return value + firstBit(index) / 8;
    }

    /** Number of bytes that hold bits of a frame; neighbouring frames may share the outer two. */
    int length(int index) throws DicomException {
        long bytes = (firstBit(index) + bitsPerFrame + 7) / 8 - firstBit(index) / 8;
        if (bytes > Integer.MAX_VALUE - 64) {
            throw new DicomException(file, "a frame of " + bytes + " bytes is too large");
        }
        return (int) bytes;
    }

    @Override
    public int framesPresent() {
        return (int) Math.min(image.frames(), available * 8 / bitsPerFrame);
    }

    @Override
    public byte[] frameBytes(int index) throws IOException {
        if (index < 0 || index >= framesPresent()) {
            throw PixelSpans.missingFrame(file, index, framesPresent(), image.frames());
        }
        if (!swapped) {
            return source.read(offset(index), length(index));
        }
        long from = firstBit(index) / 8;
        int length = length(index);
        long even = from & ~1L;
        long to = Math.min(available, (from + length + 1) & ~1L);
        byte[] pairs = source.read(value + even, (int) (to - even));
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = (int) ((from + i ^ 1) - even);
            out[i] = pairs[Math.min(at, pairs.length - 1)];
        }
        return out;
    }

    @Override
    public List<Unprocessed> surplus() throws IOException {
        long needed = (bitsPerFrame * image.frames() + 7) / 8;
        long surplus = available - needed;
        if (surplus <= 1 || source.isZero(value + needed, surplus)) {
            return List.of();
        }
        long frames = available * 8 / bitsPerFrame;
        if (frames > image.frames()) {
            return List.of(
                    Unprocessed.withholding(
                            Kind.SURPLUS_FRAMES,
                            frames
                                    + " frames in "
                                    + image.element()
                                    + ", but Number of Frames is "
                                    + image.frames()));
        }
        String what = surplus + " bytes after the last frame of " + image.element();
        PictureLook look = new PictureLook(source, image);
        boolean picture =
                look.isPicture(value + needed, surplus)
                        || look.isMoreRows(value + needed, surplus, bigEndian);
        return List.of(new Unprocessed(Kind.BEHIND_PIXELS, what, picture));
    }
}
