package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.jpeg.JpegHeader;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;

/** Turns the bytes of a frame into samples side by side. */
public final class FrameDecoder {

    private static final int LARGEST_FRAME = Integer.MAX_VALUE - 64;

    private final Path file;
    private final ImageDescription image;

    public FrameDecoder(Path file, ImageDescription image) {
        this.file = file;
        this.image = image;
    }

    /** Decodes one frame of uncompressed pixels. */
    Frame decode(NativePixels pixels, int index, boolean bigEndian) throws IOException {
        long samples = image.pixels() * image.samplesPerPixel();
        if (samples > LARGEST_FRAME) {
            throw new DicomException(file, "a frame of " + samples + " samples is too large");
        }
        byte[] bytes = pixels.frameBytes(index);
        PhotometricInterpretation photometric = image.photometric();
        if (photometric == PhotometricInterpretation.YBR_PARTIAL_420) {
            throw new DicomException(file, "uncompressed " + photometric + " is not supported");
        }
        if (photometric.isSubsampled()) {
            return subsampled(bytes, pixels.paddedPairs());
        }
        int bits = image.bitsAllocated();
        if (bits == 1 || bits == 12) {
            return packed(bytes, (int) (pixels.firstBit(index) & 7), (int) samples);
        }
        return frame(interleaved(bytes), bigEndian, photometric);
    }

    /** Decodes one frame of encapsulated pixels by the codec of its transfer syntax. */
    Frame decode(EncapsulatedPixels pixels, int index, TransferSyntax syntax) throws IOException {
        if (syntax.wrapsNative() || !syntax.encapsulated()) {
            return decode(pixels.asNative(index), 0, false);
        }
        FrameCodec codec =
                FrameCodecs.of(syntax.uid())
                        .orElseThrow(
                                () ->
                                        new DicomException(
                                                file,
                                                "transfer syntax " + syntax + " is not supported"));
        byte[] codestream = pixels.frameBytes(index);
        try {
            byte[] samples = codec.decode(codestream, shape(syntax));
            requireSingleBits(image, samples);
            return frame(samples, false, photometric(codestream, syntax));
        } catch (CodecException e) {
            throw new DicomException(
                    file, "frame " + (index + 1) + ", " + syntax + ": " + e.getMessage(), e);
        }
    }

    /** Single bits have a byte each behind a codec, in which nothing else may be. */
    public static void requireSingleBits(ImageDescription image, byte[] samples)
            throws CodecException {
        int all = 0;
        for (int i = 0; image.bitsAllocated() == 1 && i < samples.length; i++) {
            all |= samples[i];
        }
        if ((all & ~1) != 0) {
            throw new CodecException("contains samples larger than the 1 bit allocated");
        }
    }

    /** The shape that a codec gives the samples of a frame. */
    public FrameShape shape(TransferSyntax syntax) throws DicomException {
        int bits = image.codedBits();
        // PS3.5 annex G cuts pixels into bytes, which single bits do not have
        boolean cut = image.bitsAllocated() == 1 && syntax.uid().equals(UID.RLELossless);
        if (cut
                || bits % 8 != 0
                || image.pixels() * image.samplesPerPixel() * (bits / 8) > LARGEST_FRAME) {
            throw new DicomException(
                    file,
                    syntax
                            + " with frames of "
                            + image.columns()
                            + "x"
                            + image.rows()
                            + " and "
                            + image.bitsAllocated()
                            + " bits is not supported");
        }
        return image.shape();
    }

    /** What samples mean behind a codec: JPEG says itself whether it holds RGB or YCbCr. */
    public PhotometricInterpretation photometric(byte[] codestream, TransferSyntax syntax)
            throws CodecException {
        PhotometricInterpretation stated = image.photometric();
        if (image.samplesPerPixel() == 3 && syntax.isJpeg()) {
            JpegHeader header = JpegHeader.of(codestream);
            boolean silent = header.adobeTransform() < 0 && !header.jfif() && !header.rgbIds();
            boolean ybr = silent ? stated.isYbr() : header.isYcbcr();
            return ybr ? PhotometricInterpretation.YBR_FULL : PhotometricInterpretation.RGB;
        }
        return switch (stated) {
            case YBR_FULL_422 -> PhotometricInterpretation.YBR_FULL;
            // the transforms of JPEG 2000, which its decoder undoes
            case YBR_ICT, YBR_RCT -> PhotometricInterpretation.RGB;
            default -> stated;
        };
    }

    /** Words of 8, 16, 32 or 64 bits with the samples of a pixel side by side. */
    Frame frame(byte[] bytes, boolean bigEndian, PhotometricInterpretation photometric) {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes)
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int samples = image.samplesPerPixel();
        return switch (image.codedBits()) {
            case 8 -> Frame.of(image, samples, photometric, bytes);
            case 16 -> {
                short[] words = new short[bytes.length / 2];
                buffer.asShortBuffer().get(words);
                yield Frame.of(image, samples, photometric, words);
            }
            case 64 -> {
                long[] words = new long[bytes.length / 8];
                buffer.asLongBuffer().get(words);
                yield Frame.of(image, samples, photometric, words);
            }
            default -> {
                int[] words = new int[bytes.length / 4];
                buffer.asIntBuffer().get(words);
                yield Frame.of(image, samples, photometric, words);
            }
        };
    }

    /** Puts the planes of planar configuration 1 side by side. */
    private byte[] interleaved(byte[] bytes) {
        if (image.planarConfiguration() == 0) {
            return bytes;
        }
        int unit = image.bitsAllocated() / 8;
        int planes = image.samplesPerPixel();
        int pixels = (int) image.pixels();
        byte[] out = new byte[bytes.length];
        for (int plane = 0; plane < planes; plane++) {
            int from = plane * pixels * unit;
            int to = plane * unit;
            for (int i = 0; i < pixels; i++, from += unit, to += planes * unit) {
                for (int k = 0; k < unit; k++) {
                    out[to + k] = bytes[from + k];
                }
            }
        }
        return out;
    }

    /** Samples of 1 or 12 bits, the first in the least significant bits (PS3.5 8.1.1, annex D). */
    private Frame packed(byte[] bytes, int firstBit, int samples) {
        if (image.bitsAllocated() == 1) {
            byte[] words = new byte[samples];
            for (int i = 0, bit = firstBit; i < samples; i++, bit++) {
                words[i] = (byte) (bytes[bit >> 3] >> (bit & 7) & 1);
            }
            return Frame.of(image, image.samplesPerPixel(), image.photometric(), words);
        }
        short[] words = new short[samples];
        long bit = firstBit;
        for (int i = 0; i < samples; i++, bit += 12) {
            int at = (int) (bit >> 3);
            int pair = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
            words[i] = (short) (pair >> (bit & 7) & 0xFFF);
        }
        return Frame.of(image, image.samplesPerPixel(), image.photometric(), words);
    }

    /** Two pixels in Y1 Y2 Cb Cr (PS3.3 C.7.6.3.1.2); chrominance is repeated. */
    private Frame subsampled(byte[] bytes, boolean paddedPairs) throws DicomException {
        if (image.bitsAllocated() != 8) {
            throw new DicomException(
                    file,
                    "uncompressed "
                            + image.photometric()
                            + " of more than 8 bits is not supported");
        }
        int columns = image.columns();
        byte[] out = new byte[(int) (image.pixels() * 3)];
        int stride = paddedPairs ? columns + 1 & ~1 : columns;
        for (int y = 0, to = 0; y < image.rows(); y++) {
            for (int x = 0; x < columns; x++, to += 3) {
                int n = y * stride + x;
                int pair = (n >> 1) * 4;
                out[to] = bytes[pair + (n & 1)];
                out[to + 1] = bytes[pair + 2];
                out[to + 2] = bytes[pair + 3];
            }
        }
        PhotometricInterpretation full =
                image.photometric() == PhotometricInterpretation.YBR_FULL_422
                        ? PhotometricInterpretation.YBR_FULL
                        : image.photometric();
        return Frame.of(image, 3, full, out);
    }
}
